package demarche.serve;

import demarche.ledger.Correction;
import demarche.story.InputException;
import java.util.List;

/** Takes a correction back. */
final class UndoDeed implements Deed {
    @Override
    public String path() {
        return "/corrections/undo";
    }

    @Override
    public String act(Form form) {
        String story = form.needed("story");
        String seq = form.needed("seq");
        Correction undone = form.reader().corrections().of(story).stream()
                .filter(c -> String.valueOf(c.seq()).equals(seq) && c.field() != Correction.Field.UNDO)
                .findFirst()
                .orElseThrow(() -> new InputException("There is no correction " + seq + " of this story."));
        String who = form.needed("who");
        form.remember("who", who);
        form.site()
                .correct(List.of(new Correction(
                        0,
                        story,
                        undone.record(),
                        Correction.Field.UNDO,
                        seq,
                        CorrectForm.text(undone),
                        who,
                        "",
                        null)));
        return Links.cell(story, undone.record());
    }
}

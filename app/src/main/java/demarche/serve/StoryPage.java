package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.code.Rule;
import demarche.ledger.Corrected;
import demarche.ledger.Correction;
import demarche.ledger.StoryList;
import demarche.ledger.Views.DisputeView;
import demarche.story.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One story: its text with what was read from it marked in place, and one record in full when it was chosen. */
final class StoryPage implements Page {
    /** What the page shows. */
    record StoryModel(
            StoryList.Standing standing,
            List<StoryList.Copy> copies,
            List<DisputeView> disputes,
            @JsonUnwrapped Reading reading,
            List<Correction> corrections,
            @JsonIgnore List<Cells.Cell> cells,
            @JsonIgnore @Nullable Chosen chosen) {}

    /** The record that was chosen, and the rule that read it (null for statements, or when the codebook has it no more). */
    record Chosen(
            Cells.Full full, @Nullable Rule rule, @Nullable Arcs arcs, CorrectForm form) {}

    @Override
    public String path() {
        return "/stories/{id}";
    }

    @Override
    public Answer answer(Ask ask) {
        String id = ask.id();
        StoryList stories = ask.reader().stories();
        StoryList.Standing standing = stories.standing(id);
        Reading raw = standing == null ? null : stories.reading(id);
        if (standing == null || raw == null) {
            throw new NotFound("There is no story with the id " + id + ".", id.replaceAll("-[0-9a-f]{10}$|-", " "));
        }
        List<Correction> corrections = ask.reader().corrections().of(id);
        Reading reading = ask.html() ? Corrected.withWrong(raw, corrections) : Corrected.of(raw, corrections);
        Map<String, String> ids = new HashMap<>();
        stories.parties(id).forEach(p -> ids.put(p.local(), p.party()));
        Cells cells = new Cells(reading, ids, corrections);
        StoryModel model = new StoryModel(
                standing,
                stories.copies(id),
                ask.reader().disputes().ofStory(id),
                reading,
                corrections,
                cells.all(),
                chosen(ask, id, cells, reading, corrections));
        String title = reading.story().title();
        return Answer.of("story.jte", title == null ? "Story " + id : title, model);
    }

    private static @Nullable Chosen chosen(
            Ask ask, String id, Cells cells, Reading reading, List<Correction> corrections) {
        String cell = ask.text("cell");
        if (cell == null) {
            return null;
        }
        Cells.Full full = cells.full(cell);
        if (full == null) {
            throw new NotFound("This story has no record " + cell + ".", "");
        }
        Rule rule = full.rule() == null ? null : ask.site().rule(full.rule());
        Arcs arcs = ask.html()
                ? ask.site()
                        .explainer()
                        .arcs(id, reading.story(), full.cell().at(), full.cell().at())
                : null;
        return new Chosen(full, rule, arcs, CorrectForm.of(reading, cell, corrections));
    }
}

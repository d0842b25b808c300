package demarche.serve;

import demarche.ledger.PositionList;
import demarche.ledger.Views.PositionView;
import demarche.story.Stance;
import java.util.List;

/** Every position, newest first. */
final class PositionsPage implements Page {
    /** What the page shows. */
    record Positions(Listed<PositionView> positions, PositionList.Filter filter) {}

    @Override
    public String path() {
        return "/positions";
    }

    @Override
    public Answer answer(Ask ask) {
        PositionList.Filter filter = new PositionList.Filter(
                ask.party("party"),
                ask.dispute("dispute"),
                ask.oneOf("stance", Stance.class),
                ask.text("q"),
                ask.since(),
                ask.until());
        Slice slice = ask.slice(50);
        PositionList list = ask.reader().positions();
        List<PositionView> found = list.find(filter, slice.limit(), slice.offset());
        Positions model = new Positions(slice.of(found, list.count(filter)), filter);
        return Answer.of("positions.jte", "Positions", model).table(PositionView.class, found);
    }
}

package demarche.serve;

import demarche.ledger.ShiftList;
import demarche.ledger.Views.ShiftView;
import java.util.List;

/** Every shift, newest first. */
final class ShiftsPage implements Page {
    /** What the page shows. */
    record Shifts(Listed<ShiftView> shifts, ShiftList.Filter filter) {}

    @Override
    public String path() {
        return "/shifts";
    }

    @Override
    public Answer answer(Ask ask) {
        ShiftList.Filter filter = new ShiftList.Filter(
                ask.dispute("dispute"),
                ask.party("party"),
                ask.text("q"),
                ask.oneOf("kind", "yields", "hardens", "firmer", "softer", "condition"),
                ask.since(),
                ask.until());
        Slice slice = ask.slice(30);
        ShiftList list = ask.reader().shifts();
        List<ShiftView> found = list.find(filter, slice.limit(), slice.offset());
        Shifts model = new Shifts(slice.of(found, list.count(filter)), filter);
        return Answer.of("shifts.jte", "Shifts", model).table(ShiftView.class, found);
    }
}

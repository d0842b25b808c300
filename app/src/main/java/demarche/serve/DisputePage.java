package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.ledger.DisputeList;
import demarche.ledger.Views;
import demarche.ledger.Views.PositionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dispute: who holds what, how it went, what changed, in whose words. */
final class DisputePage implements Page {
    private static final int NEAR = 6;
    private static final int FIRST = 30;

    /** What the page shows: {@code frames} say what each side calls what is contested; {@code all} is the list shown in full. */
    record Dispute(
            @JsonUnwrapped Views.DisputePage page,
            List<DisputeList.Frame> frames,
            List<Views.DisputeView> related,
            @JsonIgnore @Nullable String all) {
        /** The first of a list, or all when they were asked for. */
        public <T> List<T> some(String what, List<T> list) {
            return what.equals(all) ? list : list.subList(0, Math.min(FIRST, list.size()));
        }
    }

    @Override
    public String path() {
        return "/disputes/{id}";
    }

    @Override
    public Answer answer(Ask ask) {
        String id = ask.id();
        Views.DisputePage page = ask.reader().disputes().page(id);
        if (page == null) {
            throw new NotFound("There is no dispute with the id " + id + ".", id.replaceAll("-[0-9a-f]{6}$|-", " "));
        }
        DisputeList list = ask.reader().disputes();
        String all = ask.oneOf("all", "events", "statements");
        return Answer.of("dispute.jte", page.name(), new Dispute(page, list.frames(id), list.near(id, NEAR), all))
                .table(PositionView.class, page.positions());
    }
}

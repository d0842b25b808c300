package demarche.serve;

import demarche.ledger.DisputeList;
import demarche.ledger.Reader;
import demarche.ledger.StoryList;
import demarche.ledger.Views.Counts;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.StoryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way in: who moved last, what is contested, what came in. */
final class TodayPage implements Page {
    private static final int SHIFTS = 6;
    private static final int DISPUTES = 12;
    private static final int STORIES = 8;

    /** What the page shows; {@code newest} is the ledger's last day. */
    record Today(
            Counts counts,
            @Nullable String newest,
            List<ShiftView> shifts,
            List<DisputeRow> disputes,
            List<StoryView> stories) {}

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String nav() {
        return "Today";
    }

    @Override
    public Answer answer(Ask ask) {
        Reader reader = ask.reader();
        DisputeList.Filter open = new DisputeList.Filter(null, null, null);
        Today today = new Today(
                reader.counts(),
                java.util.Objects.toString(reader.newest(), null),
                reader.shifts(SHIFTS),
                DisputeRow.of(reader.disputes(), reader.disputes().find(open, DisputeList.Order.ACTIVE, DISPUTES, 0)),
                reader.stories().find(new StoryList.Filter(null, null, null, null), STORIES, 0));
        return Answer.of("today.jte", "Today", today);
    }
}

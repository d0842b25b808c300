package demarche.serve;

import demarche.ledger.DisputeList;
import demarche.ledger.PartyList;
import demarche.ledger.PartyList.PartyRow;
import demarche.ledger.Views.DisputeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Search over statements and stories; parties and disputes of that name come first. */
final class SearchPage implements Page {
    private static final int NAMED = 5;

    /** What the page shows; {@code found} is null while nothing was asked for or the index is being made. */
    record Search(
            @Nullable String q,
            @Nullable String in,
            @Nullable String by,
            boolean ready,
            @Nullable Listed<SearchIndex.Hit> found,
            List<String> alsoTried,
            List<PartyRow> parties,
            List<DisputeView> disputes) {}

    @Override
    public String path() {
        return "/search";
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public Answer answer(Ask ask) {
        String q = ask.text("q");
        String in = ask.oneOf("in", "statements", "stories");
        String by = ask.oneOf("by", "words", "meaning");
        Slice slice = ask.slice(30);
        SearchIndex index = ask.site().index();
        if (q == null || index == null) {
            return Answer.of(
                    "search.jte",
                    "Search",
                    new Search(q, in, by, index != null, null, List.of(), List.of(), List.of()));
        }
        SearchIndex.Found found = index.find(q, in, "meaning".equals(by), slice);
        Search model = new Search(
                q,
                in,
                by,
                true,
                found.hits(),
                found.related(),
                slice.page() > 1
                        ? List.of()
                        : ask.reader().parties().find(new PartyList.Filter(q, null, null), NAMED, 0),
                slice.page() > 1
                        ? List.of()
                        : ask.reader()
                                .disputes()
                                .find(new DisputeList.Filter(q, null, null), DisputeList.Order.BUSIEST, NAMED, 0));
        return Answer.of("search.jte", q + " – search", model)
                .table(SearchIndex.Hit.class, found.hits().items());
    }
}

package demarche.serve;

import demarche.ledger.IssueList;
import demarche.ledger.IssueList.IssueRow;
import demarche.ledger.Views.Facet;
import java.util.List;

/** All issues: what is contested or bargained over. */
final class IssuesPage implements Page {
    /** What the page shows. */
    record Issues(Listed<IssueRow> issues, List<Facet> kinds, IssueList.Filter filter) {}

    @Override
    public String path() {
        return "/issues";
    }

    @Override
    public String nav() {
        return "Issues";
    }

    @Override
    public Answer answer(Ask ask) {
        IssueList.Filter filter = new IssueList.Filter(
                ask.text("q"),
                ask.oneOf("kind", "asset", "territory", "policy", "right", "relation", "person", "money", "other"));
        Slice slice = ask.slice(60);
        IssueList list = ask.reader().issues();
        List<IssueRow> found = list.find(filter, slice.size(), slice.offset());
        return Answer.of("issues.jte", "Issues", new Issues(slice.of(found, list.count(filter)), list.kinds(), filter))
                .table(IssueRow.class, found);
    }
}

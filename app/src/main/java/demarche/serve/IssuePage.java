package demarche.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.ledger.IssueList;
import demarche.ledger.IssueList.IssueRow;
import demarche.ledger.Views;
import demarche.ledger.Views.PositionView;
import java.util.List;

/** One issue: its names, who holds what about it, and who moved. */
final class IssuePage implements Page {
    /** What the page shows. */
    record IssueModel(
            @JsonUnwrapped IssueRow issue,
            List<IssueList.Naming> calledBy,
            List<PositionView> held,
            List<Views.ShiftView> shifts,
            List<DisputeRow> disputes) {}

    @Override
    public String path() {
        return "/issues/{id}";
    }

    @Override
    public Answer answer(Ask ask) {
        String id = ask.id();
        IssueList list = ask.reader().issues();
        IssueRow issue = list.one(id);
        if (issue == null) {
            throw new NotFound("There is no issue with the id " + id + ".", id.replaceAll("-[0-9a-f]{6}$|-", " "));
        }
        List<PositionView> positions = list.positions(id);
        IssueModel model = new IssueModel(
                issue,
                list.namings(id),
                positions,
                list.shifts(id),
                DisputeRow.of(ask.reader().disputes(), ask.reader().disputes().ofIssue(id)));
        return Answer.of("issue.jte", issue.name(), model).table(PositionView.class, positions);
    }
}

package demarche.ledger;

import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.DisputeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts together all that was said and done in one dispute, for commands and pages alike. */
final class DisputeContents {
    private static final int MOST = 400;

    private final Database database;
    private final Records records;

    /**
     * @param heads names of all that the dispute's stories speak of, at least
     */
    DisputeContents(Database database, Heads heads) {
        this.database = database;
        this.records = new Records(database, heads);
    }

    /** The dispute with its records, oldest first: all positions and shifts, the weightiest events and the newest statements. */
    DisputePage of(DisputeView d) {
        String id = d.id();
        String sides =
                RowWriter.list(d.parties().stream().map(Views.PartyView::id).toList());
        return new DisputePage(
                id,
                d.name(),
                d.issue(),
                d.parties(),
                d.status(),
                d.first(),
                d.last(),
                d.stories(),
                issues(id),
                records.positions(
                        "id IN (SELECT position FROM dispute_members WHERE dispute = ?)", "ORDER BY date, id", id),
                records.events(events(id)),
                records.shifts("dispute = ?", "ORDER BY date, id", id),
                turned(records.statements(
                        "story IN (SELECT story FROM dispute_stories WHERE dispute = ?) AND side " + Queries.IN,
                        "ORDER BY date DESC NULLS LAST, id DESC LIMIT " + MOST,
                        id,
                        sides)));
    }

    private List<String> events(String dispute) {
        return Rows.list(
                database,
                "SELECT v.id FROM (SELECT event FROM dispute_events WHERE dispute = ? ORDER BY weight DESC, event LIMIT "
                        + MOST + ") m JOIN events v ON v.id = m.event ORDER BY v.date, v.id",
                r -> r.getString(1),
                dispute);
    }

    private List<Views.IssueView> issues(String dispute) {
        return Rows.list(
                database,
                "SELECT id, name, kind, namings FROM issues WHERE id IN (SELECT unnest(issues) FROM disputes WHERE id = ?) ORDER BY stories DESC, id",
                r -> new Views.IssueView(r.getString(1), r.getString(2), r.getString(3), Queries.strings(r, 4)),
                dispute);
    }

    /** Oldest first. */
    private static List<Views.StatementView> turned(List<Views.StatementView> newestFirst) {
        List<Views.StatementView> out = new ArrayList<>(newestFirst);
        Collections.reverse(out);
        return out;
    }
}

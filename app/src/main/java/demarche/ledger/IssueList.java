package demarche.ledger;

import demarche.ledger.Views.PositionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues that fit some words, page by page; and what is held about one. */
public final class IssueList {
    private static final String ROW =
            "SELECT i.id, i.name, i.kind, i.namings, i.stories, i.first, i.last, coalesce(p.positions, 0), coalesce(p.parties, 0) FROM ";
    /** How much is held about issues that a condition names. */
    private static final String HELD =
            " i LEFT JOIN (SELECT issue, count(*) AS positions, count(DISTINCT side) AS parties FROM positions"
                    + " WHERE issue %s GROUP BY issue) p ON p.issue = i.id";

    private final Database database;
    private final Shared shared;

    /** Which issues; null asks for nothing. */
    public record Filter(@Nullable String words, @Nullable String kind) {}

    /** An issue and how much is known of it. */
    public record IssueRow(
            String id,
            String name,
            @Nullable String kind,
            List<String> namings,
            int stories,
            @Nullable String first,
            @Nullable String last,
            int positions,
            int parties) {}

    /** What a side calls the issue, how often, and for the first time when. */
    public record Naming(
            String party,
            String name,
            String naming,
            long times,
            @Nullable String first) {}

    IssueList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static IssueRow row(java.sql.ResultSet r) throws java.sql.SQLException {
        return new IssueRow(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                Queries.strings(r, 4),
                r.getInt(5),
                Queries.date(r, 6),
                Queries.date(r, 7),
                r.getInt(8),
                r.getInt(9));
    }

    private static Where where(Filter f) {
        return new Where()
                .words("array_to_string(i.namings, ' ') ILIKE ? ESCAPE '\\'", f.words())
                .and("i.kind = ?", f.kind());
    }

    /** One page of the issues that fit, those in most stories first. */
    public List<IssueRow> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return Rows.list(
                database,
                "WITH chosen AS MATERIALIZED (SELECT * FROM issues i " + where.sql()
                        + " ORDER BY i.stories DESC, i.last DESC, i.id LIMIT ? OFFSET ?) " + ROW + "chosen"
                        + HELD.formatted("IN (SELECT id FROM chosen)") + " ORDER BY i.stories DESC, i.last DESC, i.id",
                IssueList::row,
                where.values(limit, offset));
    }

    /** How many issues fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, "SELECT count(*) FROM issues i " + where.sql(), where.values());
    }

    /** An issue by its id; null when there is none. */
    public @Nullable IssueRow one(String id) {
        List<IssueRow> found =
                Rows.list(database, ROW + "issues" + HELD.formatted("= ?") + " WHERE i.id = ?", IssueList::row, id, id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Kinds of issues and how many there are of each. */
    public List<Views.Facet> kinds() {
        return shared.once(
                "kinds",
                () -> Rows.list(
                        database,
                        "SELECT kind, count(*) FROM issues WHERE kind IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
                        r -> new Views.Facet(r.getString(1), r.getLong(2))));
    }

    /** What each side calls the issue. */
    public List<Naming> namings(String issue) {
        Heads heads = new Records(database, shared).heads();
        return Rows.list(
                database,
                "SELECT p.side, p.naming, count(*), min(p.date) FROM positions p"
                        + " WHERE p.issue = ? AND p.naming IS NOT NULL GROUP BY ALL ORDER BY 3 DESC, 1, 2",
                r -> new Naming(
                        r.getString(1), heads.party(r.getString(1)), r.getString(2), r.getLong(3), Queries.date(r, 4)),
                issue);
    }

    /** All positions on the issue, oldest first. */
    public List<PositionView> positions(String issue) {
        return new Records(database, shared).positions("issue = ?", "ORDER BY date, id LIMIT 400", issue);
    }

    /** Shifts on the issue, oldest first. */
    public List<Views.ShiftView> shifts(String issue) {
        return new Records(database, shared).shifts("issue = ?", "ORDER BY date, id", issue);
    }
}

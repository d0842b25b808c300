package demarche.ledger;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who acts on whom: events counted by acting and receiving side. */
public final class Dyads {
    /** How many pairs are kept while the ledger does not change. */
    public static final int KEPT = 400;

    private static final String ACTS = " FROM events e JOIN stories s ON s.id = e.story"
            + " JOIN event_parties a ON a.event = e.id AND a.role = 'actor'"
            + " JOIN event_parties b ON b.event = e.id AND b.role = 'recipient' AND b.side <> a.side ";

    private final Database database;
    private final Shared shared;

    /**
     * One side's acts on another.
     *
     * @param first day of the first of them; null when none is dated
     */
    public record Dyad(
            String actor,
            String actorName,
            String recipient,
            String recipientName,
            long events,
            long cooperation,
            long conflict,
            @Nullable String first,
            @Nullable String last) {}

    Dyads(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    /** Who is on one side of the pairs. */
    private static Where where(EventScope scope, @Nullable String party) {
        return scope.where().and("(a.side = ? OR b.side = ?)", party);
    }

    /**
     * Pairs with most events, most first; a side's acts on itself are left out.
     *
     * @param party a side that acts or is acted on in each; null for any
     */
    public List<Dyad> find(EventScope scope, @Nullable String party, int limit, int offset) {
        return party == null && offset == 0 && limit == KEPT
                ? scope.kept(shared, "dyads", () -> read(scope, null, limit, 0))
                : read(scope, party, limit, offset);
    }

    private List<Dyad> read(EventScope scope, @Nullable String party, int limit, int offset) {
        Where where = where(scope, party);
        return Rows.list(
                database,
                "WITH pairs AS (SELECT a.side AS actor, b.side AS recipient, " + EventScope.counts()
                        + ", min(e.date), max(e.date)" + ACTS + where.sql()
                        + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ? OFFSET ?)"
                        + " SELECT p.actor, n.name, p.recipient, m.name, p.* EXCLUDE (actor, recipient) FROM pairs p"
                        + " LEFT JOIN parties n ON n.id = p.actor LEFT JOIN parties m ON m.id = p.recipient ORDER BY 5 DESC, 1, 3",
                r -> new Dyad(
                        r.getString(1),
                        named(r.getString(2), r.getString(1)),
                        r.getString(3),
                        named(r.getString(4), r.getString(3)),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7),
                        Queries.date(r, 8),
                        Queries.date(r, 9)),
                where.values(limit, offset));
    }

    /** How many pairs there are. */
    public long count(EventScope scope, @Nullable String party) {
        return party == null ? scope.kept(shared, "dyad count", () -> readCount(scope, null)) : readCount(scope, party);
    }

    private long readCount(EventScope scope, @Nullable String party) {
        Where where = where(scope, party);
        return Rows.count(
                database,
                "SELECT count(*) FROM (SELECT DISTINCT a.side, b.side" + ACTS + where.sql() + ")",
                where.values());
    }

    private static String named(@Nullable String name, String side) {
        return Objects.requireNonNullElse(name, StateNames.of(side));
    }
}

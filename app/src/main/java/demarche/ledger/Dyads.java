package demarche.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who acts on whom: events counted by acting and receiving side. */
public final class Dyads {
    /** How many pairs are kept while the ledger does not change. */
    public static final int KEPT = 400;

    private static final String ACTS = " FROM events e JOIN event_parties a ON a.event = e.id AND a.role = 'actor'"
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

    /** The pairs with most events, and how many pairs there are. */
    public record Pairs(List<Dyad> most, long total) {}

    /**
     * Pairs with most events, most first; a side's acts on itself are left out.
     *
     * @param party a side that acts or is acted on in each; null for any
     */
    public Pairs find(EventScope scope, @Nullable String party, int limit) {
        return party == null && limit == KEPT
                ? scope.kept(shared, "dyads", () -> read(scope, null, limit))
                : read(scope, party, limit);
    }

    private Pairs read(EventScope scope, @Nullable String party, int limit) {
        Where where = where(scope, party);
        Heads heads = new Records(database, shared).heads();
        long[] total = {0};
        List<Dyad> most = Rows.list(
                database,
                "SELECT a.side, b.side, " + EventScope.counts() + ", min(e.date), max(e.date), count(*) OVER ()" + ACTS
                        + where.sql() + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?",
                r -> {
                    total[0] = r.getLong(8);
                    return new Dyad(
                            r.getString(1),
                            heads.party(r.getString(1)),
                            r.getString(2),
                            heads.party(r.getString(2)),
                            r.getLong(3),
                            r.getLong(4),
                            r.getLong(5),
                            Queries.date(r, 6),
                            Queries.date(r, 7));
                },
                where.values(limit));
        return new Pairs(most, total[0]);
    }
}

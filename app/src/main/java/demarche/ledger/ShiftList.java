package demarche.ledger;

import demarche.ledger.Views.ShiftView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shifts that fit a dispute, a party, some words or a time, page by page, newest first. */
public final class ShiftList {
    private static final String FROM = " FROM shifts h ";
    /** What words are looked for in. */
    private static final String TOLD =
            " FROM shifts h LEFT JOIN positions a ON a.id = h.from_position LEFT JOIN positions b ON b.id = h.to_position"
                    + " LEFT JOIN events x ON x.id = h.from_event LEFT JOIN events y ON y.id = h.to_event JOIN issues i ON i.id = h.issue LEFT JOIN parties n ON n.id = h.party ";

    private static final String WORDS =
            "(i.name ILIKE ? ESCAPE '\\' OR coalesce(a.sentence, x.sentence) ILIKE ? ESCAPE '\\'"
                    + " OR coalesce(b.sentence, y.sentence) ILIKE ? ESCAPE '\\' OR coalesce(n.name, h.party) ILIKE ? ESCAPE '\\')";

    private final Database database;
    private final Shared shared;

    /**
     * Which shifts; null asks for nothing. Days are inclusive.
     *
     * @param dispute a dispute's id
     * @param party a side's id
     * @param words all of which the issue, the party's name or one of the sentences holds
     * @param kind yields, hardens, firmer, softer or condition
     */
    public record Filter(
            @Nullable String dispute,
            @Nullable String party,
            @Nullable String words,
            @Nullable String kind,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    ShiftList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("h.dispute = ?", f.dispute())
                .and("h.party = ?", f.party())
                .words(WORDS, f.words())
                .and("h.kind = ?", f.kind())
                .and("h.date >= ?", f.since())
                .and("h.date <= ?", f.until());
    }

    /** One page of the shifts that fit. */
    public List<ShiftView> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        List<String> ids = Rows.list(
                database,
                "SELECT h.id" + from(filter) + where.sql() + " ORDER BY h.date DESC, h.id LIMIT ? OFFSET ?",
                r -> r.getString(1),
                where.values(limit, offset));
        return ids.isEmpty()
                ? List.of()
                : new Records(database, shared)
                        .shifts("id " + Queries.IN, "ORDER BY date DESC, id", RowWriter.list(ids));
    }

    private static String from(Filter filter) {
        return filter.words() == null ? FROM : TOLD;
    }

    /** How many shifts fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, "SELECT count(*)" + from(filter) + where.sql(), where.values());
    }

    /** Ids of the positions or events of a shift, the earlier one first; empty when there is no shift with the id. */
    public List<String> positions(String shift) {
        return Rows.list(
                database,
                "SELECT unnest([coalesce(from_position, from_event), coalesce(to_position, to_event)]) FROM shifts WHERE id = ?",
                r -> r.getString(1),
                shift);
    }

    /** A dispute's name; null when there is none with the id. */
    public @Nullable String disputeName(String id) {
        return first("SELECT name FROM disputes WHERE id = ?", id);
    }

    /** The name of a party or side; null when no story speaks of one with the id. */
    public @Nullable String partyName(String id) {
        String name = first("SELECT name FROM parties WHERE id = ?", id);
        if (name != null) {
            return name;
        }
        return first("SELECT side FROM story_parties WHERE side = ? LIMIT 1", id) == null ? null : StateNames.of(id);
    }

    private @Nullable String first(String sql, String id) {
        List<String> found = Rows.list(database, sql, r -> r.getString(1), id);
        return found.isEmpty() ? null : found.get(0);
    }
}

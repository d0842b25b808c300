package demarche.ledger;

import demarche.ledger.Views.PositionView;
import demarche.story.Stance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions that fit a party, a dispute, a stance, some words or a time, page by page, newest first. */
public final class PositionList {
    private static final String COUNTED = "SELECT count(*) FROM positions p JOIN stories s ON s.id = p.story"
            + " LEFT JOIN issues i ON i.id = p.issue WHERE s.copy_of IS NULL AND s.replaced_by IS NULL ";

    private final Database database;

    /**
     * Which positions; null asks for nothing. Days are inclusive.
     *
     * @param party a side's id
     * @param dispute a dispute's id
     * @param words all of which the issue or the sentence holds
     */
    public record Filter(
            @Nullable String party,
            @Nullable String dispute,
            @Nullable Stance stance,
            @Nullable String words,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    PositionList(Database database) {
        this.database = database;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("(p.side = ? OR p.party = ?)", f.party())
                .and("p.id IN (SELECT position FROM dispute_members WHERE dispute = ?)", f.dispute())
                .and("p.stance = ?", f.stance() == null ? null : f.stance().name())
                .words("(p.sentence ILIKE ? ESCAPE '\\' OR i.name ILIKE ? ESCAPE '\\')", f.words())
                .and("p.date >= ?", f.since())
                .and("p.date <= ?", f.until());
    }

    /** One page of the positions that fit. */
    public List<PositionView> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return Rows.list(
                database,
                Queries.POSITION + where.more() + " ORDER BY p.date DESC NULLS LAST, p.id LIMIT ? OFFSET ?",
                r -> Queries.position(r, List.of()),
                where.values(limit, offset));
    }

    /** How many positions fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, COUNTED + where.more(), where.values());
    }
}

package demarche.ledger;

import demarche.ledger.Views.PositionView;
import demarche.story.Stance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions that fit a party, a dispute, a stance, some words or a time, page by page, newest first. */
public final class PositionList {
    private final Database database;
    private final Shared shared;

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

    PositionList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("(side = ? OR party = ?)", f.party())
                .and("id IN (SELECT position FROM dispute_members WHERE dispute = ?)", f.dispute())
                .and("stance = ?", f.stance() == null ? null : f.stance().name())
                .words(
                        "(sentence ILIKE ? ESCAPE '\\' OR issue IN (SELECT id FROM issues WHERE name ILIKE ? ESCAPE '\\'))",
                        f.words())
                .and("date >= ?", f.since())
                .and("date <= ?", f.until());
    }

    /** One page of the positions that fit. */
    public List<PositionView> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return new Records(database, shared)
                .positions(
                        "true" + where.more(),
                        "ORDER BY date DESC NULLS LAST, id LIMIT ? OFFSET ?",
                        where.values(limit, offset));
    }

    /** How many positions fit. */
    public long count(Filter filter) {
        Where where = where(filter).and(Records.COUNTS);
        return Rows.count(database, "SELECT count(*) FROM positions " + where.sql(), where.values());
    }
}

package demarche.ledger;

import demarche.ledger.Views.StoryView;
import demarche.story.Json;
import demarche.story.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories whose title fits some words, of an outlet or a time, page by page; and what the ledger knows about one. */
public final class StoryList {
    private final Database database;
    private final Shared shared;

    /** Which stories; null asks for nothing. Days are inclusive. */
    public record Filter(
            @Nullable String words,
            @Nullable String outlet,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** Where a story stands among the others: what it is a copy of, or by which version it was replaced; null where it is not. */
    public record Standing(
            String id,
            @Nullable String copyOf,
            @Nullable Double likeness,
            @Nullable String replacedBy) {}

    /** A copy of a story under another outlet. */
    public record Copy(
            String id,
            @Nullable String outlet,
            @Nullable String date,
            @Nullable String url,
            double likeness) {}

    /** A party of a story: its id in the reading, its id in the ledger, and its side's. */
    public record Named(String local, String party, String side) {}

    StoryList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private static Where where(Filter f) {
        return new Where()
                .and("s.copy_of IS NULL AND s.replaced_by IS NULL")
                .words("s.title ILIKE ? ESCAPE '\\'", f.words())
                .and("list_contains(w.outlets, ?)", f.outlet())
                .and("s.published >= ?", f.since())
                .and("s.published <= ?", f.until());
    }

    /** One page of the stories that fit, newest first. */
    public List<StoryView> find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        return new Records(database, shared)
                .heads()
                .of(Rows.list(
                        database,
                        "SELECT s.id FROM stories s" + Queries.JOIN + where.sql()
                                + " ORDER BY s.published DESC NULLS LAST, s.seq DESC LIMIT ? OFFSET ?",
                        r -> r.getString(1),
                        where.values(limit, offset)));
    }

    /** How many stories fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, "SELECT count(*) FROM stories s" + Queries.JOIN + where.sql(), where.values());
    }

    /** Outlets with most stories, copies counted. */
    public List<Views.Facet> outlets(int limit) {
        return shared.once(
                "outlets " + limit,
                () -> Rows.list(
                        database,
                        "SELECT outlet, count(*) FROM stories WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
                        r -> new Views.Facet(r.getString(1), r.getLong(2)),
                        limit));
    }

    /** The reading of a story; null when the id is not known. */
    public @Nullable Reading reading(String story) {
        List<Long> newest = Rows.list(
                database, "SELECT seq FROM readings WHERE story = ? ORDER BY seq DESC", r -> r.getLong(1), story);
        if (newest.isEmpty()) {
            return null;
        }
        List<String> found =
                Rows.list(database, "SELECT reading FROM readings WHERE seq = ?", r -> r.getString(1), newest.get(0));
        return found.isEmpty() ? null : Json.read(found.get(0));
    }

    /** Where a story stands; null when the id is not known. */
    public @Nullable Standing standing(String story) {
        List<Standing> found = Rows.list(
                database,
                "SELECT id, copy_of, likeness, replaced_by FROM stories WHERE id = ? LIMIT 1",
                r -> new Standing(r.getString(1), r.getString(2), (Double) r.getObject(3), r.getString(4)),
                story);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Copies of a story, oldest first. */
    public List<Copy> copies(String story) {
        return Rows.list(
                database,
                "SELECT id, outlet, published, url, likeness FROM stories WHERE copy_of = ? ORDER BY published, seq",
                r -> new Copy(r.getString(1), r.getString(2), Queries.date(r, 3), r.getString(4), r.getDouble(5)),
                story);
    }

    /** The parties of a story with their ids in the ledger. */
    public List<Named> parties(String story) {
        return Rows.list(
                database,
                "SELECT local, party, side FROM story_parties WHERE story = ?",
                r -> new Named(r.getString(1), r.getString(2), r.getString(3)),
                story);
    }
}

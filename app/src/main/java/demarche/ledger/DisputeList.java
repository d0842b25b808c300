package demarche.ledger;

import demarche.ledger.Views.DisputeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disputes that fit some words, a status or a party, page by page; their rhythm, and those near one. */
public final class DisputeList {
    private final Database database;
    private final Shared shared;

    /** Which disputes; null asks for nothing. {@code party} is a side's id. */
    public record Filter(
            @Nullable String words,
            @Nullable String status,
            @Nullable String party) {}

    /** In what order. */
    public enum Order {
        BUSIEST("d.score DESC"),
        /** New and active ones before others. */
        ACTIVE("(d.status IN ('active', 'new')) DESC"),
        NEWEST("d.last DESC NULLS LAST"),
        SHIFTING("d.shifts DESC"),
        NAME("lower(d.name)");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** How often a party calls what is contested so in a dispute. */
    public record Frame(String party, String naming, long times) {}

    DisputeList(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    private Where where(Filter f) {
        String words = f.words();
        return new Where()
                .and("d.id " + Queries.IN, words == null ? null : RowWriter.list(told(words)))
                .and("d.status = ?", f.status())
                .and("list_contains(d.parties, ?)", f.party());
    }

    /** Disputes whose name or namings hold all the words. */
    private List<String> told(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return shared.once("told", this::readTold).entrySet().stream()
                .filter(d -> wanted.stream().allMatch(d.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name and all namings of each dispute in small letters: reading them for each search costs more than the search. */
    private Map<String, String> readTold() {
        Map<String, String> out = new LinkedHashMap<>();
        Rows.list(
                database,
                "SELECT d.id, lower(d.name || ' ' || coalesce(string_agg(array_to_string(i.namings, ' '), ' '), ''))"
                        + " FROM (SELECT id, name, unnest(CASE WHEN len(issues) = 0 THEN [NULL] ELSE issues END) AS issue FROM disputes) d LEFT JOIN issues i ON i.id = d.issue"
                        + " GROUP BY d.id, d.name",
                r -> out.put(r.getString(1), r.getString(2)));
        return out;
    }

    /** One page of the disputes that fit. */
    public List<DisputeView> find(Filter filter, Order order, int limit, int offset) {
        Where where = where(filter);
        return views(Rows.list(
                database,
                "SELECT d.id FROM disputes d " + where.sql() + " ORDER BY " + order.sql
                        + ", d.score DESC, d.id LIMIT ? OFFSET ?",
                r -> r.getString(1),
                where.values(limit, offset)));
    }

    private List<DisputeView> views(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, DisputeView> found = shared.once("disputes", this::all);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Map<String, DisputeView> all() {
        List<String> ids = Rows.list(database, "SELECT id FROM disputes", r -> r.getString(1));
        Map<String, DisputeView> out = new LinkedHashMap<>();
        database.run(c -> Queries.disputes(c, ids)).forEach(d -> out.put(d.id(), d));
        return out;
    }

    /** One dispute with all that was said and done in it, oldest first; null when there is none with this id. */
    public Views.@Nullable DisputePage page(String id) {
        List<DisputeView> found = views(List.of(id));
        return found.isEmpty()
                ? null
                : new DisputeContents(database, shared.once("heads", () -> Heads.read(database))).of(found.get(0));
    }

    /** How many disputes fit. */
    public long count(Filter filter) {
        Where where = where(filter);
        return Rows.count(database, "SELECT count(*) FROM disputes d " + where.sql(), where.values());
    }

    /** How many disputes have each status. */
    public List<Views.Facet> statuses() {
        return shared.once(
                "statuses",
                () -> Rows.list(
                        database,
                        "SELECT status, count(*) FROM disputes GROUP BY 1 ORDER BY 2 DESC, 1",
                        r -> new Views.Facet(r.getString(1), r.getLong(2))));
    }

    /** Stories of each dispute in {@code steps} equal stretches of the ledger's time, oldest first. */
    public Map<String, List<Integer>> rhythm(int steps) {
        return shared.once("rhythm " + steps, () -> readRhythm(steps));
    }

    private Map<String, List<Integer>> readRhythm(int steps) {
        Map<String, List<Integer>> out = new LinkedHashMap<>();
        Rows.list(
                database,
                "WITH span AS (SELECT min(first) AS a, max(last) AS b FROM disputes), x AS (SELECT m.dispute,"
                        + " least(? - 1, (date_diff('day', span.a, s.published) * ? / (date_diff('day', span.a, span.b) + 1))::INTEGER) AS step"
                        + " FROM dispute_stories m JOIN stories s ON s.id = m.story, span WHERE s.published IS NOT NULL)"
                        + " SELECT dispute, step, count(*) FROM x GROUP BY ALL ORDER BY ALL",
                r -> {
                    List<Integer> counts = out.computeIfAbsent(
                            r.getString(1), k -> new ArrayList<>(java.util.Collections.nCopies(steps, 0)));
                    int step = Math.max(0, Math.min(steps - 1, r.getInt(2)));
                    counts.set(step, counts.get(step) + r.getInt(3));
                    return step;
                },
                steps,
                steps);
        return out;
    }

    /** Disputes that share stories, issues or two parties with one, the nearest first. */
    public List<DisputeView> near(String dispute, int limit) {
        return views(Rows.list(
                database,
                "WITH me AS (SELECT * FROM disputes WHERE id = ?), told AS (SELECT b.dispute, count(*) AS n FROM dispute_stories a"
                        + " JOIN dispute_stories b ON a.story = b.story AND a.dispute <> b.dispute WHERE a.dispute = ? GROUP BY 1)"
                        + " SELECT d.id FROM disputes d CROSS JOIN me LEFT JOIN told ON told.dispute = d.id WHERE d.id <> me.id AND"
                        + " (told.n > 0 OR len(list_intersect(d.issues, me.issues)) > 0 OR len(list_intersect(d.parties, me.parties)) > 1)"
                        + " ORDER BY 3 * coalesce(told.n, 0) + 2 * len(list_intersect(d.issues, me.issues)) + len(list_intersect(d.parties, me.parties)) DESC,"
                        + " d.score DESC, d.id LIMIT ?",
                r -> r.getString(1),
                dispute,
                dispute,
                limit));
    }

    /** Disputes that a story is told in. */
    public List<DisputeView> ofStory(String story) {
        return views(Rows.list(
                database,
                "SELECT d.id FROM dispute_stories m JOIN disputes d ON d.id = m.dispute WHERE m.story = ? ORDER BY d.score DESC, d.id",
                r -> r.getString(1),
                story));
    }

    /** Disputes about an issue. */
    public List<DisputeView> ofIssue(String issue) {
        return views(Rows.list(
                database,
                "SELECT id FROM disputes WHERE list_contains(issues, ?) ORDER BY score DESC, id LIMIT 20",
                r -> r.getString(1),
                issue));
    }

    /** What each side calls what is contested, most often first. */
    public List<Frame> frames(String dispute) {
        return Rows.list(
                database,
                "SELECT p.side, p.naming, count(*) FROM dispute_members m JOIN positions p ON p.id = m.position"
                        + " WHERE m.dispute = ? AND p.naming IS NOT NULL GROUP BY ALL ORDER BY 1, 3 DESC, 2",
                r -> new Frame(r.getString(1), r.getString(2), r.getLong(3)),
                dispute);
    }
}

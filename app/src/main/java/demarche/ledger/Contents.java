package demarche.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is in a ledger as a whole: what made its readings, its outlets and time, how often each rule fired. */
public final class Contents {
    private final Database database;
    private final Shared shared;

    /** A version of the engine with its codebook and model, and how many readings it made. */
    public record Made(String engine, String codebook, String model, long readings) {}

    /** An outlet, its stories (copies included), how many of them are copies, and its time. */
    public record Outlet(
            String outlet,
            long stories,
            long copies,
            @Nullable String first,
            @Nullable String last) {}

    /** An ingest: when (UTC), and what became of the stories. */
    public record Intake(String given, long read, long fresh, long copies, long unchanged, long skipped) {}

    /** Input that an ingest skipped, and why. */
    public record Skip(String input, String reason) {}

    Contents(Database database, Shared shared) {
        this.database = database;
        this.shared = shared;
    }

    /** What made the readings, the most first. */
    public List<Made> made() {
        return Rows.list(
                database,
                "SELECT coalesce(engine, '?'), coalesce(codebook, '?'), coalesce(model, '?'), count(*) FROM readings GROUP BY ALL ORDER BY 4 DESC",
                r -> new Made(r.getString(1), r.getString(2), r.getString(3), r.getLong(4)));
    }

    /** Outlets, those with most stories first. */
    public List<Outlet> outlets(int limit) {
        return Rows.list(
                database,
                "SELECT outlet, stories, copies, first, last FROM outlets ORDER BY stories DESC, outlet LIMIT ?",
                r -> new Outlet(r.getString(1), r.getLong(2), r.getLong(3), Queries.date(r, 4), Queries.date(r, 5)),
                limit);
    }

    /** Stories without a date, stories replaced by a corrected version, and stories in which nothing was read. */
    public Map<String, Long> gaps() {
        return shared.once("gaps", this::counted);
    }

    private Map<String, Long> counted() {
        Map<String, Long> out = new LinkedHashMap<>();
        out.put(
                "stories without a date",
                Rows.count(database, "SELECT count(*) FROM current_stories WHERE published IS NULL"));
        out.put(
                "earlier versions of corrected stories",
                Rows.count(database, "SELECT count(*) FROM stories WHERE replaced_by IS NOT NULL"));
        out.put(
                "stories in which nothing was read",
                Rows.count(
                        database,
                        "SELECT count(*) FROM current_stories s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.story = s.id)"
                                + " AND NOT EXISTS (SELECT 1 FROM positions p WHERE p.story = s.id) AND NOT EXISTS (SELECT 1 FROM statements t WHERE t.story = s.id)"));
        out.put(
                "events without a recipient",
                Rows.count(
                        database,
                        "SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM event_parties x WHERE x.event = e.id AND x.role = 'recipient')"));
        out.put(
                "positions without an issue",
                Rows.count(database, "SELECT count(*) FROM positions WHERE issue IS NULL"));
        return out;
    }

    /** The last ingests, newest first. */
    public List<Intake> intakes() {
        return Rows.list(
                database,
                "SELECT strftime(i.given, '%Y-%m-%d %H:%M'), i.read, i.fresh, i.copies, i.unchanged, (SELECT count(*) FROM skipped s WHERE s.intake = i.seq)"
                        + " FROM intakes i ORDER BY i.seq DESC LIMIT 20",
                r -> new Intake(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6)));
    }

    /** What was skipped last, newest first. */
    public List<Skip> skipped() {
        return Rows.list(
                database,
                "SELECT input, reason FROM skipped ORDER BY intake DESC, input LIMIT 200",
                r -> new Skip(r.getString(1), r.getString(2)));
    }

    /** How often each rule fired, events and positions together. */
    public Map<String, Long> fired() {
        return shared.once("fired", this::byRule);
    }

    private Map<String, Long> byRule() {
        Map<String, Long> out = new LinkedHashMap<>();
        Rows.list(
                database,
                "SELECT rule, count(*) FROM (SELECT rule FROM events UNION ALL SELECT rule FROM positions) GROUP BY 1 ORDER BY 2 DESC, 1",
                r -> out.put(r.getString(1), r.getLong(2)));
        return out;
    }

    /** Gives every current story (id, title and text) to {@code story}, and every statement (id, speaker and content) to {@code statement}. */
    public void texts(BiConsumer<Text, String> story, BiConsumer<Text, String> statement) {
        Rows.list(
                database,
                "SELECT id, id, published, coalesce(title, ''), text FROM current_stories",
                r -> take(
                        story,
                        new Text(r.getString(1), r.getString(2), Queries.date(r, 3), r.getString(4)),
                        r.getString(5)));
        Rows.list(
                database,
                "SELECT t.id, t.story, t.date, coalesce(n.name, ''), t.content FROM statements t LEFT JOIN parties n ON n.id = t.speaker"
                        + " WHERE t.story IN " + Derivation.CURRENT,
                r -> take(
                        statement,
                        new Text(r.getString(1), r.getString(2), Queries.date(r, 3), r.getString(4)),
                        r.getString(5)));
    }

    private static boolean take(BiConsumer<Text, String> taker, Text text, String words) {
        taker.accept(text, words);
        return true;
    }

    /** A text to search: its id, its story, its day, and its heading (a story's title, a statement's speaker). */
    public record Text(String id, String story, @Nullable String date, String heading) {}
}

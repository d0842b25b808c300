package demarche.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import demarche.ledger.BoundedSql;
import demarche.story.InputException;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One's own questions in SQL. */
final class SqlPage implements Page {
    private static final int LONGEST = 6_000;
    private static final int ROWS = 200;
    private static final int MOST_SHOWN = 1_000;
    private static final int MOST = 50_000;
    private static final int AT_ONCE = 2;

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "Events by type",
                    "SELECT type, count(*) AS events\nFROM events\nGROUP BY type\nORDER BY events DESC"),
            new Example(
                    "Who refuses most",
                    "SELECT side, count(*) AS refusals\nFROM positions\nWHERE stance = 'REFUSES'\nGROUP BY side\nORDER BY refusals DESC"),
            new Example(
                    "Shifts with both sentences",
                    "SELECT party, issue, kind, from_date, from_sentence, to_date, to_sentence\nFROM shift_sentences\nORDER BY to_date DESC"),
            new Example(
                    "Stories by month",
                    "SELECT strftime(published, '%Y-%m') AS month, count(*) AS stories\nFROM current_stories\nGROUP BY month\nORDER BY month"));

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** A question to begin with. */
    record Example(String title, String sql) {}

    /**
     * What the page shows.
     *
     * @param sql the question; null when none was asked
     * @param wrong what is wrong with it; null when nothing is
     * @param answer null when there is none
     */
    record Desk(
            @Nullable String sql,
            int limit,
            @JsonIgnore @Nullable String wrong,
            @JsonUnwrapped BoundedSql.@Nullable Answer answer,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BoundedSql.Table> schema,
            @JsonIgnore List<Example> examples) {
        /** The page's address of a value that is an id; null when it is none. */
        @Nullable
        String href(int column, @Nullable Object value) {
            if (answer == null || value == null) {
                return null;
            }
            return switch (answer.columns().get(column)) {
                case "story" -> Links.story(value.toString());
                case "dispute" -> Links.dispute(value.toString());
                default -> null;
            };
        }
    }

    @Override
    public String path() {
        return "/sql";
    }

    @Override
    public String nav() {
        return "SQL";
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public Answer answer(Ask ask) {
        String sql = ask.text("sql", LONGEST);
        int limit = ask.number("limit", ROWS, 1, ask.html() ? MOST_SHOWN : MOST);
        BoundedSql desk = ask.reader().sql();
        List<BoundedSql.Table> schema = sql == null || ask.html() ? desk.schema() : List.of();
        if (sql == null) {
            return Answer.of("sql.jte", "SQL", new Desk(null, limit, null, null, schema, EXAMPLES));
        }
        if (!free.tryAcquire()) {
            throw new ServiceUnavailableResponse(
                    "Other questions in SQL are being answered. Ask again in some seconds.");
        }
        try {
            BoundedSql.Answer answer = desk.ask(sql, limit);
            return Answer.of("sql.jte", "SQL", new Desk(sql, limit, null, answer, schema, EXAMPLES))
                    .table(answer);
        } catch (InputException e) {
            if (!ask.html()) {
                throw e;
            }
            return Answer.of("sql.jte", "SQL", new Desk(sql, limit, e.getMessage(), null, schema, EXAMPLES))
                    .status(400);
        } finally {
            free.release();
        }
    }

    /** Whether a column's values are numbers. */
    static boolean numbers(BoundedSql.Answer answer, int column) {
        return answer.rows().stream()
                .map(r -> r.get(column))
                .filter(java.util.Objects::nonNull)
                .allMatch(v -> v instanceof Number);
    }

    /** A value as people read it. */
    static String text(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.format(Locale.ROOT, "%.1f", number)
                    : value.toString();
        }
        return value == null ? "" : value.toString();
    }
}

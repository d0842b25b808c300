package demarche.ledger;

import demarche.story.InputException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Users' own SQL as a server may answer it: one statement that reads, in a transaction that cannot write, stopped after
 * {@value #SECONDS} seconds, so many rows and {@value #CHARACTERS} characters. The database's own bound on memory holds for all
 * questions together ({@link Database}).
 */
public final class BoundedSql {
    /** Longest time a statement may take. */
    public static final int SECONDS = 10;
    /** Most characters an answer may hold. */
    public static final int CHARACTERS = 4_000_000;

    private static final Pattern LISTS =
            Pattern.compile("^(select|with|from|values|\\()\\b?.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Database database;

    /**
     * Rows of numbers, booleans, texts and nulls.
     *
     * @param cut whether there are more rows than were asked for
     */
    public record Answer(List<String> columns, List<List<@Nullable Object>> rows, boolean cut) {}

    /** A table or view that can be asked. */
    public record Table(String name, List<Column> columns) {}

    /** A column and DuckDB's name of its type. */
    public record Column(String name, String type) {}

    BoundedSql(Database database) {
        this.database = database;
    }

    /**
     * Answers a statement.
     *
     * @throws InputException when it is no statement that reads, is wrong, or takes too long; says what DuckDB says
     */
    public Answer ask(String sql, int limit) {
        String one = SqlGate.checked(sql);
        String bounded = LISTS.matcher(one).matches() ? "FROM (" + one + "\n) LIMIT " + (limit + 1) : one;
        return database.run(c -> {
            try {
                return run(c, bounded, limit);
            } catch (SQLException e) {
                throw new InputException(reason(e), e);
            }
        });
    }

    private static Answer run(Connection c, String sql, int limit) throws SQLException {
        execute(c, "BEGIN TRANSACTION READ ONLY");
        try (Statement s = c.createStatement()) {
            s.setQueryTimeout(SECONDS);
            try (ResultSet r = s.executeQuery(sql)) {
                return answer(r, limit);
            }
        } finally {
            execute(c, "ROLLBACK");
        }
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static String reason(SQLException e) {
        String message =
                String.valueOf(e.getMessage()).replaceFirst("(?s)\\s*(Stack Trace:|LINE \\d+: FROM \\().*$", "");
        if (message.contains("INTERRUPT")) {
            return "It took longer than " + SECONDS + " seconds. Ask for less.";
        }
        if (message.contains("Out of Memory")) {
            return "It needs more memory than a question may have. Ask for less.";
        }
        return message.replaceFirst("^(SQL|java\\.sql\\.SQL)?[A-Za-z ]*(Error|Exception): ", "")
                .strip();
    }

    private static Answer answer(ResultSet r, int limit) throws SQLException {
        ResultSetMetaData meta = r.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long characters = 0;
        while (r.next()) {
            if (rows.size() == limit) {
                return new Answer(columns, rows, true);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = plain(r.getObject(i));
                row.add(value);
                characters += value == null ? 0 : value.toString().length();
            }
            if (characters > CHARACTERS) {
                throw new InputException(String.format(
                        Locale.ROOT,
                        "The answer holds more than %,d characters. Ask for fewer rows or columns.",
                        CHARACTERS));
            }
            rows.add(row);
        }
        return new Answer(columns, rows, false);
    }

    /** A value as JSON has it: numbers that are finite, booleans and null as they are, all else as text. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number n && !Double.isNaN(n.doubleValue()) && !Double.isInfinite(n.doubleValue())) {
            return value;
        }
        return value.toString();
    }

    /** What can be asked, tables before views, each in the order of the guide. */
    public List<Table> schema() {
        List<Table> out = new ArrayList<>();
        List<String[]> rows = Rows.list(
                database,
                "SELECT c.table_name, c.column_name, c.data_type FROM duckdb_columns() c LEFT JOIN duckdb_tables() t"
                        + " ON t.table_oid = c.table_oid WHERE NOT c.internal AND c.schema_name = 'main'"
                        + " ORDER BY t.table_oid IS NULL, c.table_name, c.column_index",
                r -> new String[] {r.getString(1), r.getString(2), r.getString(3)});
        for (String[] row : rows) {
            if (out.isEmpty() || !out.get(out.size() - 1).name().equals(row[0])) {
                out.add(new Table(row[0], new ArrayList<>()));
            }
            out.get(out.size() - 1).columns().add(new Column(row[1], row[2]));
        }
        return out;
    }
}

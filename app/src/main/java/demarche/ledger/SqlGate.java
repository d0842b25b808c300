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
 * Lets users ask their own SQL: one statement in a transaction that cannot write, for a bounded time and number of rows.
 * Files are out of reach because the database is opened without access to them ({@link Database}).
 */
final class SqlGate {
    private static final int SECONDS = 20;
    private static final Pattern READS = Pattern.compile(
            "^(select|with|from|describe|show|summarize|pivot|values|explain|\\()\\b?.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n\\r]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DOLLARS = Pattern.compile("\\$\\w*\\$");

    private SqlGate() {}

    /** The statement without its last semicolon, when it is one statement that reads. */
    static String checked(String sql) {
        String one = sql.strip().replaceAll("[;\\s]+$", "");
        String bare = QUOTED.matcher(one).replaceAll(" ").strip();
        if (!READS.matcher(bare).matches()
                || bare.contains(";")
                || DOLLARS.matcher(one).find()) {
            throw new InputException("only one statement that reads is answered here. Begin it with SELECT or WITH.");
        }
        return one;
    }

    static Views.Table ask(Connection c, String sql, int limit) throws SQLException {
        String one = checked(sql);
        run(c, "BEGIN TRANSACTION READ ONLY");
        try (Statement s = c.createStatement()) {
            s.setQueryTimeout(SECONDS);
            try (ResultSet r = s.executeQuery(one)) {
                return table(r, limit);
            }
        } catch (SQLException e) {
            throw new InputException("SQL: " + reason(e), e);
        } finally {
            run(c, "ROLLBACK");
        }
    }

    private static void run(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    /** The first line of DuckDB's message, without the name of its kind. */
    static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("the query failed");
        return message.contains("INTERRUPT")
                ? "took longer than " + SECONDS + " seconds. Ask for less."
                : message.replaceFirst("^(SQL|java\\.sql\\.SQL)?[A-Za-z ]*(Error|Exception): ", "");
    }

    private static Views.Table table(ResultSet r, int limit) throws SQLException {
        ResultSetMetaData meta = r.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (r.next()) {
            if (rows.size() == limit) {
                return new Views.Table(columns, rows, true);
            }
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = r.getObject(i);
                row.add(value == null ? null : value.toString());
            }
            rows.add(row);
        }
        return new Views.Table(columns, rows, false);
    }
}

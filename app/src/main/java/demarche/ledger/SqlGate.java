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

/** Lets users ask their own SQL: one statement that reads, without files, for a bounded number of rows. */
final class SqlGate {
    private static final Pattern READS = Pattern.compile(
            "^\\s*(select|with|from|describe|show|summarize|pivot|values)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FILES = Pattern.compile(
            "\\b(read_[a-z_]+|glob|parquet_scan|csv_scan|sniff_csv|getenv|query_table|duckdb_secrets|attach|copy|install|load|pragma_[a-z_]*)\\s*\\(|from\\s+'",
            Pattern.CASE_INSENSITIVE);

    private SqlGate() {}

    static Views.Table ask(Connection c, String sql, int limit) throws SQLException {
        String one = sql.strip().replaceAll(";\\s*$", "");
        if (!READS.matcher(one).matches() || one.contains(";")) {
            throw new InputException("only one statement that reads is answered here. Begin it with SELECT or WITH.");
        }
        if (FILES.matcher(one).find()) {
            throw new InputException(
                    "files cannot be read from here. Ask the ledger's own tables (SHOW TABLES lists them).");
        }
        try (Statement s = c.createStatement()) {
            s.setQueryTimeout(20);
            try (ResultSet r = s.executeQuery(one)) {
                return table(r, limit);
            }
        } catch (SQLException e) {
            throw new InputException(
                    String.valueOf(e.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("the query failed")
                            .replaceFirst("^[A-Za-z ]*Error: ", "SQL: "),
                    e);
        }
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

package demarche.ledger;

import demarche.exchange.Column;
import demarche.story.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Text tables and JSON lines into Parquet, with no ledger at hand. */
public final class ParquetFile {
    private ParquetFile() {}

    /**
     * Writes a table without a header as Parquet; empty cells become null. Tab-separated cells stand as they are, others may be
     * in quotes.
     *
     * @throws InputException when the file cannot be written
     */
    public static void ofTable(List<Column> columns, char separator, Path table, Path to) {
        String types = columns.stream()
                .map(c -> "'" + c.name() + "': '" + type(c.type()) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        String quote = separator == ',' ? "\"" : "";
        copy(
                "SELECT * FROM read_csv('" + quoted(table) + "', delim = '" + separator + "', header = false, quote = '"
                        + quote + "', escape = '" + quote + "', nullstr = '', columns = " + types
                        + ")",
                to);
    }

    /**
     * Writes JSON lines as Parquet; columns and their types are told from the records.
     *
     * @throws InputException when the file cannot be written
     */
    public static void ofJsonLines(Path lines, Path to) {
        copy("SELECT * FROM read_json('" + quoted(lines) + "', format = 'newline_delimited', sample_size = -1)", to);
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case REAL -> "DOUBLE";
        };
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    private static void copy(String select, Path to) {
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement()) {
            s.execute("SET memory_limit = '500MB'; SET threads = 2");
            s.execute("COPY (" + select + ") TO '" + quoted(to) + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new InputException(to + ": " + SqlGate.reason(e), e);
        }
    }
}

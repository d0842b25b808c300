package demarche.ledger;

import demarche.story.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes tables, views or the answer to a query into files that other programs read. */
public final class Export {
    /** Kinds of file; their names in lower case are the endings. */
    public enum Format {
        PARQUET("FORMAT parquet, COMPRESSION zstd"),
        CSV("FORMAT csv, HEADER"),
        JSON("FORMAT json, ARRAY true"),
        JSONL("FORMAT json");

        private final String options;

        Format(String options) {
            this.options = options;
        }

        /** The format that a file's name asks for by its ending. */
        public static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith(format.ending())) {
                    return format;
                }
            }
            throw new InputException(file + ": its ending tells no format. Use .parquet, .csv, .json or .jsonl.");
        }

        /** The ending of such files, with its full stop. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Database database;

    Export(Database database) {
        this.database = database;
    }

    /** Tables and views that can be exported by name. */
    public List<String> tables() {
        return database.run(Export::tables);
    }

    static List<String> tables(Connection c) throws SQLException {
        List<String> out = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'main' AND table_name <> 'meta' ORDER BY table_name")) {
            while (r.next()) {
                out.add(r.getString(1));
            }
        }
        return out;
    }

    /**
     * Writes a table, a view, or the answer to a statement that reads.
     *
     * @return how many rows were written
     * @throws InputException when there is no such table, the statement is wrong or the file cannot be written
     */
    public long write(String tableOrSelect, Path file, Format format) {
        return database.run(c -> {
            String query = query(c, tableOrSelect);
            try (Statement s = c.createStatement()) {
                return s.executeLargeUpdate("COPY (" + query + ") TO '"
                        + file.toString().replace("'", "''") + "' (" + format.options + ")");
            } catch (SQLException e) {
                throw new InputException(file + ": " + SqlGate.reason(e), e);
            }
        });
    }

    private static String query(Connection c, String tableOrSelect) throws SQLException {
        List<String> tables = tables(c);
        String name = tableOrSelect.strip().toLowerCase(Locale.ROOT);
        if (tables.contains(name)) {
            return "FROM \"" + name + "\" ORDER BY ALL";
        }
        if (name.matches("\\w+")) {
            throw new InputException(
                    tableOrSelect + ": no such table. Give one of " + String.join(", ", tables) + ", or a SELECT.");
        }
        return SqlGate.checked(tableOrSelect);
    }
}

package demarche.ledger;

import demarche.story.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The ledger's file: one DuckDB database, its schema brought up to date when it is opened. */
final class Database implements AutoCloseable {
    /** Number of the newest migration, {@code V00n.sql}. */
    static final int SCHEMA = 9;

    /** The oldest DuckDB that can open new ledgers. Older formats make files much larger, newer ones shut out stable releases. */
    private static final String STORAGE = "v1.4.0";

    private final Connection connection;

    /** Something done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Something done with a connection that answers nothing. */
    interface Deed {
        void with(Connection connection) throws SQLException;
    }

    private Database(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a ledger, and makes it when the file is not there.
     *
     * @throws InputException when the file is no ledger, is of a newer version, or another process holds it
     */
    static Database open(Path file) {
        return open(file, false);
    }

    /** Opens a ledger so that statements may read and write other files too. */
    static Database openWithFiles(Path file) {
        return open(file, true);
    }

    /**
     * A question is answered by one thread: most take milliseconds, and a second thread made them cost half as much again and
     * wait for each other on a busy machine. Only what writes whole tables to files has two.
     */
    private static Database open(Path file, boolean files) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(file + ": its folder does not exist. Make it, or give another --ledger.");
        }
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "700MB");
        settings.setProperty("threads", files ? "2" : "1");
        settings.setProperty("storage_compatibility_version", STORAGE);
        settings.setProperty("max_temp_directory_size", "2GB");
        settings.setProperty("enable_external_access", String.valueOf(files));
        settings.setProperty("lock_configuration", "true");
        Connection connection;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        } catch (SQLException e) {
            throw new InputException(file + ": " + trouble(String.valueOf(e.getMessage())), e);
        }
        NativeLibrary.unlink();
        Database out = new Database(connection);
        out.migrate(file);
        return out;
    }

    private static String trouble(String message) {
        if (message.contains("lock")) {
            return "another process has this ledger open. Stop it (a running \"demarche serve\"?), or give another --ledger.";
        }
        return "cannot be opened as a ledger ("
                + message.lines().findFirst().orElse("no reason given")
                + "). Give the file that \"demarche ingest\" made.";
    }

    /** Another connection to the same database, for reading beside this one. */
    Database beside() {
        return run(c -> new Database(c.unwrap(DuckDBConnection.class).duplicate()));
    }

    private void migrate(Path file) {
        execute(c -> {
            try (Statement s = c.createStatement()) {
                s.execute("CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR)");
            }
        });
        int at = Integer.parseInt(meta("schema", "0"));
        if (at > SCHEMA) {
            throw new InputException(file + ": made by a newer Demarche (schema " + at + "; this one knows " + SCHEMA
                    + "). Update Demarche.");
        }
        for (int version = at + 1; version <= SCHEMA; version++) {
            String sql = resource(String.format("V%03d.sql", version));
            int done = version;
            executeInTransaction(c -> {
                try (Statement s = c.createStatement()) {
                    s.execute(sql);
                }
                meta(c, "schema", String.valueOf(done));
            });
        }
    }

    private static String resource(String name) {
        try (InputStream in = Database.class.getResourceAsStream("/demarche/ledger/" + name)) {
            if (in == null) {
                throw new IllegalStateException("migration " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs work on the one connection; SQL faults become unchecked. */
    synchronized <T> T run(Work<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** All of it or nothing. */
    synchronized <T> T inTransaction(Work<T> work) {
        return run(c -> {
            c.setAutoCommit(false);
            try {
                begin(c);
                T out = work.with(c);
                c.commit();
                return out;
            } catch (SQLException | RuntimeException e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        });
    }

    /**
     * The driver begins a transaction with the first statement, and appenders are none: without this, what they write is kept
     * table by table, and a kill between two of them leaves a reading without its story.
     */
    private static void begin(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("SELECT 1");
        }
    }

    void execute(Deed deed) {
        run(c -> {
            deed.with(c);
            return true;
        });
    }

    void executeInTransaction(Deed deed) {
        inTransaction(c -> {
            deed.with(c);
            return true;
        });
    }

    /** A remembered value, {@code otherwise} when there is none. */
    String meta(String key, String otherwise) {
        return run(c -> {
            try (var query = c.prepareStatement("SELECT value FROM meta WHERE key = ?")) {
                query.setString(1, key);
                try (ResultSet rows = query.executeQuery()) {
                    @Nullable String value = rows.next() ? rows.getString(1) : null;
                    return value == null ? otherwise : value;
                }
            }
        });
    }

    static void meta(Connection c, String key, String value) throws SQLException {
        try (var update = c.prepareStatement("INSERT OR REPLACE INTO meta VALUES (?, ?)")) {
            update.setString(1, key);
            update.setString(2, value);
            update.execute();
        }
    }

    @Override
    public void close() {
        execute(c -> {
            c.close();
        });
    }
}

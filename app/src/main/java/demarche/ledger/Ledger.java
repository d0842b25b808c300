package demarche.ledger;

import demarche.exchange.Coverage;
import demarche.story.InputException;
import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger: readings are appended to one file and everything else is derived from them. One writer at a time; each batch
 * is kept whole or not at all.
 */
public final class Ledger implements AutoCloseable {
    private final Database database;
    private final Copies copies = new Copies();
    private final Set<String> known = new HashSet<>();
    private final AtomicLong version = new AtomicLong();
    private final Shared shared = new Shared(version::get);
    private long next;

    /** What became of the readings added. */
    public record Added(int fresh, int copies, int unchanged) {
        public Added plus(Added other) {
            return new Added(fresh + other.fresh, copies + other.copies, unchanged + other.unchanged);
        }
    }

    private Ledger(Database database) {
        this.database = database;
    }

    /**
     * Opens a ledger, makes it when the file is not there, and finishes what an interrupted ingest left to do.
     *
     * @throws InputException when the file cannot be a ledger or another process holds it
     */
    public static Ledger open(Path file) {
        return open(Database.open(file));
    }

    private static Ledger open(Database database) {
        Ledger out = new Ledger(database);
        out.load();
        if (!out.database.meta("derived", "").equals(out.state())) {
            out.derive();
        }
        return out;
    }

    /**
     * Opens a ledger that is there.
     *
     * @throws InputException when there is none
     */
    public static Ledger openExisting(Path file) {
        return open(Database.open(existing(file)));
    }

    /** Opens a ledger that is there so that {@link Export} may write files; SQL of others must not be run on it. */
    public static Ledger openForExport(Path file) {
        return open(Database.openWithFiles(existing(file)));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no ledger there. Make one with \"demarche ingest FILES… --ledger " + file
                    + "\", or give the right --ledger.");
        }
        return file;
    }

    private void load() {
        database.execute(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT content, seq FROM readings")) {
                while (r.next()) {
                    known.add(r.getString(1));
                    next = Math.max(next, r.getLong(2) + 1);
                }
            }
            try (Statement s = c.createStatement();
                    ResultSet r =
                            s.executeQuery("SELECT id, signature FROM stories WHERE copy_of IS NULL ORDER BY seq")) {
                while (r.next()) {
                    copies.remember(r.getString(1), r.getBytes(2));
                }
            }
        });
    }

    /** Whether this very story, with this text, is in the ledger. */
    public boolean has(Story story) {
        return known.contains(StoryFold.content(story));
    }

    /** Adds readings as one batch; what is already there is left alone. Call {@link #derive} when all are in. */
    public Added add(List<Reading> readings) {
        List<String> taken = new ArrayList<>();
        try {
            return database.inTransaction(c -> {
                int fresh = 0;
                int folded = 0;
                for (Reading reading : readings) {
                    String content = StoryFold.content(reading.story());
                    if (known.add(content)) {
                        taken.add(content);
                        boolean copy = append(c, reading, content);
                        fresh += copy ? 0 : 1;
                        folded += copy ? 1 : 0;
                    }
                }
                return new Added(fresh, folded, readings.size() - fresh - folded);
            });
        } catch (RuntimeException e) {
            known.removeAll(taken);
            throw e;
        }
    }

    /**
     * Keeps corrections and applies them to their stories' records at once; call {@link #derive} to carry them over to issues,
     * disputes and shifts.
     */
    public void correct(List<Correction> corrections) {
        database.executeInTransaction(c -> {
            for (Correction correction : corrections) {
                Corrections.append(c, correction);
            }
            for (String story :
                    corrections.stream().map(Correction::story).distinct().toList()) {
                again(c, story);
            }
        });
        version.incrementAndGet();
    }

    private static void again(Connection c, String story) throws SQLException {
        List<Correction> all = Corrections.byStory(c).getOrDefault(story, List.of());
        try (PreparedStatement p = c.prepareStatement("SELECT reading FROM readings WHERE story = ? LIMIT 1")) {
            RowWriter.bind(p, story);
            try (ResultSet r = p.executeQuery()) {
                if (r.next()) {
                    new RowWriter(c).again(StoryFold.of(Corrected.of(Json.read(r.getString(1)), all)));
                }
            }
        }
    }

    /** Keeps what an ingest read and skipped: each input with the reason. */
    public void logIntake(long read, Added added, Map<String, String> skipped) {
        database.executeInTransaction(c -> {
            try (PreparedStatement p = c.prepareStatement(
                    "INSERT INTO intakes VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM intakes), now()::TIMESTAMP, ?, ?, ?, ?)")) {
                RowWriter.bind(p, read, added.fresh(), added.copies(), added.unchanged());
                p.execute();
            }
            try (PreparedStatement p =
                    c.prepareStatement("INSERT INTO skipped VALUES ((SELECT max(seq) FROM intakes), ?, ?)")) {
                for (Map.Entry<String, String> skip : skipped.entrySet()) {
                    RowWriter.bind(p, skip.getKey(), skip.getValue());
                    p.execute();
                }
            }
        });
    }

    private boolean append(Connection c, Reading reading, String content) throws SQLException {
        long seq = next++;
        try (PreparedStatement p = c.prepareStatement("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            RowWriter.bind(
                    p,
                    seq,
                    StoryFold.id(reading.story()),
                    StoryFold.source(reading.story()),
                    content,
                    reading.engine().version(),
                    reading.engine().codebook(),
                    reading.engine().model(),
                    Json.write(reading));
            p.execute();
        }
        return fold(c, reading, seq);
    }

    /** Puts one reading into the tables; true when it is a copy of an earlier story. */
    private boolean fold(Connection c, Reading reading, long seq) throws SQLException {
        StoryRows rows = StoryFold.of(reading);
        String id = rows.story().id();
        try (PreparedStatement p =
                c.prepareStatement("UPDATE stories SET replaced_by = ? WHERE source = ? AND replaced_by IS NULL")) {
            RowWriter.bind(p, id, rows.story().source());
            p.execute();
        }
        byte[] signature = Copies.signature(rows.story().text());
        Copies.Found copy = copies.find(signature);
        if (copy != null && sameSource(c, copy.story(), rows.story().source())) {
            copy = null;
        }
        new RowWriter(c).story(rows, seq, copy, signature);
        if (copy == null) {
            copies.remember(id, signature);
        }
        return copy != null;
    }

    private static boolean sameSource(Connection c, String story, String source) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("SELECT count(*) FROM stories WHERE id = ? AND source = ?")) {
            RowWriter.bind(p, story, source);
            try (ResultSet r = p.executeQuery()) {
                return r.next() && r.getInt(1) > 0;
            }
        }
    }

    private String state() {
        return database.run(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery(
                            "SELECT count(*) || '/' || coalesce(max(seq), -1) || '/' || (SELECT count(*) FROM orders) || '/' || (SELECT count(*) FROM corrections)"
                                    + " || '/" + Derivation.VERSION + "' FROM readings")) {
                r.next();
                return r.getString(1);
            }
        });
    }

    /** Makes parties, issues, disputes and shifts anew from all that is there. */
    public void derive() {
        String state = state();
        database.executeInTransaction(c -> {
            new Derivation(c).make();
            Database.meta(c, "derived", state);
        });
        version.incrementAndGet();
    }

    /**
     * Throws all derived tables away and makes them again from the readings.
     *
     * @param progress told how many readings are done
     */
    public void rebuild(LongConsumer progress) {
        copies.forget();
        database.executeInTransaction(c -> {
            try (Statement s = c.createStatement()) {
                s.execute(
                        "DELETE FROM stories; DELETE FROM story_parties; DELETE FROM statements; DELETE FROM events; DELETE FROM event_parties;"
                                + " DELETE FROM positions");
            }
            long done = 0;
            Map<String, List<Correction>> corrections = Corrections.byStory(c);
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT seq, reading FROM readings ORDER BY seq")) {
                while (r.next()) {
                    Reading raw = Json.read(r.getString(2));
                    List<Correction> mine = corrections.getOrDefault(StoryFold.id(raw.story()), List.of());
                    fold(c, Corrected.of(raw, mine), r.getLong(1));
                    progress.accept(++done);
                }
            }
            new Derivation(c).make();
        });
        version.incrementAndGet();
    }

    /** Keeps an order about issues and derives anew; {@code what} is merge, split or rename. */
    public void order(String what, List<String> arguments) {
        database.executeInTransaction(c -> {
            try (PreparedStatement p =
                    c.prepareStatement("INSERT INTO orders VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM orders),"
                            + " ?, string_split(?, '|'), now()::TIMESTAMP)")) {
                RowWriter.bind(p, what, RowWriter.list(arguments));
                p.execute();
            }
        });
        derive();
    }

    /**
     * Makes a new issue of some namings of an issue.
     *
     * @return the new issue's id
     * @throws InputException when there is no such issue, or it is not called so
     */
    public String split(String issue, List<String> namings) {
        Views.@Nullable IssueView found = queries().issue(issue);
        if (found == null) {
            throw new InputException(issue + ": no issue with this id. \"demarche issue list WORDS\" shows ids.");
        }
        for (String naming : namings) {
            if (found.namings().stream().noneMatch(naming::equalsIgnoreCase)) {
                throw new InputException("\"" + naming + "\": the issue is not called so in any story. Its namings: "
                        + String.join(", ", found.namings()) + ".");
            }
        }
        List<String> arguments = new ArrayList<>(List.of(issue));
        arguments.addAll(namings);
        order("split", arguments);
        return Orders.splitId(issue, namings.get(0));
    }

    /** Gives each reading with who carried its story; copies and replaced versions are left out. */
    public void readings(BiConsumer<Reading, Coverage> work) {
        database.execute(c -> StoredReadings.each(c, work));
    }

    /** Tables into files; only for a ledger that was opened {@linkplain #openForExport for it}. */
    public Export export() {
        return new Export(database);
    }

    /** Questions to the ledger. */
    public Queries queries() {
        return new Queries(database);
    }

    /** Questions over a connection of their own; to be closed before the ledger. */
    public Reader reader() {
        return new Reader(database.beside(), shared);
    }

    @Override
    public void close() {
        database.close();
    }
}

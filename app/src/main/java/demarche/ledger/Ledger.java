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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger: readings are appended to one file and everything else is derived from them. One writer at a time; each batch
 * is kept whole or not at all.
 */
public final class Ledger implements AutoCloseable {
    private static final int PAGE = 500;

    private final Database database;
    private final Copies copies = new Copies();
    private final Set<String> known = new HashSet<>();
    private final Memo memo = new Memo();
    private final AtomicLong version = new AtomicLong();
    private final Shared shared = new Shared(version::get);
    private final Set<String> sources = new HashSet<>();
    private final Set<String> corrected = new LinkedHashSet<>();
    private long next;
    private boolean loaded;

    /** What became of the readings added. */
    public record Added(int fresh, int copies, int unchanged) {
        public Added plus(Added other) {
            return new Added(fresh + other.fresh, copies + other.copies, unchanged + other.unchanged);
        }
    }

    private Ledger(Database database) {
        this.database = database;
    }

    /** Told how far a ledger of an older Demarche is brought up to date when it is opened. */
    public interface Renewal {
        /**
         * So many readings are put into tables; when all are, what only stories together tell is still to be derived.
         *
         * @param all how many there are
         */
        void at(long done, long all);
    }

    /** Opens a ledger without telling about a renewal. */
    public static Ledger open(Path file) {
        return open(file, (done, all) -> {});
    }

    /**
     * Opens a ledger, makes it when the file is not there, brings one of an older Demarche up to date, and finishes what an
     * interrupted ingest left to do.
     *
     * @throws InputException when the file cannot be a ledger or another process holds it
     */
    public static Ledger open(Path file, Renewal renewal) {
        return open(Database.open(file), renewal);
    }

    private static Ledger open(Database database, Renewal renewal) {
        Ledger out = new Ledger(database);
        String folded = database.meta("folded", "");
        if (!folded.equals(StoryFold.VERSION) && out.filled()) {
            long all = out.toRebuild();
            out.rebuild(done -> renewal.at(done, all));
        } else if (!database.meta("derived", "").equals(out.state())) {
            long all = out.toRebuild();
            if (all > 0) {
                renewal.at(all, all);
            }
            out.derive();
        }
        return out;
    }

    /** How many readings {@link #rebuild} puts into tables: the newest of each story. */
    public long toRebuild() {
        return database.run(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT count(DISTINCT content) FROM readings")) {
                r.next();
                return r.getLong(1);
            }
        });
    }

    /** Opens a ledger that is there without telling about a renewal. */
    public static Ledger openExisting(Path file) {
        return openExisting(file, (done, all) -> {});
    }

    /**
     * Opens a ledger that is there.
     *
     * @throws InputException when there is none
     */
    public static Ledger openExisting(Path file, Renewal renewal) {
        return open(Database.open(existing(file)), renewal);
    }

    /** Opens a ledger that is there so that {@link Export} may write files; SQL of others must not be run on it. */
    public static Ledger openForExport(Path file) {
        return openForExport(file, (done, all) -> {});
    }

    /** The same, told about a renewal. */
    public static Ledger openForExport(Path file, Renewal renewal) {
        return open(Database.openWithFiles(existing(file)), renewal);
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no ledger there. Make one with \"demarche ingest FILES… --ledger " + file
                    + "\", or give the right --ledger.");
        }
        return file;
    }

    private boolean filled() {
        return database.run(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT count(*) FROM readings")) {
                return r.next() && r.getLong(1) > 0;
            }
        });
    }

    /** What adding needs to know of the stories that are there; questions do without. */
    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        copies.forget();
        database.execute(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT content, seq, source FROM readings")) {
                while (r.next()) {
                    known.add(r.getString(1));
                    sources.add(r.getString(3));
                    next = Math.max(next, r.getLong(2) + 1);
                }
            }
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery(
                            "SELECT id, source, signature FROM stories WHERE copy_of IS NULL ORDER BY seq")) {
                while (r.next()) {
                    copies.remember(r.getString(1), r.getString(2), r.getBytes(3));
                }
            }
        });
    }

    /** Whether this very story, with this text, is in the ledger. */
    public boolean has(Story story) {
        load();
        return known.contains(StoryFold.content(story));
    }

    /** Adds readings as one batch; what is already there is left alone. Call {@link #derive} when all are in. */
    public Added add(List<Reading> readings) {
        load();
        memo.forget();
        List<String> taken = new ArrayList<>();
        try {
            return database.inTransaction(c -> {
                int fresh = 0;
                int folded = 0;
                try (RowWriter rows = new RowWriter(c)) {
                    for (Reading reading : readings) {
                        String content = StoryFold.content(reading.story());
                        if (known.add(content)) {
                            taken.add(content);
                            long seq = next++;
                            rows.reading(reading, content, seq);
                            boolean copy = fold(rows, reading, seq);
                            fresh += copy ? 0 : 1;
                            folded += copy ? 1 : 0;
                        }
                    }
                }
                replace(c);
                return new Added(fresh, folded, readings.size() - fresh - folded);
            });
        } catch (RuntimeException e) {
            known.removeAll(taken);
            loaded = false;
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
        try (PreparedStatement p = c.prepareStatement(
                "SELECT reading FROM readings WHERE seq = (SELECT max(seq) FROM readings WHERE story = ?)")) {
            RowWriter.bind(p, story);
            try (ResultSet r = p.executeQuery()) {
                if (r.next()) {
                    try (RowWriter rows = new RowWriter(c)) {
                        rows.again(StoryFold.of(Corrected.of(Json.read(r.getString(1)), all)));
                    }
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

    /** Puts one reading into the tables; true when it is a copy of an earlier story. */
    private boolean fold(RowWriter writer, Reading reading, long seq) throws SQLException {
        StoryRows rows = StoryFold.of(reading);
        StoryRows.StoryRow story = rows.story();
        if (!sources.add(story.source())) {
            corrected.add(story.source());
        }
        byte[] signature = Copies.signature(story.text());
        Copies.Found copy = copies.find(signature, story.source());
        writer.story(rows, seq, copy, signature);
        if (copy == null) {
            copies.remember(story.id(), story.source(), signature);
        }
        return copy != null;
    }

    /** Of stories that came in several versions the last one holds. */
    private void replace(Connection c) throws SQLException {
        for (String source : corrected) {
            try (PreparedStatement p = c.prepareStatement(
                    "UPDATE stories SET replaced_by = (SELECT arg_min(x.id, x.seq) FROM stories x WHERE x.source = ? AND x.seq > stories.seq)"
                            + " WHERE source = ?")) {
                RowWriter.bind(p, source, source);
                p.execute();
            }
        }
        corrected.clear();
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
            new Derivation(c, memo).make();
            Database.meta(c, "folded", StoryFold.VERSION);
            Database.meta(c, "derived", state);
        });
        version.incrementAndGet();
    }

    /**
     * Throws all derived tables away and makes them again from the readings, the newest of each story.
     *
     * @param progress told how many readings are done
     */
    public void rebuild(LongConsumer progress) {
        copies.forget();
        memo.forget();
        known.clear();
        sources.clear();
        loaded = false;
        String state = state();
        database.executeInTransaction(c -> {
            try (Statement s = c.createStatement()) {
                s.execute(
                        "DELETE FROM stories; DELETE FROM story_parties; DELETE FROM statements; DELETE FROM events; DELETE FROM event_parties;"
                                + " DELETE FROM positions; DELETE FROM contentions");
            }
            refold(c, progress);
            replace(c);
            new Derivation(c).make();
            Database.meta(c, "folded", StoryFold.VERSION);
            Database.meta(c, "derived", state);
        });
        version.incrementAndGet();
    }

    /** The newest reading of each story into the tables, in the order in which the stories came. */
    private void refold(Connection c, LongConsumer progress) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(
                    "CREATE OR REPLACE TEMP TABLE newest AS SELECT min(seq) AS first, max(seq) AS newest FROM readings GROUP BY content");
        }
        long done = 0;
        Map<String, List<Correction>> corrections = Corrections.byStory(c);
        try (RowWriter rows = new RowWriter(c);
                PreparedStatement p = c.prepareStatement(
                        "SELECT first, reading FROM newest JOIN readings ON newest = seq WHERE first >= ? AND first < ? ORDER BY first")) {
            for (long from = 0; from < next(c); from += PAGE) {
                RowWriter.bind(p, from, from + PAGE);
                try (ResultSet r = p.executeQuery()) {
                    while (r.next()) {
                        Reading raw = Json.read(r.getString(2));
                        List<Correction> mine = corrections.getOrDefault(StoryFold.id(raw.story()), List.of());
                        fold(rows, Corrected.of(raw, mine), r.getLong(1));
                        progress.accept(++done);
                    }
                }
            }
        }
        try (Statement s = c.createStatement()) {
            s.execute("DROP TABLE newest");
        }
    }

    private static long next(Connection c) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT coalesce(max(seq), -1) + 1 FROM readings")) {
            r.next();
            return r.getLong(1);
        }
    }

    /** How many stories {@link #reread} has still to read, when it was interrupted or is to begin. */
    public long toReread() {
        return database.run(c -> Reread.left(c));
    }

    /**
     * Reads the texts of all stories again and appends the new readings; the old ones stay in the file, but count no more.
     * Interrupted, it goes on where it was when it is called again. Call {@link #rebuild} when it is done.
     *
     * @param engine reads stories
     * @param progress told how many stories are done
     * @param refused given stories that cannot be read; their newest reading goes on to count
     */
    public void reread(
            Function<List<Story>, List<Reading>> engine,
            LongConsumer progress,
            BiConsumer<Story, InputException> refused) {
        load();
        database.execute(Reread::begin);
        long done = 0;
        List<Story> stories = database.run(Reread::next);
        while (!stories.isEmpty()) {
            Reread.Group made = Reread.read(engine, stories);
            made.refused().forEach(refused);
            database.executeInTransaction(c -> {
                try (RowWriter rows = new RowWriter(c)) {
                    for (Reading reading : made.readings()) {
                        rows.reading(reading, StoryFold.content(reading.story()), next++);
                    }
                }
                for (Story story : made.refused().keySet()) {
                    Reread.keep(c, StoryFold.content(story), next++);
                }
            });
            done += stories.size();
            progress.accept(done);
            stories = database.run(Reread::next);
        }
        database.execute(Reread::end);
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

    /** A number that grows whenever pages would show something else. */
    public long version() {
        return version.get();
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

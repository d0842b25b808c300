package demarche.ledger;

import demarche.ledger.Correction.Field;
import demarche.story.Json;
import demarche.story.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log of corrections: only ever appended to, and applied to readings whenever rows are made of them. */
public final class Corrections {
    private static final String ALL =
            "SELECT seq, story, record, field, value, was, who, strftime(given, '%Y-%m-%dT%H:%M:%S'), note FROM corrections ";

    private final Database database;

    Corrections(Database database) {
        this.database = database;
    }

    private static Correction row(ResultSet r) throws SQLException {
        return new Correction(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                Field.valueOf(r.getString(4)),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9));
    }

    /** All corrections, the newest first. */
    public List<Correction> newest(int limit, int offset) {
        return Rows.list(database, ALL + "ORDER BY seq DESC LIMIT ? OFFSET ?", Corrections::row, limit, offset);
    }

    /** How many there are. */
    public long count() {
        return Rows.count(database, "SELECT count(*) FROM corrections");
    }

    /** Corrections of one story, oldest first. */
    public List<Correction> of(String story) {
        return Rows.list(database, ALL + "WHERE story = ? ORDER BY seq", Corrections::row, story);
    }

    /** Corrections by story, oldest first. */
    static Map<String, List<Correction>> byStory(Connection c) throws SQLException {
        Map<String, List<Correction>> out = new LinkedHashMap<>();
        try (PreparedStatement p = c.prepareStatement(ALL + "ORDER BY seq");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                Correction found = row(r);
                out.computeIfAbsent(found.story(), k -> new ArrayList<>()).add(found);
            }
        }
        return out;
    }

    static void append(Connection c, Correction correction) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "INSERT INTO corrections VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM corrections), ?, ?, ?, ?, ?, ?, now()::TIMESTAMP, ?)")) {
            RowWriter.bind(
                    p,
                    correction.story(),
                    correction.record(),
                    correction.field().name(),
                    correction.value(),
                    correction.was(),
                    correction.who(),
                    correction.note());
            p.execute();
        }
    }

    /**
     * The corrected stories as gold for {@code demarche eval stories}, one JSON object each: what somebody corrected or called
     * right is asked for; what nobody looked at may be found; what is wrong is not there.
     *
     * @param line takes each story's line
     */
    public void gold(Consumer<String> line) {
        Map<String, List<Correction>> byStory = database.run(Corrections::byStory);
        byStory.forEach((story, all) -> {
            @Nullable
            String reading = Rows.list(
                            database,
                            "SELECT reading FROM readings WHERE story = ? LIMIT 1",
                            r -> r.getString(1),
                            story)
                    .stream()
                    .findFirst()
                    .orElse(null);
            List<Correction> standing = Corrected.standing(all);
            if (reading != null && !standing.isEmpty()) {
                Reading raw = Json.read(reading);
                line.accept(Gold.line(Corrected.of(raw, all), standing));
            }
        });
    }
}

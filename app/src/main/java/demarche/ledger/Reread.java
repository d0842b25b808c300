package demarche.ledger;

import demarche.story.InputException;
import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Story;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where reading all stories again stands; remembered in the ledger, so that it goes on when it was interrupted. */
final class Reread {
    private static final int GROUP = 32;
    private static final String BEGUN = "(SELECT value::BIGINT FROM meta WHERE key = 'reread')";
    /** Stories without a reading since the rereading began: with none begun, all. */
    private static final String LEFT =
            " FROM (SELECT content, min(seq) AS first, max(seq) AS newest FROM readings GROUP BY content)"
                    + " WHERE newest <= coalesce(" + BEGUN + ", newest)";

    /** What became of some stories: their readings, and why others have none. */
    record Group(List<Reading> readings, Map<Story, InputException> refused) {}

    private Reread() {}

    /** Reads stories together; one by one when one of them cannot be read. */
    static Group read(Function<List<Story>, List<Reading>> engine, List<Story> stories) {
        try {
            return new Group(engine.apply(stories), Map.of());
        } catch (InputException together) {
            List<Reading> readings = new ArrayList<>();
            Map<Story, InputException> refused = new LinkedHashMap<>();
            for (Story story : stories) {
                try {
                    readings.addAll(engine.apply(List.of(story)));
                } catch (InputException e) {
                    refused.put(story, e);
                }
            }
            return new Group(readings, refused);
        }
    }

    /** Appends a story's newest reading once more, so that the story is done. */
    static void keep(Connection c, String content, long seq) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("INSERT INTO readings SELECT ?, * EXCLUDE (seq) FROM readings"
                + " WHERE content = ? ORDER BY seq DESC LIMIT 1")) {
            RowWriter.bind(p, seq, content);
            p.execute();
        }
    }

    static long left(Connection c) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*)" + LEFT)) {
            r.next();
            return r.getLong(1);
        }
    }

    static void begin(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("INSERT INTO meta SELECT 'reread', (SELECT coalesce(max(seq), -1) FROM readings)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'reread')");
        }
    }

    static void end(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("DELETE FROM meta WHERE key = 'reread'");
        }
    }

    /** The next stories to read, in the order in which they came. */
    static List<Story> next(Connection c) throws SQLException {
        List<Story> out = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT reading FROM readings JOIN (SELECT newest, first" + LEFT
                        + " ORDER BY first LIMIT " + GROUP + ") ON newest = seq ORDER BY first")) {
            while (r.next()) {
                out.add(Json.read(r.getString(1)).story());
            }
        }
        return out;
    }
}

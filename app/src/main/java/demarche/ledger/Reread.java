package demarche.ledger;

import demarche.story.Json;
import demarche.story.Story;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where reading all stories again stands; remembered in the ledger, so that it goes on when it was interrupted. */
final class Reread {
    private static final int GROUP = 32;
    private static final String BEGUN = "(SELECT value::BIGINT FROM meta WHERE key = 'reread')";
    /** Stories without a reading since the rereading began: with none begun, all. */
    private static final String LEFT =
            " FROM (SELECT content, min(seq) AS first, max(seq) AS newest FROM readings GROUP BY content)"
                    + " WHERE newest <= coalesce(" + BEGUN + ", newest)";

    private Reread() {}

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

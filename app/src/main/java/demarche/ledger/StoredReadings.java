package demarche.ledger;

import demarche.exchange.Coverage;
import demarche.story.Json;
import demarche.story.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The readings a ledger holds, copies folded into the story they copy, versions that a correction replaced left out. */
final class StoredReadings {
    private StoredReadings() {}

    /** Gives each reading with who carried its story, in order of arrival; one is in memory at a time. */
    static void each(Connection c, BiConsumer<Reading, Coverage> work) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT r.reading, 1 + count(k.id),"
                                + " list_distinct([any_value(st.outlet)] || list(k.outlet)) FROM stories st"
                                + " JOIN (SELECT story, max(seq) AS seq FROM readings GROUP BY story) n ON n.story = st.id JOIN readings r ON r.seq = n.seq LEFT JOIN stories k ON k.copy_of = st.id"
                                + " WHERE st.copy_of IS NULL AND st.replaced_by IS NULL GROUP BY r.seq, r.reading ORDER BY r.seq")) {
            while (r.next()) {
                work.accept(Json.read(r.getString(1)), new Coverage(r.getInt(2), outlets(r)));
            }
        }
    }

    private static List<String> outlets(ResultSet r) throws SQLException {
        List<String> out = new ArrayList<>();
        for (Object outlet : (Object[]) r.getArray(3).getArray()) {
            if (outlet != null) {
                out.add(outlet.toString());
            }
        }
        out.sort(null);
        return out;
    }
}

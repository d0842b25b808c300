package demarche.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A story that says only a surname means the person whom stories before it gave with the full name, when there is just one
 * whose country does not speak against it. Two people of one surname stay apart, and the surname with neither.
 *
 * <p>Only earlier stories count, so the result does not depend on when this is done.
 */
final class SurnameLinks {
    private static final String FULL =
            "SELECT p.party, p.name, p.country, p.told, s.seq, string_split(p.name, ' ')[-1] AS surname,"
                    + " lower(string_split(p.name, ' ')[1]) AS first FROM story_parties p JOIN stories s ON s.id = p.story"
                    + " WHERE p.kind = 'person' AND p.named AND contains(p.name, ' ')";
    private static final String SHORT =
            "SELECT p.story, p.party, p.name, p.country, p.told, s.seq FROM story_parties p JOIN stories s ON s.id = p.story"
                    + " WHERE p.kind = 'person' AND p.named AND NOT contains(p.name, ' ')";

    private final Connection connection;

    SurnameLinks(Connection connection) {
        this.connection = connection;
    }

    void make() throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE surnames AS SELECT a.story, a.party AS old, a.told AS old_side,"
                + " arg_max(f.party, f.seq) AS party, arg_max(f.told, f.seq) AS side"
                + " FROM (" + SHORT + ") a JOIN (" + FULL + ") f ON f.surname = a.name AND f.seq < a.seq"
                + " AND (a.country IS NULL OR f.country IS NULL OR a.country = f.country)"
                + " GROUP BY ALL HAVING count(DISTINCT f.first) = 1 AND arg_max(f.party, f.seq) <> a.party");
        for (String table : List.of("positions", "story_parties")) {
            execute("UPDATE " + table + " SET party = l.party, told = CASE WHEN " + table
                    + ".told = l.old_side AND l.old_side = l.old THEN l.side ELSE " + table
                    + ".told END FROM surnames l WHERE l.story = " + table + ".story AND l.old = " + table + ".party");
        }
        execute("UPDATE positions SET told_counterpart = l.side FROM surnames l WHERE l.story = positions.story"
                + " AND l.old = l.old_side AND l.old = told_counterpart");
        execute("UPDATE statements SET speaker = l.party, told = CASE WHEN l.old = l.old_side THEN l.side ELSE"
                + " statements.told END FROM surnames l WHERE l.story = statements.story AND l.old = speaker");
        execute("UPDATE statements SET addressee = l.party FROM surnames l WHERE l.story = statements.story"
                + " AND l.old = addressee");
        execute("UPDATE event_parties SET party = l.party, told = CASE WHEN l.old = l.old_side THEN l.side ELSE"
                + " event_parties.told END FROM surnames l JOIN events e ON e.story = l.story"
                + " WHERE e.id = event_parties.event AND l.old = event_parties.party");
        execute("DROP TABLE surnames");
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }
}

package demarche.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who stands with whom, as all stories together tell it: officials that one story shows with their state are with it
 * everywhere, names of one body are one side, and so are bodies that are only described ("creditor banks"). Starts each time
 * from what the stories alone tell, so the order in which they came makes no difference.
 */
final class Sides {
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>(
            Map.of("story_parties", "party", "event_parties", "party", "positions", "party", "statements", "speaker"));

    private final Connection connection;

    private Sides(Connection connection) {
        this.connection = connection;
    }

    static void learn(Connection connection) throws SQLException {
        Sides sides = new Sides(connection);
        sides.asTold();
        new SurnameLinks(connection).make();
        sides.told();
        sides.execute("CREATE OR REPLACE TEMP TABLE learned (party VARCHAR, side VARCHAR)");
        sides.officials();
        sides.collectives();
        sides.apply();
        sides.meant();
        sides.aliases();
        sides.execute("DROP TABLE learned");
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    private void asTold() throws SQLException {
        for (String table : COLUMNS.keySet()) {
            execute("UPDATE " + table + " SET side = told WHERE side IS DISTINCT FROM told");
        }
        execute(
                "UPDATE positions SET counterpart = told_counterpart WHERE counterpart IS DISTINCT FROM told_counterpart");
    }

    /** Whom a surname means is told by the stories before: it stays. */
    private void told() throws SQLException {
        for (String table : COLUMNS.keySet()) {
            execute("UPDATE " + table + " SET told = side WHERE side IS DISTINCT FROM told");
        }
        execute(
                "UPDATE positions SET told_counterpart = counterpart WHERE counterpart IS DISTINCT FROM told_counterpart");
    }

    /**
     * A named person or body that two stories show on a state's side is on that side in every story, a person also where a
     * story does not tell the country.
     */
    private void officials() throws SQLException {
        String evidence = " AS party, arg_min(told, seq) AS side FROM story_parties JOIN stories ON stories.id = story"
                + " WHERE named AND regexp_matches(told, '^[a-z]{3}$') AND party <> told AND kind ";
        execute(
                "INSERT INTO learned SELECT story_parties.party" + evidence
                        + "IN ('person', 'organization') GROUP BY party HAVING count(DISTINCT story) >= 2"
                        + " UNION ALL SELECT left(party, -4)" + evidence
                        + "= 'person' AND country IS NOT NULL AND regexp_matches(party, '-.*-') GROUP BY 1 HAVING count(DISTINCT story) >= 2");
    }

    private void collectives() throws SQLException {
        for (String line : ResourceLines.read("collectives.txt")) {
            String[] words = line.split("[ =]+");
            execute("INSERT INTO learned SELECT DISTINCT party, '" + words[words.length - 1]
                    + "' FROM story_parties WHERE kind = 'group' AND told = party AND regexp_matches(lower(name), '(^| )"
                    + words[0]
                    + "$') AND party NOT IN (SELECT party FROM learned)");
        }
    }

    private void apply() throws SQLException {
        for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
            execute("UPDATE " + table.getKey()
                    + " SET side = l.side FROM (SELECT party, min(side) AS side FROM learned GROUP BY party) l"
                    + " WHERE l.party = " + table.getKey() + "." + table.getValue() + " AND " + table.getKey()
                    + ".side IS DISTINCT FROM l.side");
        }
        execute(
                "UPDATE positions SET counterpart = l.side FROM (SELECT party, min(side) AS side FROM learned GROUP BY party) l"
                        + " WHERE l.party = counterpart");
    }

    /**
     * A body that a story only describes by a word ("the union", "the Community") is the one body of that story that has the
     * word in its name.
     */
    private void meant() throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE meant AS SELECT a.story, a.party, min(b.side) AS side"
                + " FROM (SELECT DISTINCT story, party, lower(name) AS word FROM story_parties WHERE kind IN ('group', 'organization')"
                + " AND NOT contains(name, ' ') AND told = party AND length(name) > 4) a"
                + " JOIN (SELECT DISTINCT story, party, side, name, sector FROM story_parties WHERE kind = 'organization' AND named"
                + " AND (contains(name, ' ') OR sector = 'LAB')) b ON b.story = a.story AND (list_contains(string_split(lower(b.name), ' '), a.word)"
                + " OR a.word = 'union' AND b.sector = 'LAB')"
                + " GROUP BY ALL HAVING count(DISTINCT b.side) = 1");
        for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
            boolean event = "event_parties".equals(table.getKey());
            execute("UPDATE " + table.getKey() + " SET side = m.side FROM meant m"
                    + (event
                            ? " JOIN events e ON e.story = m.story WHERE e.id = event_parties.event"
                            : " WHERE m.story = " + table.getKey() + ".story")
                    + " AND m.party = " + table.getKey() + "." + table.getValue());
        }
        execute(
                "UPDATE positions SET counterpart = m.side FROM meant m WHERE m.story = positions.story AND m.party = told_counterpart");
        execute("DROP TABLE meant");
    }

    /** A body's full name, its name without its legal form, and its initials where a story has both, are one side. */
    private void aliases() throws SQLException {
        Map<String, String> same = new TreeMap<>(BodyNames.same(bodies(), together()));
        execute("CREATE OR REPLACE TEMP TABLE alias (side VARCHAR, body VARCHAR)");
        if (!same.isEmpty()) {
            try (TableWriter rows = new TableWriter(connection, "alias")) {
                for (Map.Entry<String, String> e : same.entrySet()) {
                    rows.add(e.getKey(), e.getValue());
                }
            }
            for (String table : COLUMNS.keySet()) {
                execute("UPDATE " + table + " SET side = a.body FROM alias a WHERE a.side = " + table + ".side");
            }
            execute("UPDATE positions SET counterpart = a.body FROM alias a WHERE a.side = counterpart");
        }
        execute("DROP TABLE alias");
    }

    /** Named organisations that are sides of their own, and what belongs to organisations of states; those in most stories first. */
    private List<BodyNames.Body> bodies() throws SQLException {
        List<BodyNames.Body> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT party, arg_max(name, n), arg_max(country, n), sum(n), bool_or(named AND kind = 'organization') FROM (SELECT party, name, kind, country, named, count(*) AS n"
                                + " FROM story_parties WHERE (kind = 'organization' AND named OR kind IN ('group', 'organization') AND country IN ('IGO', 'EUR'))"
                                + " AND side = party GROUP BY ALL ORDER BY ALL) GROUP BY party")) {
            while (r.next()) {
                out.add(new BodyNames.Body(
                        r.getString(1), r.getString(2), r.getString(3), r.getInt(4), r.getBoolean(5)));
            }
        }
        out.sort(Comparator.comparingInt((BodyNames.Body b) -> -b.stories()).thenComparing(BodyNames.Body::id));
        return out;
    }

    /** Pairs of a name that may be initials and a longer name in the same story, with the number of such stories. */
    private Map<String, Map<String, Integer>> together() throws SQLException {
        Map<String, Map<String, Integer>> out = new TreeMap<>();
        String named = " AND %1$s.kind = 'organization' AND %1$s.named AND %1$s.side = %1$s.party";
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT a.party, b.party, count(DISTINCT story) FROM story_parties a JOIN story_parties b USING (story)"
                                + " WHERE regexp_matches(a.name, '^[A-Z]{2,6}$') AND contains(b.name, ' ')"
                                + named.formatted("a") + named.formatted("b")
                                + " AND upper(left(a.name, 1)) = upper(left(b.name, 1)) GROUP BY ALL")) {
            while (r.next()) {
                out.computeIfAbsent(r.getString(1), k -> new TreeMap<>()).put(r.getString(2), r.getInt(3));
            }
        }
        return out;
    }
}

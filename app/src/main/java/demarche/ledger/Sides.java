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
 * from what the stories alone tell, so the order in which they came makes no difference; only rows whose side comes out
 * differently are written.
 */
final class Sides {
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>(
            Map.of("story_parties", "party", "event_parties", "party", "positions", "party", "statements", "speaker"));

    /** What is learnt of all stories: the side of a party, whom a story means, and the names of one body. */
    private static final Map<String, String> LEARNT = new LinkedHashMap<>();

    static {
        LEARNT.put("learned", "party VARCHAR, side VARCHAR");
        LEARNT.put("meant", "story VARCHAR, party VARCHAR, side VARCHAR");
        LEARNT.put("alias", "side VARCHAR, body VARCHAR");
    }

    private final Connection connection;
    private final Memo memo;

    private Sides(Connection connection, Memo memo) {
        this.connection = connection;
        this.memo = memo;
    }

    static void learn(Connection connection, Memo memo) throws SQLException {
        Sides sides = new Sides(connection, memo);
        new SurnameLinks(connection).make();
        String parties = sides.parties();
        Map<String, List<List<String>>> known = memo.sides(parties);
        for (Map.Entry<String, String> table : LEARNT.entrySet()) {
            sides.execute("CREATE OR REPLACE TEMP TABLE " + table.getKey() + " (" + table.getValue() + ")");
        }
        if (known == null) {
            sides.officials();
            sides.collectives();
            sides.meant();
            sides.aliases();
            sides.execute("DROP TABLE parts");
            memo.sides(parties, sides.learnt());
        } else {
            sides.again(known);
        }
        sides.apply();
        for (String table : LEARNT.keySet()) {
            sides.execute("DROP TABLE " + table);
        }
    }

    private Map<String, List<List<String>>> learnt() throws SQLException {
        Map<String, List<List<String>>> out = new LinkedHashMap<>();
        for (String table : LEARNT.keySet()) {
            List<List<String>> rows = new ArrayList<>();
            try (Statement s = connection.createStatement();
                    ResultSet r = s.executeQuery("FROM " + table)) {
                while (r.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                        row.add(r.getString(i));
                    }
                    rows.add(row);
                }
            }
            out.put(table, rows);
        }
        return out;
    }

    private void again(Map<String, List<List<String>>> known) throws SQLException {
        for (Map.Entry<String, List<List<String>>> table : known.entrySet()) {
            try (TableWriter rows = new TableWriter(connection, table.getKey())) {
                for (List<String> row : table.getValue()) {
                    rows.add(row.toArray());
                }
            }
        }
    }

    /** Tells whether the parties of the stories are as they were: then so is all that is learnt of them. */
    private String parties() throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT count(*) || ' ' || coalesce(sum(hash(story, party, told, name, kind, country, sector, named)::HUGEINT), 0) FROM story_parties")) {
            r.next();
            return r.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
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
        execute("CREATE OR REPLACE TEMP TABLE collectives (line INTEGER, word VARCHAR, side VARCHAR)");
        try (TableWriter rows = new TableWriter(connection, "collectives")) {
            int line = 0;
            for (Map.Entry<String, String> e : Collectives.SIDES.entrySet()) {
                rows.add(line++, e.getKey(), e.getValue());
            }
        }
        execute(
                "INSERT INTO learned SELECT p.party, arg_min(c.side, c.line) FROM story_parties p"
                        + " JOIN collectives c ON c.word = string_split(lower(p.name), ' ')[-1] WHERE p.kind = 'group' AND p.told = p.party"
                        + " AND p.party NOT IN (SELECT party FROM learned) GROUP BY p.party; DROP TABLE collectives;"
                        + " CREATE OR REPLACE TEMP TABLE learned AS SELECT party, min(side) AS side FROM learned GROUP BY party");
    }

    /**
     * A body that a story only describes by a word ("the union", "the Community") is the one body of that story that has the
     * word in its name.
     */
    private void meant() throws SQLException {
        execute(
                "CREATE OR REPLACE TEMP TABLE parts AS SELECT p.story, p.party, p.told, p.name, p.kind, p.country, p.sector, p.named,"
                        + " coalesce(l.side, p.told) AS side FROM story_parties p LEFT JOIN learned l ON l.party = p.party");
        execute("INSERT INTO meant SELECT a.story, a.party, min(b.side) AS side"
                + " FROM (SELECT DISTINCT story, party, lower(name) AS word FROM parts WHERE kind IN ('group', 'organization')"
                + " AND NOT contains(name, ' ') AND told = party AND length(name) > 4) a"
                + " JOIN (SELECT DISTINCT story, party, side, name, sector FROM parts WHERE kind = 'organization' AND named"
                + " AND (contains(name, ' ') OR sector = 'LAB')) b ON b.story = a.story AND (list_contains(string_split(lower(b.name), ' '), a.word)"
                + " OR a.word = 'union' AND b.sector = 'LAB')"
                + " GROUP BY ALL HAVING count(DISTINCT b.side) = 1");
        execute("UPDATE parts SET side = m.side FROM meant m WHERE m.story = parts.story AND m.party = parts.party");
    }

    /** A body's full name, its name without its legal form, and its initials where a story has both, are one side. */
    private void aliases() throws SQLException {
        Map<String, String> same = new TreeMap<>(memo.same(bodies(), together()));
        try (TableWriter rows = new TableWriter(connection, "alias")) {
            for (Map.Entry<String, String> e : same.entrySet()) {
                rows.add(e.getKey(), e.getValue());
            }
        }
    }

    /** Sides by what is learned of all stories, by what the story means, and by what bodies are called. */
    private void apply() throws SQLException {
        for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
            String name = table.getKey();
            boolean event = "event_parties".equals(name);
            set(
                    name,
                    "side",
                    "told",
                    table.getValue(),
                    event ? "e.story" : "t.story",
                    event ? " JOIN events e ON e.id = t.event" : "");
        }
        set("positions", "counterpart", "told_counterpart", "told_counterpart", "t.story", "");
    }

    private void set(String table, String column, String told, String party, String story, String more)
            throws SQLException {
        execute("UPDATE " + table + " SET " + column
                + " = n.side FROM (SELECT x.row, x.was, coalesce(a.body, x.side) AS side"
                + " FROM (SELECT t.rowid AS row, t." + column + " AS was, coalesce(m.side, l.side, t." + told
                + ") AS side FROM " + table + " t" + more + " LEFT JOIN meant m ON m.story = " + story
                + " AND m.party = t." + party + " LEFT JOIN learned l ON l.party = t." + party
                + ") x LEFT JOIN alias a ON a.side = x.side) n WHERE n.row = " + table
                + ".rowid AND n.side IS DISTINCT FROM n.was");
    }

    /** Named organisations that are sides of their own, and what belongs to organisations of states; those in most stories first. */
    private List<BodyNames.Body> bodies() throws SQLException {
        List<BodyNames.Body> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT party, arg_max(name, n), arg_max(country, n), sum(n), bool_or(named AND kind = 'organization') FROM (SELECT party, name, kind, country, named, count(*) AS n"
                                + " FROM parts WHERE (kind = 'organization' AND named OR kind IN ('group', 'organization') AND country IN ('IGO', 'EUR'))"
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
                        "SELECT a.party, b.party, count(DISTINCT story) FROM parts a JOIN parts b USING (story)"
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

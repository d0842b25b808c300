package demarche.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        try (InputStreamReader in = new InputStreamReader(
                        Objects.requireNonNull(Sides.class.getResourceAsStream("/demarche/ledger/collectives.txt")),
                        StandardCharsets.UTF_8);
                Stream<String> lines = new BufferedReader(in).lines()) {
            for (String line :
                    lines.filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] words = line.split("[ =]+");
                execute("INSERT INTO learned SELECT DISTINCT party, '" + words[words.length - 1]
                        + "' FROM story_parties WHERE kind = 'group' AND told = party AND regexp_matches(lower(name), '(^| )"
                        + words[0]
                        + "$') AND party NOT IN (SELECT party FROM learned)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Named organisations that are sides of their own, those in most stories first. */
    private List<BodyNames.Body> bodies() throws SQLException {
        List<BodyNames.Body> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT party, arg_max(name, n), arg_max(country, n), sum(n) FROM (SELECT party, name, country, count(*) AS n"
                                + " FROM story_parties WHERE kind = 'organization' AND named AND side = party GROUP BY ALL ORDER BY ALL)"
                                + " GROUP BY party")) {
            while (r.next()) {
                out.add(new BodyNames.Body(r.getString(1), r.getString(2), r.getString(3), r.getInt(4)));
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

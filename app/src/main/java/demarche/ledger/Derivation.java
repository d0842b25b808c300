package demarche.ledger;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what only stories together tell: parties, issues, disputes, shifts. Old ones are thrown away first. */
final class Derivation {
    /** Stories that count: neither copies nor replaced by a corrected version. */
    static final String CURRENT = "(SELECT id FROM stories WHERE copy_of IS NULL AND replaced_by IS NULL)";

    /** To be raised when derived tables come out differently, so that ledgers made before are derived anew. */
    static final int VERSION = 4;

    private final Connection connection;

    Derivation(Connection connection) {
        this.connection = connection;
    }

    void make() throws SQLException {
        execute(
                "DELETE FROM parties; DELETE FROM issues; DELETE FROM disputes; DELETE FROM shifts; DELETE FROM story_outlets;"
                        + " DELETE FROM dispute_stories; DELETE FROM dispute_members");
        outlets();
        new SurnameLinks(connection).make();
        learnSides();
        parties();
        List<IssueLinker.Naming> namings = namings();
        Orders orders = Orders.read(connection);
        IssueLinker.Linked linked = orders.applied(IssueLinker.link(namings), namings);
        issues(linked);
        List<Held> held = held();
        Map<String, String> disputeOf = disputes(held, orders.names());
        shifts(held, disputeOf);
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    private void outlets() throws SQLException {
        execute(
                "INSERT INTO story_outlets SELECT coalesce(copy_of, id), list(DISTINCT outlet ORDER BY outlet) FROM stories"
                        + " WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 1");
    }

    /**
     * A named person or body that two stories show on a state's side is on that side in every story, a person also where
     * a story does not tell the country. Only what stories
     * add counts, so the result does not depend on when this is done.
     */
    private void learnSides() throws SQLException {
        String evidence = " AS party, arg_min(side, seq) AS side FROM story_parties JOIN stories ON stories.id = story"
                + " WHERE named AND regexp_matches(side, '^[a-z]{3}$') AND party <> side AND kind ";
        execute(
                "CREATE OR REPLACE TEMP TABLE learned AS SELECT story_parties.party" + evidence
                        + "IN ('person', 'organization') GROUP BY party HAVING count(DISTINCT story) >= 2"
                        + " UNION ALL SELECT left(party, -4)" + evidence
                        + "= 'person' AND country IS NOT NULL AND regexp_matches(party, '-.*-') GROUP BY 1 HAVING count(DISTINCT story) >= 2");
        for (String table : List.of("story_parties", "positions", "event_parties")) {
            execute("UPDATE " + table + " SET side = l.side FROM learned l WHERE l.party = " + table + ".party AND "
                    + table + ".side <> l.side");
        }
        execute(
                "UPDATE statements SET side = l.side FROM learned l WHERE l.party = speaker AND statements.side <> l.side;"
                        + " UPDATE positions SET counterpart = l.side FROM learned l WHERE l.party = counterpart;"
                        + " DROP TABLE learned");
    }

    private void parties() throws SQLException {
        execute(
                "INSERT INTO parties SELECT party, arg_max(name, n), arg_max(kind, n), arg_max(country, n), arg_max(sector, n),"
                        + " arg_max(side, n), sum(n), bool_or(named) FROM (SELECT party, name, kind, country, sector, side, named, count(DISTINCT story) AS n"
                        + " FROM story_parties WHERE story IN " + CURRENT
                        + " GROUP BY ALL ORDER BY ALL) GROUP BY party");
    }

    private List<IssueLinker.Naming> namings() throws SQLException {
        List<IssueLinker.Naming> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT id, story, date, side, counterpart, naming, kind FROM positions"
                        + " WHERE naming IS NOT NULL AND story IN " + CURRENT + " ORDER BY date, id")) {
            while (r.next()) {
                out.add(new IssueLinker.Naming(
                        r.getString(1),
                        r.getString(2),
                        day(r, 3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7)));
            }
        }
        return out;
    }

    static @Nullable LocalDate day(ResultSet r, int column) throws SQLException {
        Date date = r.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private void issues(IssueLinker.Linked linked) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(
                "INSERT INTO issues VALUES (?, ?, ?, list_filter(string_split(?, '|'), lambda x: x <> ''), ?, ?, ?)")) {
            for (IssueLinker.Issue i : linked.issues()) {
                RowWriter.bind(
                        p, i.id(), i.name(), i.kind(), RowWriter.list(i.namings()), i.stories(), i.first(), i.last());
                p.addBatch();
            }
            if (!linked.issues().isEmpty()) {
                p.executeBatch();
            }
        }
        execute("CREATE OR REPLACE TEMP TABLE linked (position VARCHAR, issue VARCHAR)");
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO linked VALUES (?, ?)")) {
            for (Map.Entry<String, String> e : linked.byPosition().entrySet()) {
                RowWriter.bind(p, e.getKey(), e.getValue());
                p.addBatch();
            }
            if (!linked.byPosition().isEmpty()) {
                p.executeBatch();
            }
        }
        execute("UPDATE positions SET issue = (SELECT l.issue FROM linked l WHERE l.position = positions.id);"
                + " DROP TABLE linked");
    }

    private List<Held> held() throws SQLException {
        List<Held> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT id, story, date, side, counterpart, issue, naming, stance, strength, condition FROM positions"
                                + " WHERE issue IS NOT NULL AND story IN " + CURRENT
                                + " AND (regexp_matches(side, '^[a-z]{3}$') OR side IN (SELECT id FROM parties WHERE named))"
                                + " ORDER BY date, id")) {
            while (r.next()) {
                out.add(new Held(
                        r.getString(1),
                        r.getString(2),
                        day(r, 3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getString(8),
                        r.getString(9),
                        r.getString(10)));
            }
        }
        return out;
    }

    /** Signs that two sides stand against each other: what is put to the other, hostile acts, opposed stances. */
    private List<Disputes.Sign> signs() throws SQLException {
        String against = "('REFUSES', 'DENIES', 'THREATENS')";
        String sql =
                "WITH able AS (SELECT x.side FROM (SELECT side FROM positions UNION SELECT counterpart FROM positions"
                        + " UNION SELECT side FROM event_parties) x LEFT JOIN parties n ON n.id = x.side"
                        + " WHERE CASE WHEN n.id IS NULL THEN regexp_matches(x.side, '^[a-z]{3}$') ELSE n.named AND n.kind <> 'person' END),"
                        + " signs AS (SELECT story, side AS one, counterpart AS other, 1.0 AS weight FROM positions"
                        + " WHERE stance IN ('DEMANDS', 'ACCUSES', 'THREATENS', 'REFUSES', 'DENIES')"
                        + " UNION ALL SELECT e.story, a.side, b.side, CASE e.type WHEN 'REQUEST' THEN 0.5 ELSE 1.0 END FROM events e"
                        + " JOIN event_parties a ON a.event = e.id AND a.role = 'actor' JOIN event_parties b ON b.event = e.id AND b.role = 'recipient'"
                        + " WHERE e.type IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')"
                        + " AND NOT e.negated AND NOT e.hypothetical"
                        + " UNION ALL SELECT p.story, p.side, q.side, 1.0 FROM positions p JOIN positions q ON q.story = p.story AND q.issue = p.issue"
                        + " AND p.side <> q.side WHERE p.stance IN ('DEMANDS', 'CLAIMS', 'SUPPORTS', 'OFFERS', 'ACCEPTS') AND q.stance IN "
                        + against + ")"
                        + " SELECT g.story, s.published, one, other, sum(weight) FROM signs g JOIN current_stories s ON s.id = g.story"
                        + " WHERE one <> other AND one IN (FROM able) AND other IN (FROM able) GROUP BY ALL ORDER BY 2, 1, 3, 4";
        List<Disputes.Sign> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                out.add(new Disputes.Sign(
                        r.getString(1), day(r, 2), r.getString(3), r.getString(4), Math.min(3, r.getDouble(5))));
            }
        }
        return out;
    }

    /** What each story that speaks of two sides is about. */
    private Map<String, Disputes.Topic> topics() throws SQLException {
        TopicVectors all = new TopicVectors();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT coalesce(title, '') || ' ' || text FROM current_stories")) {
            while (r.next()) {
                all.count(r.getString(1));
            }
        }
        Map<String, Disputes.Topic> out = new HashMap<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT id, title, text, published, array_to_string(sides, '|') FROM current_stories"
                                + " JOIN (SELECT story, list(DISTINCT side) AS sides FROM story_parties WHERE named GROUP BY story) p"
                                + " ON p.story = id WHERE len(sides) > 1")) {
            while (r.next()) {
                out.put(
                        r.getString(1),
                        new Disputes.Topic(
                                day(r, 4),
                                all.of(r.getString(2), r.getString(3)),
                                Set.of(r.getString(5).split("\\|"))));
            }
        }
        return out;
    }

    private void members(List<Disputes.Dispute> found) throws SQLException {
        for (String table : List.of("dispute_stories", "dispute_members")) {
            try (PreparedStatement p = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
                int rows = 0;
                for (Disputes.Dispute d : found) {
                    Collection<String> ids = table.equals("dispute_stories")
                            ? d.stories()
                            : d.positions().stream().map(Held::id).toList();
                    for (String id : ids) {
                        RowWriter.bind(p, d.id(), id);
                        p.addBatch();
                        rows++;
                    }
                }
                if (rows > 0) {
                    p.executeBatch();
                }
            }
        }
    }

    private Map<String, String> disputes(List<Held> held, Map<String, String> ordered) throws SQLException {
        List<Disputes.Sign> signs = signs();
        List<Disputes.Dispute> found =
                Disputes.find(signs, new Disputes.Context(held, topics(), names(), ordered, deals()));
        members(found);
        Map<String, String> byPosition = new HashMap<>();
        try (PreparedStatement p = connection.prepareStatement(
                "INSERT INTO disputes VALUES (?, ?, ?, list_filter(string_split(?, '|'), lambda x: x <> ''),"
                        + " list_filter(string_split(?, '|'), lambda x: x <> ''), ?, ?, ?, ?, 0, ?)")) {
            for (Disputes.Dispute d : found) {
                RowWriter.bind(
                        p,
                        d.id(),
                        d.name(),
                        d.status(),
                        RowWriter.list(d.issues()),
                        RowWriter.list(d.sides()),
                        d.first(),
                        d.last(),
                        d.stories().size(),
                        d.positions().size(),
                        d.score());
                p.addBatch();
                d.positions().forEach(h -> byPosition.putIfAbsent(h.id(), d.id()));
            }
            if (!found.isEmpty()) {
                p.executeBatch();
            }
        }
        return byPosition;
    }

    private Map<String, String> names() throws SQLException {
        Map<String, String> out = new HashMap<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT id, name FROM parties")) {
            while (r.next()) {
                out.put(r.getString(1), r.getString(2));
            }
        }
        return out;
    }

    /** Agreements made or signed between two sides, from events that happened. */
    private List<Disputes.Settling> deals() throws SQLException {
        List<Disputes.Settling> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT DISTINCT e.story, a.side, b.side, e.date FROM events e"
                        + " JOIN event_parties a ON a.event = e.id JOIN event_parties b ON b.event = e.id AND a.side < b.side"
                        + " WHERE e.rule IN ('reach-agreement', 'sign-agreement') AND NOT e.negated AND NOT e.hypothetical"
                        + " AND NOT e.future AND e.date IS NOT NULL ORDER BY ALL")) {
            while (r.next()) {
                out.add(new Disputes.Settling(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getDate(4).toLocalDate()));
            }
        }
        return out;
    }

    private void shifts(List<Held> held, Map<String, String> disputeOf) throws SQLException {
        List<Shifts.Shift> found = Shifts.of(held, disputeOf);
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO shifts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Shifts.Shift s : found) {
                RowWriter.bind(
                        p, s.id(), s.side(), s.issue(), disputeOf.get(s.to()), s.date(), s.kind(), s.from(), s.to());
                p.addBatch();
            }
            if (!found.isEmpty()) {
                p.executeBatch();
            }
        }
        execute("UPDATE disputes SET shifts = (SELECT count(*) FROM shifts s WHERE s.dispute = disputes.id)");
    }
}

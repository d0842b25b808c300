package demarche.ledger;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what only stories together tell: parties, issues, disputes, shifts. Old ones are thrown away first. */
final class Derivation {
    /** Stories that count: neither copies nor replaced by a corrected version. */
    static final String CURRENT = "(SELECT id FROM stories WHERE copy_of IS NULL AND replaced_by IS NULL)";

    /** To be raised when derived tables come out differently, so that ledgers made before are derived anew. */
    static final int VERSION = 2;

    private final Connection connection;

    Derivation(Connection connection) {
        this.connection = connection;
    }

    void make() throws SQLException {
        execute(
                "DELETE FROM parties; DELETE FROM issues; DELETE FROM disputes; DELETE FROM shifts; DELETE FROM story_outlets");
        outlets();
        learnSides();
        parties();
        List<IssueLinker.Naming> namings = namings();
        IssueLinker.Linked linked = Orders.read(connection).applied(IssueLinker.link(namings), namings);
        issues(linked);
        List<Held> held = held();
        Map<String, String> disputeOf = disputes(held, linked);
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
                        "SELECT id, story, date, side, counterpart, issue, stance, strength, condition FROM positions"
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
                        r.getString(9)));
            }
        }
        return out;
    }

    private Map<String, String> disputes(List<Held> held, IssueLinker.Linked linked) throws SQLException {
        List<Disputes.Dispute> found = Disputes.find(held, linked.issues(), names(), deals());
        Map<String, String> bySide = new HashMap<>();
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
                        d.stories(),
                        d.positions(),
                        d.score());
                p.addBatch();
                d.issues().forEach(i -> d.sides().forEach(s -> bySide.putIfAbsent(s + " " + i, d.id())));
            }
            if (!found.isEmpty()) {
                p.executeBatch();
            }
        }
        return bySide;
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
                ResultSet r = s.executeQuery("SELECT DISTINCT a.side, b.side, e.date FROM events e"
                        + " JOIN event_parties a ON a.event = e.id JOIN event_parties b ON b.event = e.id AND a.side < b.side"
                        + " WHERE e.rule IN ('reach-agreement', 'sign-agreement') AND NOT e.negated AND NOT e.hypothetical"
                        + " AND NOT e.future AND e.date IS NOT NULL ORDER BY ALL")) {
            while (r.next()) {
                out.add(new Disputes.Settling(
                        r.getString(1), r.getString(2), r.getDate(3).toLocalDate()));
            }
        }
        return out;
    }

    private void shifts(List<Held> held, Map<String, String> disputeOf) throws SQLException {
        List<Shifts.Shift> found = Shifts.of(held);
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO shifts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Shifts.Shift s : found) {
                RowWriter.bind(
                        p,
                        s.id(),
                        s.side(),
                        s.issue(),
                        disputeOf.get(s.side() + " " + s.issue()),
                        s.date(),
                        s.kind(),
                        s.from(),
                        s.to());
                p.addBatch();
            }
            if (!found.isEmpty()) {
                p.executeBatch();
            }
        }
        execute("UPDATE disputes SET shifts = (SELECT count(*) FROM shifts s WHERE s.dispute = disputes.id)");
    }
}

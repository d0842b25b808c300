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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what only stories together tell: parties, issues, disputes, shifts. Old ones are thrown away first. */
final class Derivation {
    /** Stories that count: neither copies nor replaced by a corrected version. */
    static final String CURRENT = "(SELECT id FROM stories WHERE copy_of IS NULL AND replaced_by IS NULL)";

    /** To be raised when derived tables come out differently, so that ledgers made before are derived anew. */
    static final int VERSION = 32;

    /**
     * Who holds what a party says or does: its side, but a parliament, a court, a party and their members each speak for
     * themselves, and so do the commission and the ministers of an organisation of states.
     */
    static final String HOLDER = "CASE WHEN %1$s.party IN (SELECT party FROM story_parties GROUP BY party"
            + " HAVING count(*) FILTER (sector IN ('LEG', 'JUD', 'PTY', 'OPP')) * 4 >= count(*)) THEN %1$s.party"
            + " WHEN %1$s.side LIKE '%%-igo' AND contains(%1$s.party, 'commission') THEN %1$s.side || ' commission'"
            + " WHEN %1$s.side LIKE '%%-igo' AND regexp_matches(%1$s.party, 'minister|council') THEN %1$s.side || ' council'"
            + " ELSE %1$s.side END";

    private final Connection connection;
    private final Memo memo;

    /** A derivation from nothing. */
    Derivation(Connection connection) {
        this(connection, new Memo());
    }

    /**
     * @param memo what the derivation before has worked out, and what this one leaves to the next
     */
    Derivation(Connection connection, Memo memo) {
        this.connection = connection;
        this.memo = memo;
    }

    void make() throws SQLException {
        execute(
                "DELETE FROM parties; DELETE FROM issues; DELETE FROM disputes; DELETE FROM shifts; DELETE FROM story_outlets;"
                        + " DELETE FROM dispute_stories; DELETE FROM dispute_members; DELETE FROM dispute_events");
        outlets();
        Sides.learn(connection, memo);
        parties();
        Map<String, Disputes.Topic> topics = memo.topics().read(connection);
        List<IssueLinker.Naming> namings = namings();
        Orders orders = Orders.read(connection);
        IssueLinker.Linked linked = orders.applied(memo.linked(namings, topics), namings);
        issues(linked);
        List<Held> held = held();
        List<Disputes.Dispute> found = disputes(held, topics, orders.names());
        shifts(found, held);
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
        try (TableWriter rows = new TableWriter(connection, "issues")) {
            for (IssueLinker.Issue i : linked.issues()) {
                rows.add(i.id(), i.name(), i.kind(), i.namings(), i.stories(), i.first(), i.last());
            }
        }
        execute("CREATE OR REPLACE TEMP TABLE linked (position VARCHAR, issue VARCHAR)");
        try (TableWriter rows = new TableWriter(connection, "linked")) {
            for (Map.Entry<String, String> e : linked.byPosition().entrySet()) {
                rows.add(e.getKey(), e.getValue());
            }
        }
        execute("UPDATE positions SET issue = NULL WHERE issue IS NOT NULL AND id NOT IN (SELECT position FROM linked);"
                + " UPDATE positions SET issue = l.issue FROM linked l WHERE l.position = positions.id"
                + " AND positions.issue IS DISTINCT FROM l.issue; DROP TABLE linked");
    }

    List<Held> held() throws SQLException {
        List<Held> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT id, story, date, side, counterpart, issue, naming, stance, strength, condition, "
                                + HOLDER.formatted("p")
                                + ", attribution IS NULL OR EXISTS (SELECT 1 FROM statements t WHERE t.id = p.attribution AND t.side = p.side) FROM positions p"
                                + " WHERE issue IS NOT NULL AND story IN " + CURRENT
                                + " AND (regexp_matches(side, '^[a-z]{3}$') OR side <> told OR side IN (SELECT id FROM parties WHERE named))"
                                + " ORDER BY date, id")) {
            while (r.next()) {
                out.add(new Held(
                        r.getString(1),
                        r.getString(2),
                        day(r, 3),
                        r.getString(4),
                        r.getString(11),
                        r.getBoolean(12),
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

    /** Everything that may be a sign that two sides stand against each other; {@code asks} where one only wants something of the other. */
    private static final String SIGNS =
            " signs AS (SELECT story, sentence, side AS one, counterpart AS other, 1.0 AS weight, stance = 'DEMANDS' AS asks FROM positions p"
                    + " WHERE stance IN ('DEMANDS', 'ACCUSES', 'THREATENS', 'REFUSES', 'DENIES') AND NOT EXISTS (FROM courts u WHERE u.story = p.story AND u.party = p.party)"
                    + " UNION ALL SELECT e.story, e.sentence, a.side, b.side, CASE e.type WHEN 'REQUEST' THEN 0.5 ELSE 1.0 END"
                    + " * CASE WHEN e.historical OR e.date < s.published - 14 THEN 0.4 ELSE 1.0 END, e.type = 'REQUEST' FROM events e JOIN stories s ON s.id = e.story"
                    + " JOIN event_parties a ON a.event = e.id AND a.role = 'actor' JOIN event_parties b ON b.event = e.id AND b.role = 'recipient'"
                    + " WHERE e.type IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')"
                    + " AND NOT e.negated AND NOT e.hypothetical AND NOT EXISTS (FROM courts u WHERE u.story = e.story AND u.party = a.party)"
                    + " UNION ALL SELECT e.story, e.sentence, a.side, b.side, 0.7, false FROM events e JOIN event_parties a ON a.event = e.id"
                    + " JOIN event_parties b ON b.event = e.id AND b.place > a.place WHERE e.type = 'AGREE' AND e.negated AND NOT e.hypothetical"
                    + " UNION ALL SELECT p.story, p.sentence, p.side, q.side, 1.0, false FROM positions p JOIN positions q ON q.story = p.story AND q.issue = p.issue"
                    + " AND p.side <> q.side WHERE p.stance IN ('DEMANDS', 'CLAIMS', 'SUPPORTS', 'OFFERS', 'ACCEPTS') AND q.stance IN ('REFUSES', 'DENIES', 'THREATENS')"
                    + " UNION ALL SELECT c.story, c.sentence, a.side, b.side, c.sure * CASE WHEN c.title THEN 1.5 ELSE 1.0 END, false FROM contentions c"
                    + " JOIN (SELECT DISTINCT story, party, side FROM story_parties) a ON a.story = c.story AND a.party = c.one"
                    + " JOIN (SELECT DISTINCT story, party, side FROM story_parties) b ON b.story = c.story AND b.party = c.other"
                    + " UNION ALL SELECT p.story, p.sentence, p.side, q.side, 0.3 / n.others, p.stance = 'DEMANDS' FROM positions p JOIN story_parties q ON q.story = p.story"
                    + " AND (q.named OR q.side <> q.told) AND q.side <> p.side JOIN (SELECT story, count(DISTINCT side) - 1 AS others FROM story_parties"
                    + " WHERE (named OR side <> told) AND side IN (FROM able) GROUP BY story) n ON n.story = p.story AND n.others BETWEEN 1 AND 4"
                    + " WHERE p.counterpart IS NULL AND p.stance IN ('DEMANDS', 'ACCUSES', 'THREATENS', 'REFUSES', 'DENIES')),";

    /**
     * Signs that two sides stand against each other: what is put to the other, hostile acts, opposed stances, and words that say
     * so. A sentence counts once; a court's rulings are no quarrel of its state's, what lies far back is background, and what stands further down in a story counts a little less.
     */
    List<Disputes.Sign> signs() throws SQLException {
        String sql =
                "WITH able AS (SELECT DISTINCT x.side FROM (SELECT side FROM positions UNION SELECT counterpart FROM positions"
                        + " UNION SELECT side FROM event_parties) x LEFT JOIN parties n ON n.id = x.side"
                        + " WHERE regexp_matches(x.side, '^[a-z]{3}$') OR n.named AND n.kind <> 'person'"
                        + " OR x.side IN (SELECT side FROM story_parties WHERE kind = 'group' AND side <> told)),"
                        + " courts AS (SELECT story, party FROM story_parties WHERE sector = 'JUD'),"
                        + SIGNS
                        + " once AS (SELECT story, sentence, least(one, other) AS one, greatest(one, other) AS other, max(weight) AS weight,"
                        + " bool_and(asks) AND min(one) = max(one) AS asks, min(one) AS asker"
                        + " FROM signs WHERE one <> other AND one IN (FROM able) AND other IN (FROM able) GROUP BY ALL),"
                        + " weighed AS (SELECT g.story, s.published, one, other, asks, asker, weight * CASE WHEN "
                        + Stands.FOREMOST.formatted("g")
                        + " THEN 1 ELSE 0.85 END AS weight FROM once g JOIN stories s ON s.id = g.story AND s.copy_of IS NULL AND s.replaced_by IS NULL)"
                        + " SELECT story, published, one, other, round(sum(weight), 4),"
                        + " round(coalesce(sum(weight) FILTER (asks AND asker = one), 0), 4), round(coalesce(sum(weight) FILTER (asks AND asker = other), 0), 4)"
                        + " FROM weighed GROUP BY ALL ORDER BY 2, 1, 3, 4";
        List<Disputes.Sign> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                out.add(new Disputes.Sign(
                        r.getString(1),
                        day(r, 2),
                        r.getString(3),
                        r.getString(4),
                        Math.min(3, r.getDouble(5)),
                        r.getDouble(6),
                        r.getDouble(7)));
            }
        }
        return out;
    }

    private void members(List<Disputes.Dispute> found) throws SQLException {
        try (TableWriter stories = new TableWriter(connection, "dispute_stories");
                TableWriter positions = new TableWriter(connection, "dispute_members")) {
            for (Disputes.Dispute d : found) {
                for (String story : d.stories()) {
                    stories.add(d.id(), story);
                }
                for (Held h : d.positions()) {
                    positions.add(d.id(), h.id());
                }
            }
        }
    }

    private List<Disputes.Dispute> disputes(
            List<Held> held, Map<String, Disputes.Topic> topics, Map<String, String> ordered) throws SQLException {
        List<Disputes.Sign> signs = signs();
        List<Disputes.Dispute> found = Disputes.find(
                signs,
                new Disputes.Context(
                        held,
                        topics,
                        names(),
                        known(),
                        this::headline,
                        this::beginnings,
                        ordered,
                        deals(),
                        memo.names()));
        members(found);
        DisputeEvents.insert(connection, found);
        try (TableWriter rows = new TableWriter(connection, "disputes")) {
            for (Disputes.Dispute d : found) {
                rows.add(
                        d.id(),
                        d.name(),
                        d.status(),
                        d.issues(),
                        d.sides(),
                        d.first(),
                        d.last(),
                        d.stories().size(),
                        d.positions().size(),
                        0,
                        d.score());
            }
        }
        pointed();
        return found;
    }

    /** Positions that a side of a dispute puts to another belong to it also where the story does not name the issue. */
    private void pointed() throws SQLException {
        execute(
                "INSERT INTO dispute_members SELECT m.dispute, p.id FROM dispute_stories m JOIN disputes d ON d.id = m.dispute"
                        + " JOIN positions p ON p.story = m.story WHERE p.issue IS NULL AND p.side <> p.counterpart"
                        + " AND list_contains(d.parties, p.side) AND list_contains(d.parties, p.counterpart) ORDER BY ALL;"
                        + " UPDATE disputes SET positions = (SELECT count(*) FROM dispute_members m WHERE m.dispute = disputes.id)");
    }

    Map<String, String> names() throws SQLException {
        Map<String, String> out = new HashMap<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT id, name FROM parties")) {
            while (r.next()) {
                out.put(r.getString(1), r.getString(2));
            }
        }
        return out;
    }

    /** A story's headline; empty when it has none. */
    private String headline(String story) {
        try (PreparedStatement p =
                connection.prepareStatement("SELECT coalesce(title, ''), text FROM stories WHERE id = ?")) {
            RowWriter.bind(p, story);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Headline.of(r.getString(1), r.getString(2)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> beginnings(Set<String> stories) {
        Map<String, String> out = new HashMap<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT id, left(text, 1500) FROM stories WHERE id " + Queries.IN)) {
            RowWriter.bind(p, RowWriter.list(List.copyOf(stories)));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.put(r.getString(1), r.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    /** What parties are called in three stories or more, in lower case. */
    Set<String> known() throws SQLException {
        Set<String> out = new HashSet<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT lower(name) FROM story_parties GROUP BY 1 HAVING count(DISTINCT story) > 2")) {
            while (r.next()) {
                out.add(r.getString(1));
            }
        }
        return out;
    }

    /** Agreements made or signed between two sides, from events that happened and that are a story's news, not its background. */
    List<Disputes.Settling> deals() throws SQLException {
        List<Disputes.Settling> out = new ArrayList<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT DISTINCT e.story, a.side, b.side, e.date FROM events e"
                        + " JOIN stories s ON s.id = e.story AND " + Stands.FOREMOST.formatted("e")
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

    private void shifts(List<Disputes.Dispute> disputes, List<Held> held) throws SQLException {
        Map<String, List<String>> issues = new HashMap<>();
        disputes.forEach(d -> issues.put(d.id(), d.issues()));
        try (TableWriter rows = new TableWriter(connection, "shifts")) {
            for (Shifts.Shift s : Shifts.of(Stands.read(connection, disputes, held))) {
                List<String> main = issues.getOrDefault(String.valueOf(s.dispute()), List.of());
                String issue = s.issue() != null ? s.issue() : main.isEmpty() ? null : main.get(0);
                if (issue != null) {
                    rows.add(
                            s.id(),
                            s.side(),
                            issue,
                            s.dispute(),
                            s.date(),
                            s.kind(),
                            s.from().event() ? null : s.from().id(),
                            s.to().event() ? null : s.to().id(),
                            s.from().event() ? s.from().id() : null,
                            s.to().event() ? s.to().id() : null);
                }
            }
        }
        execute("UPDATE disputes SET shifts = (SELECT count(*) FROM shifts s WHERE s.dispute = disputes.id)");
    }
}

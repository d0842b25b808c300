package demarche.ledger;

import demarche.ledger.Views.Counts;
import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.DisputeView;
import demarche.ledger.Views.EventView;
import demarche.ledger.Views.IssueView;
import demarche.ledger.Views.PartyView;
import demarche.ledger.Views.PositionView;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.Side;
import demarche.ledger.Views.StatementView;
import demarche.ledger.Views.StoryView;
import demarche.story.Json;
import demarche.story.Reading;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions that pages, commands and programs ask of a ledger. Reads only. */
public final class Queries {
    static final String IN = "IN (SELECT unnest(string_split(?, '|'))) ";
    static final String OUTLETS = "w.outlets";
    static final String JOIN = " LEFT JOIN story_outlets w ON w.story = s.id ";
    static final String POSITION =
            "SELECT p.id, coalesce(n.name, p.side), p.side, i.name, p.issue, p.stance, p.strength, p.condition,"
                    + " coalesce(c.name, p.counterpart), p.date, p.story, s.title, " + OUTLETS
                    + ", p.sentence, p.rule, p.confidence, p.naming"
                    + " FROM positions p JOIN stories s ON s.id = p.story" + JOIN
                    + "LEFT JOIN issues i ON i.id = p.issue"
                    + " LEFT JOIN parties n ON n.id = p.side LEFT JOIN parties c ON c.id = p.counterpart"
                    + " WHERE s.copy_of IS NULL AND s.replaced_by IS NULL ";
    static final String STATEMENT = "SELECT t.id, n.name, t.speaker, t.cue, t.content, t.date, t.story, s.title, "
            + OUTLETS
            + ", t.sentence, t.side FROM statements t JOIN stories s ON s.id = t.story" + JOIN
            + "LEFT JOIN parties n ON n.id = t.speaker"
            + " WHERE s.copy_of IS NULL AND s.replaced_by IS NULL ";
    /** Shifts with both ends, each a position or an event. */
    static final String SHIFT = "SELECT h.id, coalesce(n.name, h.party), h.party, i.name, h.issue, h.dispute, h.kind, "
            + end("a", "x") + ", " + end("b", "y")
            + " FROM shifts h LEFT JOIN positions a ON a.id = h.from_position LEFT JOIN positions b ON b.id = h.to_position"
            + " LEFT JOIN events x ON x.id = h.from_event LEFT JOIN events y ON y.id = h.to_event"
            + " JOIN issues i ON i.id = h.issue LEFT JOIN parties n ON n.id = h.party WHERE true ";

    private static final String DISPUTE =
            "SELECT id, name, status, issues, parties, first, last, stories, positions, shifts FROM disputes ";

    private final Database database;

    private static String end(String position, String event) {
        return "coalesce(%1$s.stance, %2$s.type), coalesce(%1$s.strength, 'plain'), %1$s.condition, coalesce(%1$s.date, %2$s.date), coalesce(%1$s.story, %2$s.story), coalesce(%1$s.sentence, %2$s.sentence)"
                .formatted(position, event);
    }

    Queries(Database database) {
        this.database = database;
    }

    /** Events that {@code chosen} names, with who acts on whom; only the chosen are looked up. */
    static String events(String chosen, String order) {
        return "WITH chosen AS MATERIALIZED (" + chosen + "), acting AS (SELECT x.event, " + acting("actor") + ", "
                + acting("recipient") + " FROM event_parties x SEMI JOIN chosen c ON c.id = x.event"
                + " LEFT JOIN parties n ON n.id = x.party GROUP BY x.event)"
                + " SELECT e.id, e.date, e.type, e.mode, e.cameo, e.contexts, a.actors, a.recipients, e.negated, e.future,"
                + " e.hypothetical, e.historical, e.place, e.country, e.lat, e.lon, e.story, s.title, " + OUTLETS
                + ", e.sentence, e.trigger, e.rule, e.confidence, a.actor_sides, a.recipient_sides FROM events e"
                + " SEMI JOIN chosen c ON c.id = e.id JOIN stories s ON s.id = e.story" + JOIN
                + "LEFT JOIN acting a ON a.event = e.id " + order;
    }

    private static String acting(String role) {
        String these = " ORDER BY x.place) FILTER (x.role = '" + role + "') AS " + role;
        return "list(coalesce(n.name, x.party)" + these + "s, list(x.side" + these + "_sides";
    }

    private interface Row<T> {
        T of(ResultSet r) throws SQLException;
    }

    private <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        return database.run(c -> list(c, sql, row, parameters));
    }

    private static <T> List<T> list(Connection c, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        List<T> out = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(sql)) {
            RowWriter.bind(p, parameters);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.add(row.of(r));
                }
            }
        }
        return out;
    }

    static List<String> strings(ResultSet r, int column) throws SQLException {
        Array array = r.getArray(column);
        List<String> out = new ArrayList<>();
        if (array != null) {
            for (Object item : (Object[]) array.getArray()) {
                out.add(String.valueOf(item));
            }
        }
        return out;
    }

    static @Nullable String date(ResultSet r, int column) throws SQLException {
        LocalDate day = Derivation.day(r, column);
        return day == null ? null : day.toString();
    }

    /** How many of a table the stories tell, what copies tell again not counted, as the lists do. */
    private static String told(String table) {
        return "(SELECT count(*) FROM " + table + " x SEMI JOIN current_stories s ON s.id = x.story)";
    }

    /** How much is in the ledger. */
    public Counts counts() {
        return list(
                        "SELECT (SELECT count(*) FROM stories WHERE copy_of IS NULL AND replaced_by IS NULL),"
                                + " (SELECT count(*) FROM stories WHERE copy_of IS NOT NULL), " + told("statements")
                                + ", "
                                + told("events") + ", " + told("positions") + ", (SELECT count(*) FROM parties),"
                                + " (SELECT count(*) FROM issues), (SELECT count(*) FROM disputes), (SELECT count(*) FROM shifts)",
                        r -> new Counts(
                                r.getLong(1),
                                r.getLong(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6),
                                r.getLong(7),
                                r.getLong(8),
                                r.getLong(9)))
                .get(0);
    }

    /** Disputes, the busiest first; those whose name or namings hold all words of {@code words} when it is given. */
    public List<DisputeView> disputes(@Nullable String words, int limit) {
        return database.run(c -> {
            List<String> ids = matching(c, words, limit);
            Map<String, DisputeView> found = new LinkedHashMap<>();
            disputes(c, ids).forEach(d -> found.put(d.id(), d));
            return ids.stream().map(found::get).toList();
        });
    }

    private static List<String> matching(Connection c, @Nullable String words, int limit) throws SQLException {
        if (words == null || words.isBlank()) {
            return list(c, "SELECT id FROM disputes ORDER BY score DESC, id LIMIT ?", r -> r.getString(1), limit);
        }
        StringBuilder sql = new StringBuilder("SELECT d.id FROM disputes d WHERE true");
        List<@Nullable Object> parameters = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            sql.append(" AND (d.name ILIKE ? OR EXISTS (SELECT 1 FROM issues i WHERE list_contains(d.issues, i.id)"
                    + " AND array_to_string(i.namings, ' ') ILIKE ?))");
            parameters.add("%" + word + "%");
            parameters.add("%" + word + "%");
        }
        sql.append(" ORDER BY d.score DESC, d.id LIMIT ?");
        parameters.add(limit);
        return list(c, sql.toString(), r -> r.getString(1), parameters.toArray());
    }

    /** A dispute's row as long as its issue and parties are only ids. */
    private record DisputeRow(DisputeView view, String issue, List<String> parties) {}

    static List<DisputeView> disputes(Connection c, List<String> ids) throws SQLException {
        List<DisputeRow> rows = list(c, DISPUTE + "WHERE id " + IN, Queries::dispute, RowWriter.list(ids));
        Map<String, IssueView> issues = new LinkedHashMap<>();
        issues(c, rows.stream().map(DisputeRow::issue).toList()).forEach(i -> issues.put(i.id(), i));
        Map<String, PartyView> parties = new LinkedHashMap<>();
        parties(c, rows.stream().flatMap(d -> d.parties().stream()).toList()).forEach(p -> parties.put(p.id(), p));
        return rows.stream()
                .map(d -> d.view()
                        .with(
                                named(d.view().issue(), issues.get(d.issue())),
                                d.parties().stream()
                                        .map(p -> parties.getOrDefault(p, unknown(p)))
                                        .toList()))
                .toList();
    }

    /** The issue under the dispute's own name, with the namings of both. */
    private static IssueView named(IssueView topic, @Nullable IssueView issue) {
        Set<String> namings = new LinkedHashSet<>(topic.namings());
        if (issue != null) {
            namings.addAll(issue.namings());
        }
        return new IssueView(topic.id(), topic.name(), issue == null ? null : issue.kind(), List.copyOf(namings));
    }

    private static DisputeRow dispute(ResultSet r) throws SQLException {
        List<String> all = strings(r, 4);
        String issue = all.isEmpty() ? "" : all.get(0);
        String topic = r.getString(2).replaceFirst(": .*$", "");
        IssueView only = new IssueView(issue, topic, null, List.of(topic));
        DisputeView view = new DisputeView(
                r.getString(1),
                r.getString(2),
                only,
                List.of(),
                r.getString(3),
                date(r, 6),
                date(r, 7),
                r.getInt(8),
                r.getInt(9),
                r.getInt(10));
        return new DisputeRow(view, issue, strings(r, 5));
    }

    static List<IssueView> issues(Connection c, List<String> ids) throws SQLException {
        return list(
                c,
                "SELECT id, name, kind, namings FROM issues WHERE id " + IN + " ORDER BY stories DESC, id",
                r -> new IssueView(r.getString(1), r.getString(2), r.getString(3), strings(r, 4)),
                RowWriter.list(ids));
    }

    static List<PartyView> parties(Connection c, List<String> ids) throws SQLException {
        return list(
                c,
                "SELECT id, name, country, sector FROM parties WHERE id " + IN,
                r -> new PartyView(r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
                RowWriter.list(ids));
    }

    private static PartyView unknown(String side) {
        return new PartyView(side, StateNames.of(side), StateNames.code(side), null);
    }

    /** A dispute by its id, or the busiest one that fits the words; null when none does. */
    public @Nullable DisputePage dispute(String idOrWords) {
        Optional<DisputeView> view = database.run(c -> {
            List<String> ids = list(c, "SELECT id FROM disputes WHERE id = ?", r -> r.getString(1), idOrWords);
            return disputes(c, ids.isEmpty() ? matching(c, idOrWords, 1) : ids).stream()
                    .findFirst();
        });
        return view.map(d -> new DisputeContents(database, Heads.ofDispute(database, d.id())).of(d))
                .orElse(null);
    }

    /** The moves of a dispute that count most, at most two of a day, in their order. */
    public List<EventView> moves(String dispute, int limit) {
        return list(
                events(
                        "SELECT event AS id FROM (SELECT m.event, m.weight, row_number() OVER (PARTITION BY x.date ORDER BY m.weight DESC, m.event)"
                                + " AS place FROM dispute_events m JOIN events x ON x.id = m.event WHERE m.dispute = ? AND NOT x.negated"
                                + " AND NOT x.hypothetical) WHERE place <= 2 ORDER BY weight DESC, event LIMIT ?",
                        "ORDER BY e.date, e.id"),
                Queries::event,
                dispute,
                limit);
    }

    static PositionView position(ResultSet r, List<PositionView> history) throws SQLException {
        return new PositionView(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(17),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                date(r, 10),
                r.getString(11),
                r.getString(12),
                strings(r, 13),
                r.getString(14),
                r.getString(15),
                r.getDouble(16),
                history);
    }

    static EventView event(ResultSet r) throws SQLException {
        return new EventView(
                r.getString(1),
                date(r, 2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                strings(r, 6),
                strings(r, 7),
                strings(r, 8),
                r.getBoolean(9),
                r.getBoolean(10),
                r.getBoolean(11),
                r.getBoolean(12),
                r.getString(13),
                r.getString(14),
                (Double) r.getObject(15),
                (Double) r.getObject(16),
                r.getString(17),
                r.getString(18),
                strings(r, 19),
                r.getString(20),
                r.getString(21),
                r.getString(22),
                r.getDouble(23),
                strings(r, 24),
                strings(r, 25));
    }

    static StatementView statement(ResultSet r) throws SQLException {
        return new StatementView(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                date(r, 6),
                r.getString(7),
                r.getString(8),
                strings(r, 9),
                r.getString(10),
                r.getString(11));
    }

    static ShiftView shift(ResultSet r) throws SQLException {
        return new ShiftView(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                Side.of(r.getString(8), r.getString(9), r.getString(10), date(r, 11), r.getString(12), r.getString(13)),
                Side.of(
                        r.getString(14),
                        r.getString(15),
                        r.getString(16),
                        date(r, 17),
                        r.getString(18),
                        r.getString(19)));
    }

    /** Roles that stories gave people whose name has these words (none: everybody), newest first. */
    public List<LearntRole> roles(String words, int limit) {
        return database.run(c -> list(
                c,
                "SELECT p.party, p.name, p.role, p.country, p.side, s.published, p.story, p.role_sentence FROM story_parties p"
                        + " JOIN stories s ON s.id = p.story WHERE s.copy_of IS NULL AND s.replaced_by IS NULL"
                        + " AND p.kind = 'person' AND p.named AND p.role IS NOT NULL"
                        + " AND (contains(lower(p.name), lower(?)) OR contains(p.party, lower(?)))"
                        + " ORDER BY s.published DESC NULLS LAST, p.story, p.party LIMIT " + limit,
                r -> new LearntRole(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        Derivation.day(r, 6),
                        r.getString(7),
                        r.getString(8)),
                words,
                words));
    }

    /** What a party holds: its newest position on each issue, newest first, with those before it. */
    public List<PositionView> positions(String party, int limit) {
        return database.run(c -> {
            Set<String> sides = new LinkedHashSet<>(partyIds(c, party));
            Map<String, List<PositionView>> byIssue = new LinkedHashMap<>();
            for (String side : sides) {
                list(
                                c,
                                POSITION + "AND (p.side = ? OR p.party = ?) ORDER BY p.date DESC, p.id DESC",
                                r -> position(r, List.of()),
                                side,
                                side)
                        .forEach(p -> byIssue.computeIfAbsent(
                                        p.issueId() == null ? p.id() : p.partyId() + p.issueId(),
                                        k -> new ArrayList<>())
                                .add(p));
            }
            return byIssue.values().stream()
                    .map(all -> latest(all.get(0), all.subList(1, all.size())))
                    .sorted(Comparator.comparing((PositionView p) -> String.valueOf(p.date()))
                            .reversed())
                    .limit(limit)
                    .toList();
        });
    }

    static PositionView latest(PositionView p, List<PositionView> history) {
        return new PositionView(
                p.id(),
                p.party(),
                p.partyId(),
                p.issue(),
                p.issueId(),
                p.naming(),
                p.stance(),
                p.strength(),
                p.condition(),
                p.counterpart(),
                p.date(),
                p.story(),
                p.title(),
                p.outlets(),
                p.sentence(),
                p.rule(),
                p.confidence(),
                List.copyOf(history));
    }

    /** Ids of the parties that a name, an id or a state code means; the best known first. */
    private static List<String> partyIds(Connection c, String party) throws SQLException {
        String exact =
                "SELECT CASE WHEN kind = 'organization' AND side NOT IN (SELECT id FROM parties WHERE kind = 'state') THEN side ELSE id END FROM parties"
                        + " WHERE lower(name) = lower(?) OR id = lower(?) OR (kind = 'state' AND lower(country) = lower(?))"
                        + " ORDER BY stories DESC LIMIT 3";
        List<String> found = list(c, exact, r -> r.getString(1), party, party, party);
        return !found.isEmpty()
                ? found
                : list(
                        c,
                        "SELECT id FROM parties WHERE name ILIKE ? ORDER BY stories DESC LIMIT 3",
                        r -> r.getString(1),
                        "%" + party + "%");
    }

    /** Parties whose name holds the words, the most spoken of first. */
    public List<PartyView> parties(@Nullable String words, int limit) {
        return list(
                "SELECT id, name, country, sector FROM parties WHERE name ILIKE ? ORDER BY stories DESC, id LIMIT ?",
                r -> new PartyView(r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
                "%" + (words == null ? "" : words) + "%",
                limit);
    }

    /** Shifts on or after a day (null: all), newest first. */
    public List<ShiftView> shifts(@Nullable LocalDate since, int limit) {
        return since == null
                ? list(SHIFT + "ORDER BY h.date DESC, h.id LIMIT ?", Queries::shift, limit)
                : list(SHIFT + "AND h.date >= ? ORDER BY h.date DESC, h.id LIMIT ?", Queries::shift, since, limit);
    }

    /** The newest day of the ledger; null when it is empty. */
    public @Nullable LocalDate newest() {
        return list("SELECT max(published) FROM stories", r -> Optional.ofNullable(Derivation.day(r, 1)))
                .get(0)
                .orElse(null);
    }

    /** Issues whose namings hold the words, those in most stories first. */
    public List<IssueView> issues(@Nullable String words, int limit) {
        return list(
                "SELECT id, name, kind, namings FROM issues WHERE array_to_string(namings, ' ') ILIKE ? ORDER BY stories DESC, id LIMIT ?",
                r -> new IssueView(r.getString(1), r.getString(2), r.getString(3), strings(r, 4)),
                "%" + (words == null ? "" : words) + "%",
                limit);
    }

    /** An issue by its id; null when there is none. */
    public @Nullable IssueView issue(String id) {
        List<IssueView> found = database.run(c -> issues(c, List.of(id)));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Stories, newest first; those whose title or text hold the words when they are given. */
    public List<StoryView> stories(@Nullable String words, int limit, int offset) {
        String like = "%" + (words == null ? "" : words) + "%";
        return list(
                "SELECT s.id, s.title, s.published, " + OUTLETS + ", s.url, s.words,"
                        + " (SELECT count(*) FROM statements x WHERE x.story = s.id), (SELECT count(*) FROM events x WHERE x.story = s.id),"
                        + " (SELECT count(*) FROM positions x WHERE x.story = s.id) FROM stories s" + JOIN
                        + "WHERE s.copy_of IS NULL AND s.replaced_by IS NULL AND (s.title ILIKE ? OR s.text ILIKE ?)"
                        + " ORDER BY s.published DESC NULLS LAST, s.seq DESC LIMIT ? OFFSET ?",
                Queries::story,
                like,
                like,
                limit,
                offset);
    }

    static StoryView story(ResultSet r) throws SQLException {
        return new StoryView(
                r.getString(1),
                r.getString(2),
                date(r, 3),
                strings(r, 4),
                r.getString(5),
                r.getInt(6),
                r.getInt(7),
                r.getInt(8),
                r.getInt(9));
    }

    /** The reading of a story; null when the id is not known. */
    public @Nullable Reading reading(String story) {
        List<String> found = list(
                "SELECT reading FROM readings WHERE seq = (SELECT max(seq) FROM readings WHERE story = ?)",
                r -> r.getString(1),
                story);
        return found.isEmpty() ? null : Json.read(found.get(0));
    }

    /** Events that fit, newest first; null facets ask for nothing. {@code party} is an id, a name or a state code. */
    public List<EventView> events(
            @Nullable String type, @Nullable String party, @Nullable String country, int limit, int offset) {
        StringBuilder sql = new StringBuilder(
                "SELECT e.id FROM events e JOIN stories s ON s.id = e.story WHERE s.copy_of IS NULL AND s.replaced_by IS NULL ");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (type != null) {
            sql.append("AND e.type = upper(?) ");
            parameters.add(type);
        }
        if (country != null) {
            sql.append("AND e.country = upper(?) ");
            parameters.add(country);
        }
        if (party != null) {
            sql.append("AND e.id IN (SELECT event FROM event_parties WHERE side = lower(?) OR party = lower(?)"
                    + " OR party IN (SELECT id FROM parties WHERE lower(name) = lower(?))) ");
            parameters.addAll(List.of(party, party, party));
        }
        sql.append("ORDER BY e.date DESC NULLS LAST, e.id LIMIT ? OFFSET ?");
        parameters.add(limit);
        parameters.add(offset);
        return list(
                events(sql.toString(), "ORDER BY e.date DESC NULLS LAST, e.id"), Queries::event, parameters.toArray());
    }

    /** How many events there are of each type, most first; null facets ask for nothing. */
    public List<Views.Facet> eventTypes(@Nullable String party, @Nullable String country) {
        return list(
                "SELECT e.type, count(*) FROM events e JOIN current_stories s ON s.id = e.story"
                        + " WHERE (? IS NULL OR e.country = upper(?)) AND (? IS NULL OR e.id IN"
                        + " (SELECT event FROM event_parties WHERE side = lower(?) OR party = lower(?)))"
                        + " GROUP BY 1 ORDER BY 2 DESC, 1",
                r -> new Views.Facet(r.getString(1), r.getLong(2)),
                country,
                country,
                party,
                party,
                party);
    }

    /** How many events there are in each country, most first; null facets ask for nothing. */
    public List<Views.Facet> eventCountries(@Nullable String type) {
        return list(
                "SELECT e.country, count(*) FROM events e JOIN current_stories s ON s.id = e.story WHERE e.country IS NOT NULL"
                        + " AND (? IS NULL OR e.type = upper(?)) GROUP BY 1 ORDER BY 2 DESC, 1",
                r -> new Views.Facet(r.getString(1), r.getLong(2)),
                type,
                type);
    }

    /** Statements whose content or sentence holds the words, newest first. */
    public List<StatementView> statements(String words, int limit) {
        return list(
                STATEMENT
                        + "AND (t.content ILIKE ? OR t.sentence ILIKE ?) ORDER BY t.date DESC NULLS LAST, t.id LIMIT ?",
                Queries::statement,
                "%" + words + "%",
                "%" + words + "%",
                limit);
    }

    /** Positions whose sentence or issue holds all the words, newest first. */
    public List<PositionView> positionsOn(String words, int limit) {
        StringBuilder sql = new StringBuilder(POSITION);
        List<@Nullable Object> parameters = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            sql.append("AND (p.sentence ILIKE ? OR i.name ILIKE ?) ");
            parameters.add("%" + word + "%");
            parameters.add("%" + word + "%");
        }
        sql.append("ORDER BY p.date DESC, p.id LIMIT ?");
        parameters.add(limit);
        return list(sql.toString(), r -> position(r, List.of()), parameters.toArray());
    }

    /** Orders about issues that were given, oldest first. */
    public List<Views.OrderView> orders() {
        return list(
                "SELECT what, arguments, given FROM orders ORDER BY seq",
                r -> new Views.OrderView(r.getString(1), strings(r, 2), String.valueOf(r.getString(3))));
    }

    /** How checks of known disputes come out. */
    public List<DisputeChecks.Result> check(List<DisputeChecks.Check> checks) {
        return database.run(c -> {
            List<DisputeChecks.Result> out = new ArrayList<>();
            for (DisputeChecks.Check check : checks) {
                out.add(DisputeChecks.result(c, check));
            }
            return out;
        });
    }

    /** Runs one reading statement of the user's; cut after {@code limit} rows. */
    public Views.Table sql(String sql, int limit) {
        return database.run(c -> SqlGate.ask(c, sql, limit));
    }
}

package demarche.ledger;

import demarche.ledger.Views.EventView;
import demarche.ledger.Views.PositionView;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.Side;
import demarche.ledger.Views.StatementView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Positions, events, statements and shifts that meet a condition, with the names that go with them. */
final class Records {
    /** True of records of stories that count. */
    static final String COUNTS =
            "story NOT IN (SELECT id FROM stories WHERE copy_of IS NOT NULL OR replaced_by IS NOT NULL) ";

    private static final String CURRENT = " AND " + COUNTS;

    private final Database database;
    private final Heads heads;

    /** Who acts or is acted upon in an event. */
    private record Acting(String event, String role, String name, String side) {}

    Records(Database database, Shared shared) {
        this(database, shared.once("heads", () -> Heads.read(database)));
    }

    Records(Database database, Heads heads) {
        this.database = database;
        this.heads = heads;
    }

    Heads heads() {
        return heads;
    }

    /**
     * Positions.
     *
     * @param condition on the columns of positions
     * @param rest order and limit
     */
    List<PositionView> positions(String condition, String rest, @Nullable Object... values) {
        return Rows.list(
                database,
                "SELECT id, side, issue, stance, strength, condition, counterpart, date, story, sentence, rule, confidence, naming FROM positions WHERE "
                        + condition + CURRENT + rest,
                this::position,
                values);
    }

    private PositionView position(ResultSet r) throws SQLException {
        String side = r.getString(2);
        String issue = r.getString(3);
        String story = r.getString(9);
        return new PositionView(
                r.getString(1),
                heads.party(side),
                side,
                heads.issue(issue),
                issue,
                r.getString(13),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                heads.partyOrNull(r.getString(7)),
                Queries.date(r, 8),
                story,
                heads.title(story),
                heads.outlets(story),
                r.getString(10),
                r.getString(11),
                r.getDouble(12),
                List.of());
    }

    /**
     * Statements; condition and rest as of {@link #positions}. Found by their short columns first: their words are by far the
     * largest part of the ledger, and reading them all costs more than to look up those that are wanted.
     */
    List<StatementView> statements(String condition, String rest, @Nullable Object... values) {
        List<String> ids = Rows.list(
                database, "SELECT id FROM statements WHERE " + condition + CURRENT + rest, r -> r.getString(1), values);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, StatementView> found = new HashMap<>();
        Rows.list(
                        database,
                        "SELECT id, speaker, cue, content, date, story, sentence, side FROM statements WHERE id "
                                + Queries.IN,
                        this::statement,
                        RowWriter.list(ids))
                .forEach(s -> found.put(s.id(), s));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private StatementView statement(ResultSet r) throws SQLException {
        String story = r.getString(6);
        return new StatementView(
                r.getString(1),
                heads.partyOrNull(r.getString(2)),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                Queries.date(r, 5),
                story,
                heads.title(story),
                heads.outlets(story),
                r.getString(7),
                r.getString(8));
    }

    /** Events by their ids, in that order; ids that are not there are left out. */
    List<EventView> events(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String all = RowWriter.list(ids);
        Map<String, List<Acting>> acting = new HashMap<>();
        Rows.list(
                        database,
                        "SELECT event, role, party, side FROM event_parties WHERE event " + Queries.IN
                                + "ORDER BY event, role, place",
                        r -> new Acting(r.getString(1), r.getString(2), heads.party(r.getString(3)), r.getString(4)),
                        all)
                .forEach(a -> acting.computeIfAbsent(a.event(), k -> new ArrayList<>())
                        .add(a));
        Map<String, EventView> found = new LinkedHashMap<>();
        Rows.list(
                        database,
                        "SELECT id, date, type, mode, cameo, contexts, negated, future, hypothetical, historical, place, country, lat, lon, story,"
                                + " sentence, trigger, rule, confidence FROM events WHERE id " + Queries.IN + CURRENT,
                        r -> event(r, acting.getOrDefault(r.getString(1), List.of())),
                        all)
                .forEach(e -> found.put(e.id(), e));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private EventView event(ResultSet r, List<Acting> acting) throws SQLException {
        String story = r.getString(15);
        return new EventView(
                r.getString(1),
                Queries.date(r, 2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                Queries.strings(r, 6),
                names(acting, "actor"),
                names(acting, "recipient"),
                r.getBoolean(7),
                r.getBoolean(8),
                r.getBoolean(9),
                r.getBoolean(10),
                r.getString(11),
                r.getString(12),
                (Double) r.getObject(13),
                (Double) r.getObject(14),
                story,
                heads.title(story),
                heads.outlets(story),
                r.getString(16),
                r.getString(17),
                r.getString(18),
                r.getDouble(19),
                sides(acting, "actor"),
                sides(acting, "recipient"));
    }

    private static List<String> names(List<Acting> acting, String role) {
        return acting.stream()
                .filter(a -> a.role().equals(role))
                .map(Acting::name)
                .toList();
    }

    private static List<String> sides(List<Acting> acting, String role) {
        return acting.stream()
                .filter(a -> a.role().equals(role))
                .map(Acting::side)
                .toList();
    }

    /** Shifts; condition and rest on the columns of shifts. */
    List<ShiftView> shifts(String condition, String rest, @Nullable Object... values) {
        record Row(
                String id,
                String party,
                String issue,
                @Nullable String dispute,
                String kind,
                String from,
                String to) {}
        List<Row> rows = Rows.list(
                database,
                "SELECT id, party, issue, dispute, kind, coalesce(from_position, from_event), coalesce(to_position, to_event) FROM shifts WHERE "
                        + condition + " " + rest,
                r -> new Row(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7)),
                values);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Side> ends = new HashMap<>();
        List<String> ids = rows.stream()
                .flatMap(x -> java.util.stream.Stream.of(x.from(), x.to()))
                .toList();
        positions("id " + Queries.IN, "", RowWriter.list(ids))
                .forEach(p -> ends.put(
                        p.id(), Side.of(p.stance(), p.strength(), p.condition(), p.date(), p.story(), p.sentence())));
        Rows.list(
                database,
                "SELECT id, type, date, story, sentence FROM events WHERE id " + Queries.IN,
                r -> ends.put(
                        r.getString(1),
                        Side.of(r.getString(2), "plain", null, Queries.date(r, 3), r.getString(4), r.getString(5))),
                RowWriter.list(ids));
        List<ShiftView> out = new ArrayList<>();
        for (Row x : rows) {
            Side from = ends.get(x.from());
            Side to = ends.get(x.to());
            if (from != null && to != null) {
                String issue = heads.issue(x.issue());
                out.add(new ShiftView(
                        x.id(),
                        heads.party(x.party()),
                        x.party(),
                        issue == null ? x.issue() : issue,
                        x.issue(),
                        x.dispute(),
                        x.kind(),
                        from,
                        to));
            }
        }
        return out;
    }
}

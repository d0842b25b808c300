package demarche.ledger;

import demarche.story.Event;
import demarche.story.Place;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the rows of stories into their tables, within the caller's transaction. */
final class RowWriter {
    /** SQL for a list given as one text with bars between its items. */
    private static final String LIST = "list_filter(string_split(?, '|'), lambda x: x <> '')";

    private final Connection connection;

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    static String list(List<String> items) {
        return String.join("|", items.stream().map(i -> i.replace('|', '/')).toList());
    }

    void story(StoryRows rows, long seq, Copies.@Nullable Found copy, byte[] signature) throws SQLException {
        StoryRows.StoryRow s = rows.story();
        try (PreparedStatement p =
                connection.prepareStatement("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)")) {
            bind(p, s.id(), seq, s.source(), s.title(), s.published(), s.outlet(), s.url(), s.text(), s.words());
            p.setString(10, copy == null ? null : copy.story());
            p.setObject(11, copy == null ? null : copy.likeness());
            p.setBytes(12, signature);
            p.execute();
        }
        records(rows);
    }

    private void records(StoryRows rows) throws SQLException {
        parties(rows);
        statements(rows);
        events(rows);
        positions(rows);
    }

    /** Puts a story's records in place of those that are there; positions keep the issues they were linked to. */
    void again(StoryRows rows) throws SQLException {
        String story = rows.story().id();
        delete("CREATE OR REPLACE TEMP TABLE before AS SELECT id, issue, naming FROM positions WHERE story = ?", story);
        delete("DELETE FROM event_parties WHERE event IN (SELECT id FROM events WHERE story = ?)", story);
        for (String table : List.of("story_parties", "statements", "events", "positions")) {
            delete("DELETE FROM " + table + " WHERE story = ?", story);
        }
        records(rows);
        delete(
                "UPDATE positions SET issue = b.issue FROM before b WHERE b.id = positions.id AND b.naming = positions.naming AND positions.story = ?",
                story);
    }

    private void delete(String sql, String story) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(sql)) {
            bind(p, story);
            p.execute();
        }
    }

    private void parties(StoryRows rows) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("INSERT INTO story_parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoryRows.PartyRow r : rows.parties()) {
                bind(
                        p,
                        rows.story().id(),
                        r.local(),
                        r.party(),
                        r.side(),
                        r.name(),
                        r.kind(),
                        r.country(),
                        r.sector(),
                        r.role(),
                        r.roleSentence(),
                        r.named());
                p.addBatch();
            }
            batch(p, rows.parties());
        }
    }

    private void statements(StoryRows rows) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoryRows.StatementRow r : rows.statements()) {
                bind(
                        p,
                        r.id(),
                        rows.story().id(),
                        rows.story().published(),
                        r.speaker(),
                        r.side(),
                        r.cue(),
                        r.content(),
                        r.sentence(),
                        r.addressee());
                p.addBatch();
            }
            batch(p, rows.statements());
        }
    }

    private void events(StoryRows rows) throws SQLException {
        String sql = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, " + LIST
                + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement p = connection.prepareStatement(sql)) {
            for (StoryRows.EventRow r : rows.events()) {
                event(p, rows.story().id(), r);
                p.addBatch();
            }
            batch(p, rows.events());
        }
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO event_parties VALUES (?, ?, ?, ?, ?)")) {
            for (StoryRows.EventRow r : rows.events()) {
                for (int i = 0; i < r.parties().size(); i++) {
                    StoryRows.EventParty party = r.parties().get(i);
                    bind(p, r.id(), party.role(), i, party.party(), party.side());
                    p.addBatch();
                }
            }
            batch(p, rows.events().stream().flatMap(e -> e.parties().stream()).toList());
        }
    }

    private static void event(PreparedStatement p, String story, StoryRows.EventRow r) throws SQLException {
        Event e = r.event();
        Place place = e.place();
        Event.Magnitude size = e.magnitude();
        bind(
                p,
                r.id(),
                story,
                r.date(),
                r.saidDate(),
                e.eventType().name(),
                e.eventMode(),
                e.cameo(),
                list(e.contexts()),
                e.status().negated(),
                e.status().future(),
                e.status().hypothetical(),
                e.status().historical(),
                place == null ? null : place.name(),
                place == null ? null : place.country(),
                place == null ? null : place.lat(),
                place == null ? null : place.lon(),
                size == null ? null : size.dead(),
                size == null ? null : size.injured(),
                size == null ? null : size.size(),
                r.sentence(),
                r.trigger(),
                e.rule(),
                e.confidence(),
                e.attribution());
    }

    private void positions(StoryRows rows) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(
                "INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)")) {
            for (StoryRows.PositionRow r : rows.positions()) {
                bind(
                        p,
                        r.id(),
                        rows.story().id(),
                        rows.story().published(),
                        r.party(),
                        r.side(),
                        r.stance(),
                        r.strength(),
                        r.condition(),
                        r.counterpart(),
                        r.naming(),
                        r.kind(),
                        r.sentence(),
                        r.rule(),
                        r.confidence(),
                        r.attribution());
                p.addBatch();
            }
            batch(p, rows.positions());
        }
    }

    private static void batch(PreparedStatement p, List<?> rows) throws SQLException {
        if (!rows.isEmpty()) {
            p.executeBatch();
        }
    }

    static void bind(PreparedStatement p, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            p.setObject(i + 1, value instanceof LocalDate day ? Date.valueOf(day) : value);
        }
    }
}

package demarche.ledger;

import demarche.story.Event;
import demarche.story.Json;
import demarche.story.Place;
import demarche.story.Reading;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts readings and the rows of stories into their tables, within the caller's transaction; all are there when closed. */
final class RowWriter implements AutoCloseable {
    private final Connection connection;
    private final Map<String, TableWriter> tables = new HashMap<>();

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    private TableWriter table(String name) throws SQLException {
        TableWriter rows = tables.get(name);
        if (rows == null) {
            rows = new TableWriter(connection, name);
            tables.put(name, rows);
        }
        return rows;
    }

    void reading(Reading reading, String content, long seq) throws SQLException {
        table("readings")
                .add(
                        seq,
                        StoryFold.id(reading.story()),
                        StoryFold.source(reading.story()),
                        content,
                        reading.engine().version(),
                        reading.engine().codebook(),
                        reading.engine().model(),
                        Json.write(reading));
    }

    void story(StoryRows rows, long seq, Copies.@Nullable Found copy, byte[] signature) throws SQLException {
        StoryRows.StoryRow s = rows.story();
        table("stories")
                .add(
                        s.id(),
                        seq,
                        s.source(),
                        s.title(),
                        s.published(),
                        s.outlet(),
                        s.url(),
                        s.text(),
                        s.words(),
                        copy == null ? null : copy.story(),
                        copy == null ? null : copy.likeness(),
                        null,
                        signature);
        records(rows);
    }

    private void records(StoryRows rows) throws SQLException {
        parties(rows);
        statements(rows);
        for (StoryRows.EventRow r : rows.events()) {
            event(rows.story().id(), r);
        }
        positions(rows);
        for (Contentions.Contention r : rows.contentions()) {
            table("contentions").add(rows.story().id(), r.one(), r.other(), r.title(), r.sentence(), r.sure());
        }
    }

    /** Puts a story's records in place of those that are there; positions keep the issues they were linked to. */
    void again(StoryRows rows) throws SQLException {
        String story = rows.story().id();
        delete("CREATE OR REPLACE TEMP TABLE before AS SELECT id, issue, naming FROM positions WHERE story = ?", story);
        delete("DELETE FROM event_parties WHERE event IN (SELECT id FROM events WHERE story = ?)", story);
        for (String table : List.of("story_parties", "statements", "events", "positions", "contentions")) {
            delete("DELETE FROM " + table + " WHERE story = ?", story);
        }
        records(rows);
        close();
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
        for (StoryRows.PartyRow r : rows.parties()) {
            table("story_parties")
                    .add(
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
                            r.named(),
                            r.side());
        }
    }

    private void statements(StoryRows rows) throws SQLException {
        for (StoryRows.StatementRow r : rows.statements()) {
            table("statements")
                    .add(
                            r.id(),
                            rows.story().id(),
                            rows.story().published(),
                            r.speaker(),
                            r.side(),
                            r.cue(),
                            r.content(),
                            r.sentence(),
                            r.addressee(),
                            r.side());
        }
    }

    private void event(String story, StoryRows.EventRow r) throws SQLException {
        Event e = r.event();
        Place place = e.place();
        Event.Magnitude size = e.magnitude();
        table("events")
                .add(
                        r.id(),
                        story,
                        r.date(),
                        r.saidDate(),
                        e.eventType().name(),
                        e.eventMode(),
                        e.cameo(),
                        e.contexts(),
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
        for (int i = 0; i < r.parties().size(); i++) {
            StoryRows.EventParty party = r.parties().get(i);
            table("event_parties").add(r.id(), party.role(), i, party.party(), party.side(), party.side());
        }
    }

    private void positions(StoryRows rows) throws SQLException {
        for (StoryRows.PositionRow r : rows.positions()) {
            table("positions")
                    .add(
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
                            null,
                            r.sentence(),
                            r.rule(),
                            r.confidence(),
                            r.attribution(),
                            r.side(),
                            r.counterpart());
        }
    }

    @Override
    public void close() throws SQLException {
        for (TableWriter rows : tables.values()) {
            rows.close();
        }
        tables.clear();
    }

    static String list(List<String> items) {
        return String.join("|", items.stream().map(i -> i.replace('|', '/')).toList());
    }

    static void bind(PreparedStatement p, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            p.setObject(i + 1, value instanceof LocalDate day ? Date.valueOf(day) : value);
        }
    }
}

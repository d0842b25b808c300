package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Json;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Stance;
import demarche.story.Statement;
import demarche.story.Story;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole stories through the whole engine. */
class EngineTest {
    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = new Engine(Parser.load(), CodebookLoader.load(), Register.load(), "test");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Reading read(String text) {
        Reading reading = engine.read(new Story("t", null, text, null, null, null, null, List.of()));
        check(reading);
        return reading;
    }

    /** What must hold of every reading: spans inside the text, ids that resolve, a rule and a sentence for each cell. */
    private static void check(Reading reading) {
        int length =
                reading.story().text().codePointCount(0, reading.story().text().length());
        Set<String> parties = new HashSet<>();
        reading.parties().forEach(p -> parties.add(p.id()));
        for (Statement s : reading.statements()) {
            for (Span span : s.content()) {
                assertThat(span.end()).isLessThanOrEqualTo(length);
            }
        }
        for (Event e : reading.events()) {
            assertThat(parties).containsAll(e.actors()).containsAll(e.recipients());
            assertThat(e.rule()).isNotBlank();
            assertThat(e.evidence().end()).isLessThanOrEqualTo(length);
        }
        for (Position p : reading.positions()) {
            assertThat(parties).contains(p.party());
            assertThat(p.rule()).isNotBlank();
        }
        assertThat(Json.write(Json.read(Json.write(reading)))).isEqualTo(Json.write(reading));
    }

    @Test
    void readsADemand() {
        Reading reading = read("Ukraine demanded the release of the crews by Turkey.");
        assertThat(reading.events()).anyMatch(e -> e.eventType() == EventType.REQUEST);
        assertThat(reading.positions()).anyMatch(p -> p.stance() == Stance.DEMANDS);
    }

    @Test
    void readsAPassiveRefusalAsTheSpeakers() {
        Reading reading = read("Turkey said that the boats will not be returned.");
        assertThat(reading.positions()).anyMatch(p -> p.stance() == Stance.REFUSES);
    }

    @Test
    void codesAThreatAndNotTheAct() {
        Reading reading = read("Ukraine threatened to bomb the ports of Turkey.");
        assertThat(reading.events())
                .extracting(Event::eventType)
                .contains(EventType.THREATEN)
                .doesNotContain(EventType.ASSAULT);
    }

    @Test
    void readsTheSameTwice() {
        String text =
                "Bulgaria rejected a proposal by Turkey. \"We will not talk,\" Prime Minister Georgi Petkov said.";
        assertThat(Json.write(read(text))).isEqualTo(Json.write(read(text)));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(read("The sun was out and the sea was calm.").events()).isEmpty();
    }
}

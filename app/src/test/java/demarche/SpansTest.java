package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.CodebookLoader;
import demarche.exchange.Coverage;
import demarche.exchange.EventFormat;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Json;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import demarche.story.Story;
import demarche.story.StoryDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stories with odd characters in odd places, through the whole engine: what must hold of every reading. */
class SpansTest {
    private static final int STORIES = 48;
    private static final List<String> SENTENCES = List.of(
            "Ukraine demanded on Monday that Turkey return the trawlers.",
            "\"We will not give them back,\" said Foreign Minister Kemal Aydin in Ankara.",
            "Bulgaria offered to mediate if both sides agreed to talks on March 28.",
            "At least 12 people were killed when rebels attacked the port of Odesa last week.",
            "President Olena Marchuk accused Turkey of piracy and threatened to close Ukrainian ports.",
            "According to the ministry, the envoys of France and Germany met in Geneva.",
            "He did not rule out sanctions, officials said.");
    private static final List<String> ODD = List.of(
            "😀",
            "𝕆𝕤𝕥",
            "👩‍👩‍👧",
            "🇺🇳",
            "e\u0301\u0323",
            "\u202bשלום\u202c",
            "\u200fالوزير\u200e",
            "\u200b",
            "\ufeff",
            "\u00ad",
            "\r\n",
            "\r\n\r\n",
            "\u2028",
            "\t",
            "\u00a0",
            "“",
            "”",
            "—",
            "…",
            "ﬁ",
            "İ",
            "ß",
            "\u0000",
            "\ud83d");

    private static Story story(int number, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
            for (int odd = random.nextInt(4); odd > 0; odd--) {
                int at = sentence.offsetByCodePoints(0, random.nextInt(sentence.codePointCount(0, sentence.length())));
                sentence = sentence.substring(0, at) + ODD.get(random.nextInt(ODD.size())) + sentence.substring(at);
            }
            text.append(sentence).append(random.nextBoolean() ? " " : "\r\n\r\n");
        }
        String title = random.nextBoolean() ? null : "😀 " + SENTENCES.get(0);
        return new Story("s" + number, title, text.toString(), "2024-03-30", null, null, null, List.of());
    }

    @Test
    void everyCellStandsOnItsWords() {
        Random random = new Random(20240330);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            stories.add(story(i, random));
        }
        int events = 0;
        try (Engine engine = new Engine(Parser.load(), CodebookLoader.load(), Register.load(), "test")) {
            List<Reading> readings = engine.read(stories);
            for (Reading reading : readings) {
                check(reading);
                events += reading.events().size();
            }
            assertThat(engine.read(stories).stream().map(Json::write).toList())
                    .isEqualTo(readings.stream().map(Json::write).toList());
        }
        assertThat(events).isGreaterThan(STORIES);
    }

    private static void check(Reading reading) {
        Set<String> parties = ids(reading.parties().stream().map(Party::id).toList());
        Set<String> issues = ids(reading.issues().stream().map(i -> i.id()).toList());
        Set<String> statements =
                ids(reading.statements().stream().map(Statement::id).toList());
        reading.sentences().forEach(s -> inside(reading, s.start(), s.end(), s.in()));
        reading.parties().forEach(p -> p.mentions().forEach(m -> inside(reading, m.start(), m.end(), m.in())));
        reading.issues().forEach(i -> i.mentions().forEach(m -> inside(reading, m.start(), m.end(), m.in())));
        reading.places().forEach(p -> inside(reading, p.start(), p.end(), p.in()));
        for (Statement s : reading.statements()) {
            s.content().forEach(c -> inside(reading, c.start(), c.end(), c.in()));
            if (s.speaker() != null && s.speaker().party() != null) {
                assertThat(parties).contains(s.speaker().party());
            }
        }
        for (Event e : reading.events()) {
            assertThat(parties).containsAll(e.actors()).containsAll(e.recipients());
            resolves(statements, e.attribution());
            stands(reading, e.evidence(), e.rule());
            date(reading, e.date());
        }
        for (Position p : reading.positions()) {
            assertThat(parties).contains(p.party());
            resolves(parties, p.counterpart());
            resolves(issues, p.issue());
            resolves(statements, p.attribution());
            stands(reading, p.evidence(), p.rule());
        }
        for (EventFormat format : EventFormat.values()) {
            assertThat(format.lines(reading, Coverage.of(null)))
                    .allSatisfy(l -> assertThat(l).doesNotContain("\n", "\r"));
        }
    }

    private static Set<String> ids(List<String> ids) {
        Set<String> out = new HashSet<>(ids);
        assertThat(out).hasSameSizeAs(ids);
        return out;
    }

    private static void resolves(Set<String> ids, @Nullable String id) {
        if (id != null) {
            assertThat(ids).contains(id);
        }
    }

    private static void date(Reading reading, @Nullable StoryDate date) {
        if (date != null) {
            inside(reading, date.start(), date.end(), date.in());
        }
    }

    /** Evidence is a sentence of the reading, and its trigger lies within. */
    private static void stands(Reading reading, Evidence evidence, String rule) {
        assertThat(rule).isNotBlank();
        assertThat(reading.sentences())
                .anyMatch(s -> s.start() == evidence.start()
                        && s.end() == evidence.end()
                        && java.util.Objects.equals(s.in(), evidence.in()));
        Span trigger = evidence.trigger();
        assertThat(trigger).isNotNull();
        assertThat(trigger.start()).isBetween(evidence.start(), evidence.end());
        assertThat(trigger.end()).isBetween(trigger.start() + 1, evidence.end());
    }

    private static void inside(Reading reading, int start, int end, @Nullable String in) {
        String whole = in == null
                ? reading.story().text()
                : java.util.Objects.requireNonNull(reading.story().title());
        assertThat(start).isBetween(0, end - 1);
        assertThat(end).isLessThanOrEqualTo(whole.codePointCount(0, whole.length()));
    }
}

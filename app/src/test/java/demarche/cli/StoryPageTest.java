package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.SampleReading;
import demarche.story.Stance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryPageTest {
    private static String page(int width, boolean colour) {
        return page(width, colour, SampleReading.make());
    }

    private static String page(int width, boolean colour, Reading reading) {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        new StoryPage(out, new Terminal(width, colour)).print(reading);
        out.flush();
        return written.toString().replace(System.lineSeparator(), "\n");
    }

    private static Reading withPositions(Reading reading, List<Position> positions) {
        return new Reading(
                reading.schema(),
                reading.engine(),
                reading.story(),
                reading.sentences(),
                reading.parties(),
                reading.issues(),
                reading.statements(),
                reading.events(),
                positions);
    }

    @Test
    void showsEachPartyWithItsSentencesAndRules() {
        assertThat(page(60, false)).isEqualTo("""
                        Ban to go
                        The Harbour Post · 2026-03-02

                        Ostland
                          OFFERS grain ban → Westmark  categorical  [offers/lift]
                            “Ostland will lift the grain ban, Minister Ana Borg
                            said.”

                        Westmark
                          SUPPORT → Ostland  [support/thank]
                            “Westmark thanked Ostland on Monday.”

                        Ana Borg  (speaks for Ostland)
                          said: Ostland will lift the grain ban

                        1 statement, 1 position, 1 event in 2 sentences

                        """);
    }

    @Test
    void aSentenceIsQuotedOnceUnderAllThatWasReadFromIt() {
        Reading made = SampleReading.make();
        Position refusal = made.positions().get(0);
        Position again = new Position(
                "o2",
                refusal.party(),
                Stance.FEARS,
                refusal.issue(),
                null,
                null,
                refusal.strength(),
                null,
                refusal.evidence(),
                "fears/fear",
                0.9);
        String page = page(60, false, withPositions(made, List.of(refusal, again)));
        assertThat(page)
                .contains("  OFFERS grain ban → Westmark  categorical  [offers/lift]\n  FEARS grain ban  categorical")
                .containsOnlyOnce("Ostland will lift the grain ban, Minister");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        assertThat(page(40, false).lines().filter(l -> l.startsWith("    ")))
                .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void colourOnlyWhenAskedFor() {
        assertThat(page(80, false)).doesNotContain("\u001b");
        assertThat(page(80, true)).contains("\u001b[1mOstland\u001b[0m");
    }
}

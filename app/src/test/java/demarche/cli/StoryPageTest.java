package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.SampleReading;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StoryPageTest {
    private static String page(int width, boolean colour) {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        new StoryPage(out, new Terminal(width, colour)).print(SampleReading.make());
        out.flush();
        return written.toString().replace(System.lineSeparator(), "\n");
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

                        1 statements, 1 positions, 1 events in 2 sentences

                        """);
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

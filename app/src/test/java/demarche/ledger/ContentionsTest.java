package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Party;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ContentionsTest {
    /** A story of one sentence that names these states. */
    private static Reading reading(String text, String... states) {
        List<Party> parties = new ArrayList<>();
        for (String state : states) {
            int at = text.indexOf(state);
            parties.add(new Party(
                    "p" + parties.size(),
                    state,
                    Party.Kind.STATE,
                    state.substring(0, 3).toUpperCase(Locale.ROOT),
                    "GOV",
                    null,
                    List.of(),
                    List.of(new Party.Mention(at, at + state.length(), null, Party.MentionKind.NAME))));
        }
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("test", "codebook", "model"),
                Readings.story("s1", "2024-03-01", text),
                List.of(new Reading.Sentence(0, text.length(), null)),
                parties,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aRowOfTwoStatesIsTheirQuarrel() {
        assertThat(Contentions.of(reading("The row between Ostland and Westland grew.", "Ostland", "Westland")))
                .containsExactly(new Contentions.Contention(
                        "ost", "wes", false, "The row between Ostland and Westland grew.", 1));
    }

    @Test
    void aSentenceOfThreeStatesTellsNothingSure() {
        assertThat(Contentions.of(reading(
                        "Nordia regretted the dispute between Ostland and Westland.", "Nordia", "Ostland", "Westland")))
                .isEmpty();
    }

    @Test
    void statesThatMeetDoNotQuarrel() {
        assertThat(Contentions.of(reading("Ostland and Westland opened a bridge.", "Ostland", "Westland")))
                .isEmpty();
    }
}

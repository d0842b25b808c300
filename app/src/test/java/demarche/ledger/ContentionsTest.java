package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentionsTest {
    /** A story of one sentence that names these states. */
    private static Reading reading(String text, String... states) {
        return Readings.sentence(text, List.of(), states);
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

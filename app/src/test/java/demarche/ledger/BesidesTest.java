package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Evidence;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Stance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a stand concerns that is put to nobody named: the other side of its sentence. */
class BesidesTest {
    private static Reading reading(String text, List<String> holders, String... states) {
        List<Position> positions = holders.stream()
                .map(h -> new Position(
                        "o" + h,
                        h,
                        Stance.REFUSES,
                        null,
                        null,
                        null,
                        Position.Strength.PLAIN,
                        null,
                        new Evidence(0, text.length(), null, null),
                        "refuse-to-act",
                        0.8))
                .toList();
        return Readings.sentence(text, positions, states);
    }

    @Test
    void theOneOtherStateOfTheSentenceIsMeant() {
        String text = "Ostland refused to alter its stand in the talks with Westland.";
        assertThat(Besides.of(reading(text, List.of("Ostland"), "Ostland", "Westland")))
                .containsExactly(new Contentions.Contention("ost", "wes", false, text, 0.6));
    }

    @Test
    void twoOthersShareIt() {
        String text = "Ostland refused to move in the talks with Westland and Nordia.";
        assertThat(Besides.of(reading(text, List.of("Ostland"), "Ostland", "Westland", "Nordia")))
                .extracting(Contentions.Contention::sure)
                .containsExactly(0.3, 0.3);
    }

    @Test
    void whoTakesTheSameStandIsNotMeant() {
        String text = "Ostland and Westland refused to move.";
        assertThat(Besides.of(reading(text, List.of("Ostland", "Westland"), "Ostland", "Westland")))
                .isEmpty();
    }
}

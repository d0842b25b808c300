package demarche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The example of Pradhan et al., ACL 2014, with the figures of their paper, and cases done by hand. */
class CorefScoreTest {
    private static final Offset<Double> HALF = within(0.5);

    private static double[] figure(List<Set<String>> gold, List<Set<String>> system, String name) {
        CorefScore score = new CorefScore();
        score.add(gold, system);
        return Objects.requireNonNull(score.figures().get(name));
    }

    private static final List<Set<String>> KEY = List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f", "g"));
    private static final List<Set<String>> RESPONSE =
            List.of(Set.of("a", "b"), Set.of("c", "d"), Set.of("f", "g", "h", "i"));

    @Test
    void mucIsThatOfThePaper() {
        assertThat(figure(KEY, RESPONSE, "muc")).containsExactly(new double[] {40, 40, 40}, HALF);
    }

    @Test
    void bCubedIsThatOfThePaper() {
        assertThat(figure(KEY, RESPONSE, "b-cubed")).containsExactly(new double[] {50, 42, 45.5}, HALF);
    }

    @Test
    void ceafIsThatOfThePaper() {
        assertThat(figure(KEY, RESPONSE, "ceaf-e")).containsExactly(new double[] {43, 65, 52}, HALF);
    }

    @Test
    void theConllScoreIsTheMeanOfThree() {
        double mean = (figure(KEY, RESPONSE, "muc")[2]
                        + figure(KEY, RESPONSE, "b-cubed")[2]
                        + figure(KEY, RESPONSE, "ceaf-e")[2])
                / 3;
        assertThat(figure(KEY, RESPONSE, "conll")[2]).isCloseTo(mean, within(1e-9));
    }

    @Test
    void theSameEntitiesScoreFull() {
        assertThat(figure(KEY, KEY, "conll")).containsExactly(100, 100, 100);
    }

    @Test
    void aSystemThatFindsNothingScoresNothing() {
        assertThat(figure(KEY, List.of(), "conll")).containsExactly(0, 0, 0);
    }

    @Test
    void oneBigEntityHasFullMucRecallAndPoorPrecision() {
        List<Set<String>> one = List.of(Set.of("a", "b", "c", "d", "e", "f", "g"));
        assertThat(figure(KEY, one, "muc")).containsExactly(new double[] {83.3, 100, 90.9}, HALF);
        assertThat(figure(KEY, one, "b-cubed")).containsExactly(new double[] {51.0, 100, 67.6}, HALF);
    }

    @Test
    void theBestAssignmentIsNotTheGreedyOne() {
        assertThat(Assignment.best(new double[][] {{0.9, 0.8}, {0.8, 0.1}})).isCloseTo(1.6, within(1e-9));
        assertThat(Assignment.best(new double[][] {{1, 2, 3}})).isEqualTo(3);
        assertThat(Assignment.best(new double[0][0])).isZero();
    }
}

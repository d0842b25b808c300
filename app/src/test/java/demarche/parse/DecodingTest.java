package demarche.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    @Test
    void viterbi_never_goes_inside_what_it_did_not_begin() {
        List<String> tags = List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG");
        float[][] logits = {{0, 1, 3, 0, 0}, {0, 0, 0, 0, 4}, {0, 0, 2, 0, 1}};
        int[] best = new Viterbi(tags).best(logits);
        assertThat(Arrays.stream(best).mapToObj(tags::get)).containsExactly("B-ORG", "I-ORG", "I-ORG");
    }

    @Test
    void a_greedy_tree_with_one_root_is_kept() {
        double[][] scores = {{0, 0, 0}, {1, 0, 5}, {6, 2, 0}};
        assertThat(SpanningTree.heads(scores)).containsExactly(-1, 2, 0);
    }

    @Test
    void a_circle_is_broken_where_it_costs_least() {
        double[][] scores = {{0, 0, 0}, {1, 0, 9}, {4, 9, 0}};
        assertThat(SpanningTree.heads(scores)).containsExactly(-1, 2, 0);
    }

    @Test
    void one_root_even_when_every_word_wants_to_be() {
        double[][] scores = {{0, 0, 0, 0}, {9, 0, 1, 2}, {9.5, 3, 0, 1}, {9, 2, 4, 0}};
        assertThat(SpanningTree.heads(scores)).containsExactly(-1, 0, 1, 2).isEqualTo(bestByTrial(scores));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void the_best_of_all_trees_is_found(int words) {
        Random random = new Random(words);
        for (int round = 0; round < 200; round++) {
            double[][] scores = new double[words + 1][words + 1];
            for (double[] row : scores) {
                Arrays.setAll(row, i -> random.nextInt(1000) / 10.0);
            }
            assertThat(total(scores, SpanningTree.heads(scores)))
                    .isEqualTo(total(scores, bestByTrial(scores)), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "l|0||0|, Talks, talks",
        "l|0||1|, Talks, talk",
        "k|0||0|, Ostland, Ostland",
        "l|0||3|y, Parties, party",
        "=be, were, be",
        "l|2||0|, unlike, like",
        "l|0|a|2|ve, xhas, axhve"
    })
    void lemma_scripts_cut_and_add(String script, String form, String lemma) {
        assertThat(LemmaScript.parse(script).apply(form)).isEqualTo(lemma);
    }

    @Test
    void a_script_that_cuts_more_than_there_is_does_not_fit() {
        assertThat(LemmaScript.parse("l|0||3|y").fits("as")).isFalse();
        assertThat(LemmaScript.parse("l|0||2|").fits("as")).isFalse();
        assertThat(LemmaScript.parse("=be").fits("is")).isTrue();
    }

    private static double total(double[][] scores, int[] heads) {
        double sum = 0;
        int roots = 0;
        for (int d = 1; d < heads.length; d++) {
            sum += scores[d][heads[d]];
            roots += heads[d] == 0 ? 1 : 0;
        }
        assertThat(roots).isEqualTo(1);
        return sum;
    }

    /** Every way to give each word a head, the slow and sure way. */
    private static int[] bestByTrial(double[][] scores) {
        int n = scores.length;
        int[] best = new int[n];
        double top = Double.NEGATIVE_INFINITY;
        for (long code = 0; code < Math.pow(n, n - 1); code++) {
            int[] heads = new int[n];
            heads[0] = -1;
            long rest = code;
            for (int d = 1; d < n; d++) {
                heads[d] = (int) (rest % n);
                rest /= n;
            }
            if (isTree(heads) && total(scores, heads) > top) {
                top = total(scores, heads);
                best = heads;
            }
        }
        return best;
    }

    private static boolean isTree(int[] heads) {
        int roots = 0;
        for (int d = 1; d < heads.length; d++) {
            roots += heads[d] == 0 ? 1 : 0;
            int at = d;
            for (int steps = 0; at > 0; steps++) {
                if (steps > heads.length || heads[at] == at) {
                    return false;
                }
                at = heads[at];
            }
        }
        return roots == 1;
    }
}

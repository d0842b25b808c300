package demarche.parse;

import java.util.Arrays;

/** The best tree over arc scores with exactly one root word (Chu-Liu and Edmonds). */
final class SpanningTree {
    /** Larger than any difference of trees: so a tree with fewer roots always wins. */
    private static final double ROOT_PENALTY = 1e9;

    private SpanningTree() {}

    /**
     * Heads of the words 1 to n.
     *
     * @param scores row = dependent, column = head, both 0 to n; row 0 is not used
     * @return for each word its head, 0 for the one root; place 0 holds -1
     */
    static int[] heads(double[][] scores) {
        int n = scores.length;
        int[] greedy = greedy(scores);
        if (isTreeOfOneRoot(greedy)) {
            return greedy;
        }
        double[][] weights = new double[n][];
        for (int i = 0; i < n; i++) {
            weights[i] = scores[i].clone();
            weights[i][0] -= ROOT_PENALTY;
            weights[i][i] = Double.NEGATIVE_INFINITY;
        }
        return best(weights);
    }

    private static int[] greedy(double[][] scores) {
        int[] heads = new int[scores.length];
        heads[0] = -1;
        for (int d = 1; d < heads.length; d++) {
            int best = d == 1 && heads.length > 2 ? 2 : 0;
            for (int h = 0; h < heads.length; h++) {
                best = h != d && scores[d][h] > scores[d][best] ? h : best;
            }
            heads[d] = best;
        }
        return heads;
    }

    private static int roots(int[] heads) {
        int roots = 0;
        for (int d = 1; d < heads.length; d++) {
            roots += heads[d] == 0 ? 1 : 0;
        }
        return roots;
    }

    /** Whether heads as {@link #heads} gives them make one tree with one root word. */
    static boolean isTreeOfOneRoot(int[] heads) {
        return roots(heads) == 1 && cycle(heads) == null;
    }

    /** Marks the words of one cycle, or null when there is none. */
    private static boolean @org.jspecify.annotations.Nullable [] cycle(int[] heads) {
        int[] seen = new int[heads.length];
        for (int start = 1; start < heads.length; start++) {
            int at = start;
            while (at > 0 && seen[at] == 0) {
                seen[at] = start;
                at = heads[at];
            }
            if (at > 0 && seen[at] == start) {
                boolean[] in = new boolean[heads.length];
                for (int c = at; !in[c]; c = heads[c]) {
                    in[c] = true;
                }
                return in;
            }
        }
        return null;
    }

    /** One contraction a call, on ever smaller graphs. */
    private static int[] best(double[][] weights) {
        int[] heads = greedy(weights);
        boolean[] in = cycle(heads);
        if (in == null) {
            return heads;
        }
        int n = weights.length;
        int[] old = new int[n];
        int[] place = new int[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (!in[i]) {
                old[size] = i;
                place[i] = size++;
            }
        }
        int merged = size;
        double[][] small = new double[size + 1][size + 1];
        int[] enter = new int[n];
        int[] leave = new int[n];
        contract(weights, heads, in, old, small, enter, leave);
        int[] inner = best(small);
        int[] out = heads.clone();
        for (int i = 1; i < merged; i++) {
            out[old[i]] = inner[i] == merged ? leave[old[i]] : old[inner[i]];
        }
        int from = old[inner[merged]];
        out[enter[from]] = from;
        return out;
    }

    private static void contract(
            double[][] weights, int[] heads, boolean[] in, int[] old, double[][] small, int[] enter, int[] leave) {
        int merged = small.length - 1;
        for (double[] row : small) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < merged; i++) {
            for (int j = 0; j < merged; j++) {
                small[i][j] = weights[old[i]][old[j]];
            }
            for (int c = 0; c < in.length; c++) {
                if (in[c]) {
                    if (weights[old[i]][c] > small[i][merged]) {
                        small[i][merged] = weights[old[i]][c];
                        leave[old[i]] = c;
                    }
                    double gain = weights[c][old[i]] - weights[c][heads[c]];
                    if (gain > small[merged][i]) {
                        small[merged][i] = gain;
                        enter[old[i]] = c;
                    }
                }
            }
        }
    }
}

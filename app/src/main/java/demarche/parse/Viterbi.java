package demarche.parse;

import java.util.Arrays;
import java.util.List;

/** The best sequence of BIO tags in which "I-X" only follows "B-X" or "I-X". */
final class Viterbi {
    private final int tags;
    private final boolean[] inside;
    private final boolean[][] allowed;

    Viterbi(List<String> tags) {
        this.tags = tags.size();
        this.inside = new boolean[this.tags];
        this.allowed = new boolean[this.tags][this.tags];
        for (int j = 0; j < this.tags; j++) {
            String to = tags.get(j);
            inside[j] = to.startsWith("I");
            for (int i = 0; i < this.tags; i++) {
                String from = tags.get(i);
                allowed[i][j] =
                        !inside[j] || !from.equals("O") && from.substring(1).equals(to.substring(1));
            }
        }
    }

    /** A tag for each row of logits. */
    int[] best(float[][] logits) {
        if (logits.length == 0) {
            return new int[0];
        }
        double[] score = logSoftmax(logits[0]);
        for (int j = 0; j < tags; j++) {
            score[j] = inside[j] ? Double.NEGATIVE_INFINITY : score[j];
        }
        int[][] back = new int[logits.length][tags];
        for (int t = 1; t < logits.length; t++) {
            score = step(score, logSoftmax(logits[t]), back[t]);
        }
        int[] path = new int[logits.length];
        path[logits.length - 1] = argmax(score);
        for (int t = logits.length - 1; t > 0; t--) {
            path[t - 1] = back[t][path[t]];
        }
        return path;
    }

    private double[] step(double[] score, double[] here, int[] back) {
        double[] next = new double[tags];
        Arrays.fill(next, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < tags; j++) {
            for (int i = 0; i < tags; i++) {
                if (allowed[i][j] && score[i] + here[j] > next[j]) {
                    next[j] = score[i] + here[j];
                    back[j] = i;
                }
            }
        }
        return next;
    }

    static double[] logSoftmax(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float x : logits) {
            max = Math.max(max, x);
        }
        double sum = 0;
        for (float x : logits) {
            sum += Math.exp(x - max);
        }
        double[] out = new double[logits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = logits[i] - max - Math.log(sum);
        }
        return out;
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}

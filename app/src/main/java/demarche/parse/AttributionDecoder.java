package demarche.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cues, and for each cue the words of its speaker and content.
 *
 * <p>The tags tell where cues are. Each word then has odds of belonging to the cue: mostly from the link of the cue's first
 * word to it, a little from its own tag. The content is the path through these odds on which every new stretch has a
 * price, so that a stray word neither makes a content nor tears one; the speaker is the one stretch with the best sum. A
 * cue whose content is doubtful needs a surer tag.
 */
final class AttributionDecoder {
    private static final int SPEAKER = 1;
    private static final int CONTENT = 2;

    // measured: found by random search on the development part; each half of it alone prefers nearly the same.
    private static final double CUE = -0.5;
    private static final double LINK = 0.9;
    private static final double TAG = 0.15;
    private static final double FAVOUR = 0.1;
    private static final double STRETCH = 3.7;
    private static final double MOST = 2;
    private static final double SPEAKER_FAVOUR = 1.2;
    private static final double SUPPORT = 1.3;
    private static final double DOUBT = -0.9;
    private static final double NEVER = -50;

    private final Viterbi viterbi;
    private final int begin;
    private final int inside;
    private final int outside;

    AttributionDecoder(List<String> tags) {
        viterbi = new Viterbi(tags);
        begin = tags.indexOf("B");
        inside = tags.indexOf("I");
        outside = tags.indexOf("O");
    }

    /** Attributions of a chunk that have content; ranges name the sentences by {@link Chunk.Part#sentence}. */
    List<Parse.Attribution> decode(EncodedChunk chunk) {
        int words = chunk.chunk().words();
        int[] cues = cues(chunk);
        double[] contents = tagged(chunk, EncodedChunk.Head.CONTENT);
        List<Parse.Attribution> out = new ArrayList<>();
        for (int w = 1; w < words; w++) {
            if (cues[w] == begin) {
                int end = end(cues, w);
                double[] content = new double[words];
                double[] speaker = new double[words];
                for (int k = 1; k < words; k++) {
                    double[] roles = Viterbi.logSoftmax(chunk.roles(w, k));
                    boolean cue = w <= k && k < end;
                    content[k] = cue ? NEVER : LINK * odds(roles[CONTENT]) + TAG * contents[k] + FAVOUR;
                    speaker[k] = cue ? NEVER : odds(roles[SPEAKER]) + SPEAKER_FAVOUR;
                }
                add(out, chunk, w, end, speaker, content);
            }
        }
        return out;
    }

    private void add(
            List<Parse.Attribution> out, EncodedChunk chunk, int cue, int end, double[] speaker, double[] content) {
        boolean[] said = stretches(content);
        double tag = Viterbi.logSoftmax(chunk.scores(EncodedChunk.Head.CUE, cue))[begin];
        List<Parse.Range> what = ranges(chunk.chunk(), said);
        boolean[] cueWords = new boolean[said.length];
        Arrays.fill(cueWords, cue, end, true);
        List<Parse.Range> by = ranges(chunk.chunk(), cueWords);
        if (!what.isEmpty() && !by.isEmpty() && odds(tag) + SUPPORT * mean(content, said) >= DOUBT) {
            out.add(new Parse.Attribution(ranges(chunk.chunk(), best(speaker)), by, what, Math.exp(tag)));
        }
    }

    /** Log odds of a log probability, within limits. */
    private static double odds(double log) {
        double p = Math.exp(log);
        double odds = Math.log(Math.max(p, 1e-6)) - Math.log(Math.max(1 - p, 1e-6));
        return Math.max(-MOST, Math.min(MOST, odds));
    }

    private double[] tagged(EncodedChunk chunk, EncodedChunk.Head head) {
        double[] out = new double[chunk.chunk().words()];
        for (int w = 1; w < out.length; w++) {
            out[w] = -odds(Viterbi.logSoftmax(chunk.scores(head, w))[outside]);
        }
        return out;
    }

    private static double mean(double[] values, boolean[] of) {
        double sum = 0;
        int count = 0;
        for (int w = 1; w < values.length; w++) {
            sum += of[w] ? values[w] : 0;
            count += of[w] ? 1 : 0;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The words on the best path, where each stretch of them costs {@link #STRETCH}. */
    private static boolean[] stretches(double[] score) {
        int n = score.length;
        boolean[] goesOn = new boolean[n];
        boolean[] ends = new boolean[n];
        double in = Double.NEGATIVE_INFINITY;
        double out = 0;
        for (int w = 1; w < n; w++) {
            goesOn[w] = in >= out - STRETCH;
            ends[w] = in > out;
            double nextIn = Math.max(in, out - STRETCH) + score[w];
            out = Math.max(in, out);
            in = nextIn;
        }
        boolean[] words = new boolean[n];
        boolean state = in > out;
        for (int w = n - 1; w >= 1; w--) {
            words[w] = state;
            state = state ? goesOn[w] : ends[w];
        }
        return words;
    }

    /** The stretch with the best sum, none when no sum is above zero. */
    private static boolean[] best(double[] score) {
        boolean[] words = new boolean[score.length];
        int from = 1;
        int bestFrom = 1;
        int bestTo = 1;
        double sum = 0;
        double best = 0;
        for (int w = 1; w < score.length; w++) {
            if (sum <= 0) {
                sum = 0;
                from = w;
            }
            sum += score[w];
            if (sum > best) {
                best = sum;
                bestFrom = from;
                bestTo = w + 1;
            }
        }
        Arrays.fill(words, bestFrom, bestTo, true);
        return words;
    }

    private int end(int[] tags, int from) {
        int end = from + 1;
        while (end < tags.length && tags[end] == inside) {
            end++;
        }
        return end;
    }

    private int[] cues(EncodedChunk chunk) {
        float[][] logits = new float[chunk.chunk().words() - 1][];
        for (int w = 1; w <= logits.length; w++) {
            logits[w - 1] = chunk.scores(EncodedChunk.Head.CUE, w);
            logits[w - 1][begin] += (float) CUE;
        }
        int[] best = viterbi.best(logits);
        int[] out = new int[best.length + 1];
        System.arraycopy(best, 0, out, 1, best.length);
        return out;
    }

    private static List<Parse.Range> ranges(Chunk chunk, boolean[] words) {
        List<Parse.Range> out = new ArrayList<>();
        for (Chunk.Part part : chunk.parts()) {
            int start = -1;
            for (int i = 0; i <= part.size(); i++) {
                boolean in = i < part.size() && words[part.at() + i];
                if (in && start < 0) {
                    start = i;
                } else if (!in && start >= 0) {
                    out.add(new Parse.Range(part.sentence(), part.from() + start + 1, part.from() + i));
                    start = -1;
                }
            }
        }
        return out;
    }
}

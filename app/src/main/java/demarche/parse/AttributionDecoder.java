package demarche.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Cues, and for each cue the words of its speaker and content. The tags tell where cues, speakers and contents are; the
 * links of a cue's first word tell which of them belong to it.
 */
final class AttributionDecoder {
    private static final int SPEAKER = 1;
    private static final int CONTENT = 2;

    private final Viterbi viterbi;
    private final int begin;
    private final int inside;

    AttributionDecoder(List<String> tags) {
        viterbi = new Viterbi(tags);
        begin = tags.indexOf("B");
        inside = tags.indexOf("I");
    }

    /** Attributions of a chunk; ranges name the sentences by {@link Chunk.Part#sentence}. */
    List<Parse.Attribution> decode(EncodedChunk chunk) {
        int words = chunk.chunk().words();
        int[] cues = tags(chunk, EncodedChunk.Head.CUE);
        int[] speakers = tags(chunk, EncodedChunk.Head.SPEAKER);
        int[] contents = tags(chunk, EncodedChunk.Head.CONTENT);
        List<Parse.Attribution> out = new ArrayList<>();
        for (int w = 1; w < words; w++) {
            if (cues[w] == begin) {
                int end = w + 1;
                while (end < words && cues[end] == inside) {
                    end++;
                }
                boolean[] speaker = words(chunk, w, SPEAKER, speakers);
                boolean[] content = words(chunk, w, CONTENT, contents);
                clear(speaker, w, end);
                clear(content, w, end);
                boolean[] cue = new boolean[words];
                java.util.Arrays.fill(cue, w, end, true);
                double score = Math.exp(Viterbi.logSoftmax(chunk.scores(EncodedChunk.Head.CUE, w))[begin]);
                out.add(new Parse.Attribution(
                        ranges(chunk.chunk(), speaker),
                        ranges(chunk.chunk(), cue),
                        ranges(chunk.chunk(), content),
                        score));
            }
        }
        return out;
    }

    private int[] tags(EncodedChunk chunk, EncodedChunk.Head head) {
        float[][] logits = new float[chunk.chunk().words() - 1][];
        for (int w = 1; w <= logits.length; w++) {
            logits[w - 1] = chunk.scores(head, w);
        }
        int[] best = viterbi.best(logits);
        int[] out = new int[best.length + 1];
        System.arraycopy(best, 0, out, 1, best.length);
        return out;
    }

    /** Words linked to the cue, filled to whole tagged spans where most of the span is linked. */
    private boolean[] words(EncodedChunk chunk, int cue, int role, int[] tags) {
        int words = tags.length;
        double[] linked = new double[words];
        boolean[] out = new boolean[words];
        for (int w = 1; w < words; w++) {
            linked[w] = Math.exp(Viterbi.logSoftmax(chunk.roles(cue, w))[role]);
            out[w] = linked[w] > (role == CONTENT ? TH : SH);
        }
        for (int w = 1; w < words; w++) {
            if (tags[w] == begin) {
                int end = w + 1;
                while (end < words && tags[end] == inside) {
                    end++;
                }
                settle(linked, out, w, end);
            }
        }
        if (role == CONTENT) shreds(out, linked);
        return out;
    }

    static double d(String n, String v) {
        return Double.parseDouble(System.getProperty(n, v));
    }

    static double HI = d("hi", "0.5"),
            LO = d("lo", "0"),
            TH = d("th", "0.5"),
            SH = d("sh", "0.5"),
            GAP = d("gap", "0"),
            MIN = d("min", "0");

    private static void settle(double[] linked, boolean[] out, int from, int to) {
        double sum = 0;
        for (int w = from; w < to; w++) {
            sum += linked[w];
        }
        if (sum / (to - from) > HI) {
            java.util.Arrays.fill(out, from, to, true);
        } else if (sum / (to - from) < LO) java.util.Arrays.fill(out, from, to, false);
    }

    private static void shreds(boolean[] out, double[] linked) {
        int n = out.length;
        for (int w = 1; w < n; w++)
            if (out[w] && !out[w - 1]) {
                int e = w;
                while (e < n && out[e]) e++;
                int g = e;
                while (g < n && !out[g]) g++;
                if (g < n && g - e <= GAP) for (int k = e; k < g; k++) out[k] = true;
            }
        int longest = 0;
        for (int w = 1; w < n; w++)
            if (out[w] && !out[w - 1]) {
                int e = w;
                while (e < n && out[e]) e++;
                longest = Math.max(longest, e - w);
            }
        for (int w = 1; w < n; w++)
            if (out[w] && !out[w - 1]) {
                int e = w;
                while (e < n && out[e]) e++;
                if (e - w < MIN * longest) for (int k = w; k < e; k++) out[k] = false;
            }
    }

    private static void clear(boolean[] words, int from, int to) {
        java.util.Arrays.fill(words, from, to, false);
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

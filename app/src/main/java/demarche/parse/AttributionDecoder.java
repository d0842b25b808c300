package demarche.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cues, and for each cue the words of its speaker and content. The tags tell where cues, speakers and contents are; the
 * links of a cue's first word tell which of them belong to it.
 */
final class AttributionDecoder {
    private static final int SPEAKER = 1;
    private static final int CONTENT = 2;

    // measured: on the development part, each of these moves the full score by a few tenths at most.
    private static final double LINKED = 0.6;
    private static final double WHOLE = 0.5;
    private static final double NOTHING = 0.35;
    private static final int CRUMBS = 5;
    private static final int CRUMB = 3;

    private final Viterbi viterbi;
    private final int begin;
    private final int inside;

    AttributionDecoder(List<String> tags) {
        viterbi = new Viterbi(tags);
        begin = tags.indexOf("B");
        inside = tags.indexOf("I");
    }

    /** Attributions of a chunk that have content; ranges name the sentences by {@link Chunk.Part#sentence}. */
    List<Parse.Attribution> decode(EncodedChunk chunk) {
        int words = chunk.chunk().words();
        int[] cues = tags(chunk, EncodedChunk.Head.CUE);
        int[] speakers = tags(chunk, EncodedChunk.Head.SPEAKER);
        int[] contents = tags(chunk, EncodedChunk.Head.CONTENT);
        List<Parse.Attribution> out = new ArrayList<>();
        for (int w = 1; w < words; w++) {
            if (cues[w] == begin) {
                int end = end(cues, w);
                boolean[] speaker = words(chunk, w, SPEAKER, speakers);
                boolean[] content = words(chunk, w, CONTENT, contents);
                boolean[] cue = new boolean[words];
                Arrays.fill(speaker, w, end, false);
                Arrays.fill(content, w, end, false);
                Arrays.fill(cue, w, end, true);
                List<Parse.Range> said = whole(ranges(chunk.chunk(), content));
                if (!said.isEmpty()) {
                    double score = Math.exp(Viterbi.logSoftmax(chunk.scores(EncodedChunk.Head.CUE, w))[begin]);
                    List<Parse.Range> who = ranges(chunk.chunk(), speaker);
                    out.add(new Parse.Attribution(who, ranges(chunk.chunk(), cue), said, score));
                }
            }
        }
        return out;
    }

    /** Without the crumbs: a word or two beside a longer content is a stray link. */
    private static List<Parse.Range> whole(List<Parse.Range> said) {
        int longest =
                said.stream().mapToInt(r -> r.last() - r.first() + 1).max().orElse(0);
        return longest < CRUMBS
                ? said
                : said.stream().filter(r -> r.last() - r.first() + 1 >= CRUMB).toList();
    }

    private int end(int[] tags, int from) {
        int end = from + 1;
        while (end < tags.length && tags[end] == inside) {
            end++;
        }
        return end;
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

    /** Words linked to the cue: whole tagged spans where most of the span is linked, none of it where little is. */
    private boolean[] words(EncodedChunk chunk, int cue, int role, int[] tags) {
        int words = tags.length;
        double[] linked = new double[words];
        boolean[] out = new boolean[words];
        for (int w = 1; w < words; w++) {
            linked[w] = Math.exp(Viterbi.logSoftmax(chunk.roles(cue, w))[role]);
            boolean tagged = tags[w] == begin || tags[w] == inside;
            out[w] = (tagged || role == SPEAKER) && linked[w] > LINKED;
        }
        for (int w = 1; w < words; w++) {
            if (tags[w] == begin) {
                settle(linked, out, w, end(tags, w));
            }
        }
        return out;
    }

    private static void settle(double[] linked, boolean[] out, int from, int to) {
        double sum = 0;
        for (int w = from; w < to; w++) {
            sum += linked[w];
        }
        double mean = sum / (to - from);
        if (mean > WHOLE || mean < NOTHING) {
            Arrays.fill(out, from, to, mean > WHOLE);
        }
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

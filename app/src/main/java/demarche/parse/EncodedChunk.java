package demarche.parse;

import java.util.Locale;

/** What the heads of the encoder say of one chunk. Words count as in the chunk: 0 is the root. */
final class EncodedChunk {
    /** A head that gives each word a row of scores. */
    enum Head {
        UPOS,
        XPOS,
        LEMMA,
        NAMES,
        SPEAKER,
        CUE,
        CONTENT;

        private final String output = name().toLowerCase(Locale.ROOT);

        /** Its name in the network. */
        String output() {
            return output;
        }
    }

    private final Chunk chunk;
    private final Scores scores;

    /** Scores as they come out of the network, flattened; {@code words} is the padded number of words. */
    record Scores(
            int words,
            int candidates,
            int relations,
            float[][] heads,
            int[] widths,
            float[] arcs,
            long[] best,
            float[] labels,
            float[] roles) {}

    EncodedChunk(Chunk chunk, Scores scores) {
        this.chunk = chunk;
        this.scores = scores;
    }

    Chunk chunk() {
        return chunk;
    }

    /** Scores of one word under one head. */
    float[] scores(Head head, int word) {
        int width = scores.widths()[head.ordinal()];
        return slice(scores.heads()[head.ordinal()], word * width, width);
    }

    /** The class with the best score. */
    int best(Head head, int word) {
        int width = scores.widths()[head.ordinal()];
        float[] all = scores.heads()[head.ordinal()];
        int from = word * width;
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = all[from + i] > all[from + best] ? i : best;
        }
        return best;
    }

    /** How well {@code head} suits as governor of {@code dependent}. */
    float arc(int dependent, int head) {
        return scores.arcs()[dependent * scores.words() + head];
    }

    int candidates() {
        return scores.candidates();
    }

    /** The {@code k}-th best governor of a word. */
    int candidate(int word, int k) {
        return (int) scores.best()[word * scores.candidates() + k];
    }

    /** Scores of the relations of a word to its {@code k}-th best governor. */
    float[] relations(int word, int k) {
        int from = (word * scores.candidates() + k) * scores.relations();
        return slice(scores.labels(), from, scores.relations());
    }

    /** Scores of a word's role for the cue that begins at {@code cue}: none, speaker, content. */
    float[] roles(int cue, int word) {
        return slice(scores.roles(), (cue * scores.words() + word) * 3, 3);
    }

    private static float[] slice(float[] all, int from, int width) {
        float[] out = new float[width];
        System.arraycopy(all, from, out, 0, width);
        return out;
    }
}

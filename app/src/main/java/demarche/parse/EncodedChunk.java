package demarche.parse;

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
        CONTENT
    }

    private final Chunk chunk;
    private final int row;
    private final Batch batch;

    /** Scores of a batch as they come out of the network, flattened; {@code words} is the padded number of words. */
    record Batch(
            int words,
            int candidates,
            int relations,
            float[][] heads,
            int[] widths,
            float[] arcs,
            long[] best,
            float[] labels,
            float[] roles) {}

    EncodedChunk(Chunk chunk, int row, Batch batch) {
        this.chunk = chunk;
        this.row = row;
        this.batch = batch;
    }

    Chunk chunk() {
        return chunk;
    }

    /** Scores of one word under one head. */
    float[] scores(Head head, int word) {
        int width = batch.widths()[head.ordinal()];
        return slice(batch.heads()[head.ordinal()], at(word) * width, width);
    }

    /** The class with the best score. */
    int best(Head head, int word) {
        int width = batch.widths()[head.ordinal()];
        float[] all = batch.heads()[head.ordinal()];
        int from = at(word) * width;
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = all[from + i] > all[from + best] ? i : best;
        }
        return best;
    }

    /** How well {@code head} suits as governor of {@code dependent}. */
    float arc(int dependent, int head) {
        return batch.arcs()[at(dependent) * batch.words() + head];
    }

    int candidates() {
        return batch.candidates();
    }

    /** The {@code k}-th best governor of a word. */
    int candidate(int word, int k) {
        return (int) batch.best()[at(word) * batch.candidates() + k];
    }

    /** Scores of the relations of a word to its {@code k}-th best governor. */
    float[] relations(int word, int k) {
        int from = (at(word) * batch.candidates() + k) * batch.relations();
        return slice(batch.labels(), from, batch.relations());
    }

    /** Scores of a word's role for the cue that begins at {@code cue}: none, speaker, content. */
    float[] roles(int cue, int word) {
        return slice(batch.roles(), (at(cue) * batch.words() + word) * 3, 3);
    }

    private int at(int word) {
        return row * batch.words() + word;
    }

    private static float[] slice(float[] all, int from, int width) {
        float[] out = new float[width];
        System.arraycopy(all, from, out, 0, width);
        return out;
    }
}

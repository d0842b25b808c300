package demarche.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arc and relation scores to one tree a sentence. */
final class TreeDecoder {
    /** Arcs outside the candidates have no relation scores: taken only when there is no tree without them. */
    private static final double NOT_A_CANDIDATE = 1000;

    private final List<String> relations;
    private final int root;
    private final int dep;

    TreeDecoder(List<String> relations) {
        this.relations = relations;
        this.root = relations.indexOf("root");
        this.dep = relations.indexOf("dep");
    }

    /** Head (1-based in the part, 0 for the root) and relation of each word of a part. */
    record Tree(int[] heads, String[] relations) {}

    Tree decode(EncodedChunk chunk, Chunk.Part part) {
        int[] best = favourites(chunk, part);
        return tree(chunk, part, best != null ? best : SpanningTree.heads(scores(chunk, part)));
    }

    /** Each word's best governor, when they make a tree as they are, as they mostly do; else null. */
    private static int @Nullable [] favourites(EncodedChunk chunk, Chunk.Part part) {
        int[] heads = new int[part.size() + 1];
        heads[0] = -1;
        for (int d = 1; d < heads.length; d++) {
            heads[d] = local(part, chunk.candidate(word(part, d), 0));
            if (heads[d] < 0) {
                return null;
            }
        }
        return SpanningTree.isTreeOfOneRoot(heads) ? heads : null;
    }

    private static double[][] scores(EncodedChunk chunk, Chunk.Part part) {
        int n = part.size();
        double[][] scores = new double[n + 1][n + 1];
        for (int d = 1; d <= n; d++) {
            for (int h = 0; h <= n; h++) {
                scores[d][h] = chunk.arc(word(part, d), word(part, h)) - NOT_A_CANDIDATE;
            }
            for (int k = 0; k < chunk.candidates(); k++) {
                int h = local(part, chunk.candidate(word(part, d), k));
                if (h >= 0) {
                    scores[d][h] += NOT_A_CANDIDATE;
                }
            }
        }
        return scores;
    }

    private Tree tree(EncodedChunk chunk, Chunk.Part part, int[] heads) {
        int n = part.size();
        int[] local = new int[n];
        String[] labels = new String[n];
        for (int d = 1; d <= n; d++) {
            local[d - 1] = heads[d];
            labels[d - 1] = relation(chunk, part, d, heads[d]);
        }
        return new Tree(local, labels);
    }

    private String relation(EncodedChunk chunk, Chunk.Part part, int dependent, int head) {
        if (head == 0) {
            return relations.get(root);
        }
        int word = word(part, dependent);
        for (int k = 0; k < chunk.candidates(); k++) {
            if (chunk.candidate(word, k) == word(part, head)) {
                return relations.get(bestButRoot(chunk.relations(word, k)));
            }
        }
        return relations.get(dep >= 0 ? dep : bestButRoot(chunk.relations(word, 0)));
    }

    private int bestButRoot(float[] scores) {
        int best = root == 0 ? 1 : 0;
        for (int i = 0; i < scores.length; i++) {
            best = i != root && scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static int word(Chunk.Part part, int local) {
        return local == 0 ? 0 : part.at() + local - 1;
    }

    private static int local(Chunk.Part part, int word) {
        if (word == 0) {
            return 0;
        }
        int local = word - part.at() + 1;
        return local >= 1 && local <= part.size() ? local : -1;
    }
}

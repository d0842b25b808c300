package demarche.serve;

import demarche.parse.WordVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which words of a ledger mean nearly the same as a word, by the encoder's vectors of words. */
final class NearWords {
    /** Cosine from which two words are near: below it, 20 searches by hand found more chance than meaning. */
    private static final double NEAR = 0.45;

    private static final int MOST = 6;

    private final WordVectors vectors;
    private final List<String> words = new ArrayList<>();
    private final List<float[]> directions = new ArrayList<>();
    private float[] middle = new float[0];

    /** A word and how near it is, at most 1. */
    record Near(String word, double likeness) {}

    /**
     * @param counts how many texts hold each word of the ledger, in small letters
     */
    NearWords(WordVectors vectors, Map<String, Integer> counts) {
        this.vectors = vectors;
        Map<String, float[]> all = new HashMap<>();
        int least = 2 + counts.values().stream().mapToInt(n -> n).max().orElse(0) / 5000;
        counts.forEach((word, n) -> {
            float[] vector = n >= least && word.length() > 2 ? vectors.of(word) : null;
            if (vector != null) {
                all.put(word, vector);
            }
        });
        for (float[] v : all.values()) {
            middle = middle.length == 0 ? new float[v.length] : middle;
            for (int i = 0; i < v.length; i++) {
                middle[i] += v[i] / all.size();
            }
        }
        all.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            words.add(e.getKey());
            directions.add(direction(e.getValue()));
        });
    }

    /** From the middle of all words, of length 1: what all words share says nothing of one. */
    private float[] direction(float[] vector) {
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= middle[i];
            square += vector[i] * vector[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /** Words near one, the nearest first, without those that begin like it. */
    List<Near> of(String word) {
        float @Nullable [] vector = middle.length == 0 ? null : vectors.of(word);
        if (vector == null) {
            return List.of();
        }
        float[] mine = direction(vector);
        String stem = word.substring(0, Math.min(word.length(), Math.max(4, word.length() - 3)));
        List<Near> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            float[] other = directions.get(i);
            double sum = 0;
            for (int k = 0; k < mine.length; k++) {
                sum += mine[k] * other[k];
            }
            if (sum >= NEAR && !words.get(i).startsWith(stem)) {
                out.add(new Near(words.get(i), Math.min(1, sum)));
            }
        }
        out.sort(Comparator.comparingDouble((Near n) -> -n.likeness()).thenComparing(Near::word));
        return out.subList(0, Math.min(MOST, out.size()));
    }
}

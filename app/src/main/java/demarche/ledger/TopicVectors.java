package demarche.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stories are about, as words weighted by how rare they are in the ledger (tf-idf); a title's words count more. */
final class TopicVectors {
    private static final double OFTEN = 0.15;
    /** A ledger of fewer stories does not show which words are rare; it is treated as if it had so many more. */
    private static final int SMALL = 50;

    private static final int TITLE = 3;
    private static final int WORDS = 150;

    /** Words that tell what is said and done, not about what; by their beginnings. */
    private static final Pattern ACTS = Pattern.compile(
            "(said|say|told|tell|demand|refus|offer|accept|reject|accus|threat|warn|urg|call|ask|agree|den[iy]|claim|support"
                    + "|oppos|promis|plan|hope|want|declin|announc|report).*");

    private final Map<String, Integer> stories = new HashMap<>();
    private int total;

    /** Counts a story's words. */
    void count(String text) {
        total++;
        new HashSet<>(words(text)).forEach(w -> stories.merge(w, 1, Integer::sum));
    }

    private static List<String> words(String text) {
        return List.copyOf(IssueLinker.words(text.length() > 1500 ? text.substring(0, 1500) : text));
    }

    /** How telling a word is: 0 for one in very many stories or in one only. */
    double weight(String word) {
        int n = stories.getOrDefault(word, 0);
        boolean tells = total < SMALL || n > 1 && n < OFTEN * total;
        return tells
                        && !Character.isDigit(word.charAt(0))
                        && !ACTS.matcher(word).matches()
                ? Math.log((double) (SMALL + total) / Math.max(1, n))
                : 0;
    }

    /** The vector of a story, of length 1. */
    Map<String, Double> of(@Nullable String title, String text) {
        Map<String, Double> out = new HashMap<>();
        words(text).stream().limit(WORDS).forEach(w -> out.merge(w, weight(w), Double::sum));
        if (title != null) {
            words(title).forEach(w -> out.merge(w, TITLE * weight(w), Double::sum));
        }
        out.values().removeIf(w -> w == 0);
        return normal(out);
    }

    static Map<String, Double> normal(Map<String, Double> vector) {
        double square = 0;
        for (double w : vector.values()) {
            square += w * w;
        }
        double length = Math.sqrt(square);
        if (length > 0) {
            vector.replaceAll((word, w) -> w / length);
        }
        return vector;
    }

    /**
     * Vectors of stories between the same two sides, without the sides' names, words that most of them have counting less:
     * they tell the sides, not what is between them.
     */
    static Map<String, Map<String, Double>> apart(Map<String, Map<String, Double>> all, Set<String> names) {
        Map<String, Map<String, Double>> vectors = new HashMap<>();
        all.forEach((story, vector) -> {
            Map<String, Double> mine = new HashMap<>(vector);
            mine.keySet().removeIf(word -> names.stream().anyMatch(name -> alike(name, word)));
            vectors.put(story, mine);
        });
        Map<String, Integer> shared = new HashMap<>();
        vectors.values().forEach(v -> v.keySet().forEach(w -> shared.merge(w, 1, Integer::sum)));
        double most = Math.log(vectors.size() + 1.0);
        Map<String, Map<String, Double>> out = new HashMap<>();
        vectors.forEach((story, vector) -> {
            Map<String, Double> mine = new HashMap<>();
            vector.forEach((word, w) -> mine.put(
                    word, w * (0.4 + 0.6 * Math.log((vectors.size() + 1.0) / shared.getOrDefault(word, 1)) / most)));
            out.put(story, normal(mine));
        });
        return out;
    }

    /** Whether a party's name and a word begin alike, as "Japan" and "japanese" do. */
    static boolean alike(String name, String word) {
        int most = Math.min(Math.min(name.length(), word.length()), 5);
        return most >= 4 && name.regionMatches(0, word, 0, most);
    }

    static double cosine(Map<String, Double> a, Map<String, Double> b) {
        Map<String, Double> fewer = a.size() < b.size() ? a : b;
        Map<String, Double> more = a.size() < b.size() ? b : a;
        double sum = 0;
        for (Map.Entry<String, Double> word : fewer.entrySet()) {
            sum += word.getValue() * more.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }

    /** The sum of vectors, of length 1. */
    static Map<String, Double> centre(Collection<Map<String, Double>> vectors) {
        Map<String, Double> out = new HashMap<>();
        vectors.forEach(v -> v.forEach((word, w) -> out.merge(word, w, Double::sum)));
        return normal(out);
    }

    /** The words that weigh most. */
    static Set<String> heaviest(Map<String, Double> vector, int count) {
        return Set.copyOf(vector.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList());
    }
}

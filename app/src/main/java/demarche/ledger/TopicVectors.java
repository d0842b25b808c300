package demarche.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** In a large ledger a word of so few stories is chance: a name, a misprint, an odd verb. */
    private static final int RARE = 4;

    private static final int LARGE = 5000;
    private static final int TITLE = 3;
    private static final int READ = 2000;
    /** A rarer word does not tell more. */
    private static final double MOST = 5.5;

    private static final int KEPT = 60;

    private static final Pattern NO_TOPIC = Pattern.compile(String.join("|", ResourceLines.read("no-topic.txt")));

    private static final Comparator<Map.Entry<String, Double>> HEAVIEST = (a, b) -> {
        int heavier = Double.compare(b.getValue(), a.getValue());
        return heavier != 0 ? heavier : a.getKey().compareTo(b.getKey());
    };

    private final Map<String, Integer> stories = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private int total;

    /** Counts a story's words. */
    void count(String text) {
        total++;
        IssueLinker.words(beginning(text)).forEach(w -> stories.merge(w, 1, Integer::sum));
    }

    private static String beginning(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    /** How telling a word is: 0 for one in very many stories or in one only. All stories must be counted before. */
    double weight(String word) {
        return weights.computeIfAbsent(word, this::weigh);
    }

    private double weigh(String word) {
        int n = stories.getOrDefault(word, 0);
        boolean tells = total < SMALL || n > (total > LARGE ? RARE : 1) && n < OFTEN * total;
        return tells
                        && !Character.isDigit(word.charAt(0))
                        && !NO_TOPIC.matcher(word).matches()
                ? Math.min(MOST, Math.log((double) (SMALL + total) / Math.max(1, n)))
                : 0;
    }

    /**
     * The vector of a story, of length 1; words like those in {@code states} and those in {@code names} are left out: they
     * tell who, not about what.
     */
    Map<String, Double> of(@Nullable String title, String text, Set<String> states, Set<String> names) {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (String word : IssueLinker.wordList(beginning(text))) {
            count.merge(word, 1, Integer::sum);
        }
        if (title != null) {
            IssueLinker.words(title).forEach(w -> count.merge(w, TITLE, Integer::sum));
        }
        Map<String, Double> out = new HashMap<>();
        count.forEach((word, n) -> out.put(word, (1 + Math.log(n)) * weight(word)));
        out.values().removeIf(w -> w == 0);
        out.keySet().removeIf(word -> names.contains(word) || states.stream().anyMatch(state -> alike(state, word)));
        if (out.size() > KEPT) {
            out.keySet().retainAll(heaviest(out, KEPT));
        }
        Map<String, Double> fitting = empty();
        fitting.putAll(out);
        return normal(fitting);
    }

    /** Room for a vector, always as much: sums over it come out the same to the last bit, whoever made it. */
    static Map<String, Double> empty() {
        return new HashMap<>(2 * KEPT);
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

    /** Whether a party's name and a word begin alike, as "Japan" and "japanese" do. */
    static boolean alike(String name, String word) {
        int most = Math.min(Math.min(name.length(), word.length()), 5);
        return name.equals(word) || most >= 4 && name.regionMatches(0, word, 0, most);
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

    /** The words that weigh most, the heaviest first. */
    static Set<String> heaviest(Map<String, Double> vector, int count) {
        List<Map.Entry<String, Double>> all = new ArrayList<>(vector.entrySet());
        all.sort(HEAVIEST);
        Set<String> out = new LinkedHashSet<>(2 * count);
        for (int i = 0; i < Math.min(count, all.size()); i++) {
            out.add(all.get(i).getKey());
        }
        return out;
    }
}

package demarche.ledger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a dispute is called: the naming that says most of what its stories are about, else their heaviest words. */
final class DisputeName {
    private static final int WORDS = 3;
    private static final int SIDES = 4;
    /** Less than this says too little of the dispute to be its name. */
    private static final double TELLING = 0.2;

    private static final int LONGEST = 5;
    /** Names of two or three words read best. */
    private static final double[] BY_LENGTH = {0, 1, 1.5, 1.6, 1.5, 1.2};

    private DisputeName() {}

    /** The topic, then the sides. */
    static String titled(String topic, List<String> sides, UnaryOperator<String> names) {
        String most = sides.stream().limit(SIDES).map(names).collect(Collectors.joining(" – "));
        return topic + ": " + most + (sides.size() > SIDES ? " and others" : "");
    }

    /** The words of the sides' names. */
    static Set<String> words(List<String> sides, UnaryOperator<String> names) {
        Set<String> out = new HashSet<>();
        sides.forEach(s -> out.addAll(IssueLinker.words(names.apply(s))));
        return out;
    }

    /**
     * The topic alone: of all namings the one whose words tell the dispute best and stand in most of its stories; null when
     * none is telling enough.
     *
     * @param stories the words of each story
     */
    static @Nullable String topic(
            List<Held> namings,
            Map<String, Double> centre,
            List<Map<String, Double>> stories,
            List<String> sides,
            UnaryOperator<String> names) {
        Set<String> parties = words(sides, names);
        Map<String, String> candidates = new LinkedHashMap<>();
        Map<String, Integer> count = new LinkedHashMap<>();
        for (Held h : namings) {
            String name = IssueName.of(h.naming());
            String key = name.toLowerCase(Locale.ROOT);
            count.merge(key, 1, Integer::sum);
            if (!candidates.containsKey(key) || name.length() < h.naming().length() && !name.equals(key)) {
                candidates.put(key, name);
            }
        }
        String best = "";
        double most = 0;
        for (Map.Entry<String, String> naming : candidates.entrySet()) {
            double score = score(naming.getKey(), centre, stories, parties)
                    * (1 + 0.3 * Math.log(count.getOrDefault(naming.getKey(), 1)));
            if (score > most) {
                most = score;
                best = naming.getValue();
            }
        }
        return most < TELLING ? null : best;
    }

    /** The words that weigh most, names of the sides left out. */
    static String heaviest(Map<String, Double> centre, List<String> sides, UnaryOperator<String> names) {
        Set<String> parties = words(sides, names);
        return centre.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(w -> parties.stream().noneMatch(p -> TopicVectors.alike(p, w)))
                .limit(WORDS)
                .collect(Collectors.joining(", "));
    }

    private static double score(
            String naming, Map<String, Double> centre, List<Map<String, Double>> stories, Set<String> parties) {
        Set<String> words = IssueLinker.words(naming);
        Set<String> telling = words.stream()
                .filter(w ->
                        centre.getOrDefault(w, 0.0) > 0 && parties.stream().noneMatch(p -> TopicVectors.alike(p, w)))
                .collect(Collectors.toSet());
        int length = naming.split(" ").length;
        if (telling.isEmpty() || length > LONGEST) {
            return 0;
        }
        double weight =
                telling.stream().mapToDouble(w -> centre.getOrDefault(w, 0.0)).sum();
        long told =
                stories.stream().filter(v -> v.keySet().containsAll(telling)).count();
        return weight
                / Math.sqrt(words.size())
                * Math.sqrt((double) told / Math.max(1, stories.size()))
                * BY_LENGTH[Math.min(length, LONGEST)]
                * (IssueName.quality(naming) < -0.5 ? 0.3 : 1);
    }
}

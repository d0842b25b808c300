package demarche.ledger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a dispute is called: the naming that says most of what its stories are about, else their heaviest words. */
final class DisputeName {
    private static final int WORDS = 3;
    private static final int SIDES = 4;

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

    /** The topic alone. */
    static String topic(
            List<Held> members, Map<String, Double> centre, List<String> sides, UnaryOperator<String> names) {
        Set<String> parties = words(sides, names);
        Map<String, Integer> count = new LinkedHashMap<>();
        members.forEach(h -> count.merge(IssueName.of(h.naming()).toLowerCase(Locale.ROOT), 1, Integer::sum));
        String best = "";
        double most = 0;
        for (Map.Entry<String, Integer> naming : count.entrySet()) {
            double score = score(naming.getKey(), centre, parties) * (1 + Math.log(naming.getValue()));
            if (score > most) {
                most = score;
                best = naming.getKey();
            }
        }
        String cased = best;
        return best.isEmpty()
                ? centre.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .filter(w -> parties.stream().noneMatch(p -> TopicVectors.alike(p, w)))
                        .limit(WORDS)
                        .collect(Collectors.joining(", "))
                : members.stream()
                        .map(h -> IssueName.of(h.naming()))
                        .filter(n -> n.equalsIgnoreCase(cased))
                        .findFirst()
                        .orElse(cased);
    }

    private static double score(String naming, Map<String, Double> centre, Set<String> parties) {
        Set<String> words = IssueLinker.words(naming);
        double weight = 0;
        for (String word : words) {
            boolean party = parties.stream().anyMatch(p -> TopicVectors.alike(p, word));
            weight += party ? 0 : centre.getOrDefault(word, 0.0);
        }
        int length = naming.split(" ").length;
        return words.isEmpty() || length > 5
                ? 0
                : weight
                        / Math.sqrt(words.size())
                        * (1 + 0.5 * Math.min(2, length - 1))
                        * (IssueName.quality(naming) < -0.5 ? 0.3 : 1);
    }
}

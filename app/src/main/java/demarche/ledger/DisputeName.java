package demarche.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a dispute is called: the naming that says most of what its stories are about, else their heaviest words. */
final class DisputeName {
    private static final int WORDS = 3;
    private static final int SIDES = 3;
    /** Less than this says too little of the dispute to be its name. */
    private static final double TELLING = 0.1;

    /** Words of less weight say nothing of the dispute. */
    private static final double LIGHT = 0.05;
    /** A second name must tell so much of what the first one tells. */
    private static final double SECOND = 0.7;

    private static final double SECOND_OF_ONE = 0.45;
    /** What a party says it wants or refuses is more surely what is contested. */
    private static final double NAMED = 1.4;

    private static final double OFTEN = 0.2;
    /** What a word tells that names a thing only together with others. */
    private static final double GENERAL = 0.5;

    /** Names of two or three words read best. */
    private static final double[] BY_LENGTH = {0, 1, 1.6, 1.6};

    private DisputeName() {}

    /**
     * What words are, as the ledger shows it.
     *
     * @param heads words in which what is contested is named: the last words of namings
     * @param bodies what parties are called, whole and in part: not what is contested
     */
    record Vocabulary(Set<String> heads, Set<String> bodies) {
        private static final int MANY = 500;

        static Vocabulary of(List<Held> held, Set<String> parties) {
            Map<String, Integer> last = new HashMap<>();
            for (Held h : held) {
                List<String> words = IssueLinker.wordList(h.naming());
                if (!words.isEmpty()) {
                    last.merge(words.get(words.size() - 1), 1, Integer::sum);
                }
            }
            last.values().removeIf(n -> n < (held.size() > MANY ? 2 : 1));
            Set<String> bodies = new HashSet<>();
            for (String party : parties) {
                List<String> words = IssueLinker.wordList(party);
                for (int i = 0; i < words.size(); i++) {
                    for (int j = i + 1; j <= Math.min(words.size(), i + 3); j++) {
                        bodies.add(String.join(" ", words.subList(i, j)));
                    }
                }
            }
            return new Vocabulary(Set.copyOf(last.keySet()), bodies);
        }

        /**
         * Whether a phrase may name what is contested: it ends like a naming and does not tell who ("commercial creditors"), or is
         * a name of its own that is no party's.
         */
        boolean names(String key, String form) {
            boolean proper = List.of(form.split(" ")).stream()
                    .allMatch(w -> Character.isUpperCase(w.codePointAt(0)) || w.equals("of") || w.equals("and"));
            String head = key.substring(key.lastIndexOf(' ') + 1);
            return proper
                    ? !bodies.contains(key)
                    : heads.contains(head) && !Collectives.has(head) && !Collectives.has(head + "s");
        }
    }

    /**
     * What the topics of disputes were found to be. A topic is kept with all that it was made of; where any of that is another,
     * it is found anew.
     */
    static final class Known {
        private Vocabulary vocabulary = new Vocabulary(Set.of(), Set.of());
        private Map<Made, Optional<String>> topics = new HashMap<>();
        private Map<Made, Optional<String>> used = new HashMap<>();

        /** What a topic is made of; the stories stand for their texts. */
        record Made(List<String> stories, List<String> namings, Map<String, Double> centre, List<String> parties) {}

        /** To be called before the topics of a derivation are asked for: topics that none asks for are forgotten. */
        void begin(Vocabulary now) {
            topics = now.equals(vocabulary) ? used : new HashMap<>();
            used = new HashMap<>();
            vocabulary = now;
        }

        @Nullable
        String topic(Made made, Supplier<@Nullable String> find) {
            Optional<String> known = topics.get(made);
            Optional<String> topic = known == null ? Optional.ofNullable(find.get()) : known;
            used.put(made, topic);
            return topic.orElse(null);
        }

        /** To be called when stories came, went or changed. */
        void forget() {
            topics = new HashMap<>();
            used = new HashMap<>();
        }
    }

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
     * The topic alone: what the stories call it, by the words that tell the dispute best and stand in most of its stories; a second
     * name where it tells nearly as much in other words; null when none is telling enough.
     *
     * @param stories the beginnings of the stories
     */
    static @Nullable String topic(
            List<Held> namings,
            Map<String, Double> centre,
            List<String> stories,
            List<String> sides,
            UnaryOperator<String> names,
            Vocabulary vocabulary) {
        Set<String> parties = words(sides, names);
        Set<String> telling = centre.entrySet().stream()
                .filter(e -> e.getValue() >= LIGHT
                        && !StateNames.tells(e.getKey())
                        && parties.stream().noneMatch(p -> TopicVectors.alike(p, e.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Integer> named = new HashMap<>();
        namings.forEach(h ->
                named.merge(String.join(" ", IssueLinker.wordList(IssueName.of(h.naming()))), 1, Integer::sum));
        List<Scored> all = new ArrayList<>();
        Phrases.of(stories, telling).forEach((key, phrase) -> {
            if (phrase.noun()
                    && vocabulary.names(key, phrase.form())
                    && phrase.stories() * 2 >= Math.min(stories.size(), 4)) {
                all.add(new Scored(key, phrase.form(), score(key, phrase, centre, stories.size(), named)));
            }
        });
        all.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::key));
        if (all.isEmpty() || all.get(0).score() < TELLING) {
            return null;
        }
        Scored best = all.get(0);
        Set<String> used = new HashSet<>(List.of(best.key().split(" ")));
        return best.form()
                + all.stream()
                        .filter(s -> s.score() >= (used.size() == 1 ? SECOND_OF_ONE : SECOND) * best.score()
                                && List.of(s.key().split(" ")).stream().noneMatch(used::contains))
                        .findFirst()
                        .map(s -> ", " + s.form())
                        .orElse("");
    }

    private record Scored(String key, String form, double score) {}

    private static double score(
            String key, Phrases.Phrase phrase, Map<String, Double> centre, int stories, Map<String, Integer> named) {
        String[] words = key.split(" ");
        double weight = 0;
        boolean telling = false;
        for (String w : words) {
            boolean general = IssueLinker.generic(w);
            weight += centre.getOrDefault(w, 0.0) * (general ? GENERAL : 1);
            telling |= !general;
        }
        return weight
                / Math.sqrt(words.length)
                * Math.sqrt((double) phrase.stories() / Math.max(1, stories))
                * BY_LENGTH[words.length]
                * (telling ? 1 : 0.5)
                * (named.containsKey(key) ? NAMED + OFTEN * Math.log(named.getOrDefault(key, 1)) : 1);
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
}

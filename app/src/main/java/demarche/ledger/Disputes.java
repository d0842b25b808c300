package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds disputes: stories in which one side stands against another (a demand, refusal, accusation or threat put to it, a
 * hostile act, opposed stances over one issue), gathered by what they are about, by the sides and by time
 * ({@link StoryClusters}). Pure.
 */
final class Disputes {
    private static final double ALSO_ABOUT = 0.20;
    /** A story that speaks of one main side only must be nearer. */
    private static final double ONE_SIDE = 0.32;

    private static final double ALSO_BETWEEN = 0.2;
    private static final double NEARLY = 0.35;
    /** Two disputes between the same two sides are one when what they are about is as near (cosine). */
    private static final double ONE_DISPUTE = 0.46;

    private static final double LESS_POLITICAL = 0.4;
    private static final int NEW_DAYS = 14;
    private static final int ACTIVE_DAYS = 30;
    private static final int TOPIC_WORDS = Topic.HEAVIEST;
    private static final double LEAST = 2;
    private static final double LEAST_OF_ONE_STORY = 2.5;
    /** Between the main two of many that quarrel. */
    private static final double LEAST_OF_A_PAIR = 1.5;

    private static final double AMONG_OTHERS = 0.3;
    /** A side belongs to a dispute when it has this share of the signs of the main two. */
    private static final double ALSO_A_SIDE = 0.08;

    /** What a side wants of another that wants nothing of it counts less. */
    private static final double UNANSWERED = 0.75;

    private static final double SURE = 0.5;
    private static final int MOST_SIDES = 8;
    private static final BitSet NONE = new BitSet(0);

    /**
     * Signs in a story that two sides stand against each other.
     *
     * @param oneAsks how much of the weight is that the one wants something of the other, and no more
     * @param otherAsks the same the other way
     */
    record Sign(
            String story,
            @Nullable LocalDate date,
            String one,
            String other,
            double weight,
            double oneAsks,
            double otherAsks) {
        /** A sign that is more than a wish. */
        Sign(String story, @Nullable LocalDate date, String one, String other, double weight) {
            this(story, date, one, other, weight, 0, 0);
        }
    }

    /**
     * A dispute, the stories it is told in and the positions that belong to it.
     *
     * @param topic the words that tell it best
     */
    record Dispute(
            String id,
            String name,
            String status,
            List<String> issues,
            List<String> sides,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Set<String> stories,
            List<Held> positions,
            Set<String> topic,
            double score) {}

    /** An agreement between two sides, as an event of a story tells it. */
    record Settling(String story, String one, String other, LocalDate date) {}

    /** What a story is about, its day, and the sides it speaks of. */
    record Topic(@Nullable LocalDate day, Map<String, Double> vector, Set<String> sides, List<String> heaviest) {
        /** How many of its heaviest words a topic keeps apart. */
        static final int HEAVIEST = 25;

        Topic(@Nullable LocalDate day, Map<String, Double> vector, Set<String> sides) {
            this(day, vector, sides, List.copyOf(TopicVectors.heaviest(vector, HEAVIEST)));
        }
    }

    /**
     * What the search needs to know of the ledger besides signs.
     *
     * @param names of sides
     * @param known what parties are called, in lower case: no names of issues
     * @param headlines the headline of a story
     * @param texts the beginnings of stories
     * @param ordered names that users gave to issues
     * @param named what the derivation before named
     */
    record Context(
            List<Held> positions,
            Map<String, Topic> topics,
            Map<String, String> names,
            Set<String> known,
            UnaryOperator<String> headlines,
            Function<Set<String>, Map<String, String>> texts,
            Map<String, String> ordered,
            List<Settling> deals,
            DisputeName.Known named) {}

    private final Context context;
    private final Map<String, List<Held>> byStory = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final DisputeName.Vocabulary vocabulary;
    private final Map<String, List<Settling>> deals = new HashMap<>();
    private final @Nullable LocalDate newest;

    private Disputes(Context context) {
        this.context = context;
        this.vocabulary = DisputeName.Vocabulary.of(context.positions(), context.known());
        context.named().begin(vocabulary);
        context.positions()
                .forEach(h -> byStory.computeIfAbsent(h.story(), k -> new ArrayList<>())
                        .add(h));
        context.deals()
                .forEach(d ->
                        deals.computeIfAbsent(d.story(), k -> new ArrayList<>()).add(d));
        this.newest = context.topics().values().stream()
                .map(Topic::day)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** All disputes, the busiest first; signs are to be sorted by date and story. */
    static List<Dispute> find(List<Sign> signs, Context context) {
        return new Disputes(context).find(signs);
    }

    private List<Dispute> find(List<Sign> signs) {
        Map<String, List<Sign>> stories = new LinkedHashMap<>();
        signs.stream()
                .filter(s -> !s.one().equals(s.other()))
                .forEach(s -> stories.computeIfAbsent(s.story(), k -> new ArrayList<>())
                        .add(s));
        List<StoryClusters.Item> items = new ArrayList<>();
        stories.forEach((story, all) -> items.add(item(story, all)));
        List<Found> found = new ArrayList<>();
        for (StoryClusters.Cluster cluster : StoryClusters.of(items)) {
            Found f = new Found(cluster);
            if (f.strong >= (cluster.items.size() == 1 ? LEAST_OF_ONE_STORY : LEAST)) {
                found.add(f);
            }
        }
        alsoTold(found, stories.keySet());
        alsoBetween(found, stories);
        found = oneOfTwo(found);
        Set<String> told = new TreeSet<>();
        found.forEach(f -> told.addAll(f.stories));
        texts.putAll(context.texts().apply(told));
        List<Dispute> out = new ArrayList<>(found.stream().map(this::dispute).toList());
        out.sort(Comparator.comparingDouble((Dispute d) -> -d.score()).thenComparing(Dispute::id));
        return out;
    }

    /** Disputes between the same two whose stories, once all are gathered, are about the same are one. */
    private List<Found> oneOfTwo(List<Found> found) {
        Map<List<String>, List<Found>> byPair = new LinkedHashMap<>();
        for (Found f : found) {
            List<Found> same = byPair.computeIfAbsent(f.pair(), k -> new ArrayList<>());
            Found one = f;
            for (Found other = nearest(one, same); other != null; other = nearest(one, same)) {
                same.remove(other);
                one = new Found(other, one);
            }
            same.add(one);
        }
        return byPair.values().stream().flatMap(List::stream).toList();
    }

    private @Nullable Found nearest(Found f, List<Found> same) {
        Map<String, Double> centre = centre(f);
        Found best = null;
        double most = ONE_DISPUTE;
        for (Found other : same) {
            double like = TopicVectors.cosine(centre, centre(other));
            if (like > most) {
                most = like;
                best = other;
            }
        }
        return best;
    }

    /** What the stories of a dispute that have a sign are about. */
    private Map<String, Double> centre(Found f) {
        Map<String, Double> out = new HashMap<>();
        f.signed.forEach(story -> vector(story).forEach((w, x) -> out.merge(w, x, Double::sum)));
        return TopicVectors.normal(out);
    }

    private StoryClusters.Item item(String story, List<Sign> signs) {
        Map<String, Double> sides = new TreeMap<>();
        double all = 0;
        for (Sign s : signs) {
            sides.merge(s.one(), s.weight(), Double::sum);
            sides.merge(s.other(), s.weight(), Double::sum);
            all += 2 * s.weight();
        }
        double sum = all;
        sides.replaceAll((side, w) -> w / sum);
        return new StoryClusters.Item(story, signs.get(0).date(), vector(story), sides, signs);
    }

    private Map<String, Double> vector(String story) {
        Topic topic = context.topics().get(story);
        return topic == null ? Map.of() : topic.vector();
    }

    /** A cluster that is a dispute, with its sides and the stories that tell it without a sign. */
    private static final class Found {
        final StoryClusters.Cluster cluster;
        final List<String> sides;
        final Set<String> stories = new LinkedHashSet<>();
        /** Those in which its sides stand against each other or that are nearly only about it: they tell its first and last day. */
        final Set<String> signed = new LinkedHashSet<>();

        final double weight;
        /** What the signs that are sure weigh between the main two, and in part what they weigh between others. */
        final double strong;

        Found(StoryClusters.Cluster cluster) {
            this.cluster = cluster;
            cluster.items.forEach(i -> signed.add(i.story()));
            stories.addAll(signed);
            Map<String, Double> bySide = new TreeMap<>();
            Map<String, Set<String>> storiesOf = new HashMap<>();
            Map<List<String>, List<Sign>> byPair = new HashMap<>();
            double all = 0;
            for (StoryClusters.Item item : cluster.items) {
                for (Sign s : item.signs()) {
                    all += s.weight();
                    byPair.computeIfAbsent(pair(s), k -> new ArrayList<>()).add(s);
                    for (String side : List.of(s.one(), s.other())) {
                        bySide.merge(side, s.weight(), Double::sum);
                        storiesOf.computeIfAbsent(side, k -> new HashSet<>()).add(s.story());
                    }
                }
            }
            weight = all;
            sides = sides(bySide, storiesOf, byPair);
            double main = strong(byPair.getOrDefault(sides.subList(0, 2), List.of()));
            double among = byPair.values().stream().mapToDouble(Found::strong).sum() - main;
            strong = main < LEAST_OF_A_PAIR ? main : main + AMONG_OTHERS * among;
        }

        /** Two that are one. */
        Found(Found a, Found b) {
            this(StoryClusters.together(a.cluster, b.cluster));
            stories.addAll(a.stories);
            stories.addAll(b.stories);
            signed.addAll(a.signed);
            signed.addAll(b.signed);
        }

        /** The main two. */
        List<String> pair() {
            return sides.subList(0, 2).stream().sorted().toList();
        }

        private static List<String> pair(Sign s) {
            return s.one().compareTo(s.other()) < 0 ? List.of(s.one(), s.other()) : List.of(s.other(), s.one());
        }

        /** Wishes of both sides, and those that are answered by more, count in full; what only one wants of the other is less of a dispute. */
        private static double strong(List<Sign> all) {
            List<Sign> signs = all.stream().filter(s -> s.weight() >= SURE).toList();
            double sum = signs.stream().mapToDouble(Sign::weight).sum();
            double one = signs.stream().mapToDouble(Sign::oneAsks).sum();
            double other = signs.stream().mapToDouble(Sign::otherAsks).sum();
            double contested = Math.max(0, sum - one - other);
            double unanswered = Math.max(0, Math.min(sum, Math.abs(one - other)) - contested);
            return sum - unanswered + UNANSWERED * unanswered;
        }

        /** How many of its sides a story speaks of. */
        int spoken(Topic topic) {
            int out = 0;
            for (String side : sides) {
                out += topic.sides().contains(side) ? 1 : 0;
            }
            return out;
        }

        /** The two that stand against each other most, then others with a good share. */
        private static List<String> sides(
                Map<String, Double> bySide, Map<String, Set<String>> storiesOf, Map<List<String>, List<Sign>> byPair) {
            List<String> pair = byPair.entrySet().stream()
                    .max(Comparator.comparingDouble((Map.Entry<List<String>, List<Sign>> e) -> strong(e.getValue()))
                            .thenComparingDouble(e -> e.getValue().stream()
                                    .mapToDouble(Sign::weight)
                                    .sum())
                            .thenComparing(e -> String.join(" ", e.getKey()), Comparator.reverseOrder()))
                    .orElseThrow()
                    .getKey();
            double least = ALSO_A_SIDE
                    * bySide.values().stream().mapToDouble(w -> w).max().orElse(0);
            List<String> out = new ArrayList<>(pair);
            bySide.entrySet().stream()
                    .filter(e -> !pair.contains(e.getKey())
                            && e.getValue() >= least
                            && (e.getValue() >= LEAST
                                    || storiesOf
                                                    .getOrDefault(e.getKey(), Set.of())
                                                    .size()
                                            > 1))
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_SIDES - 2)
                    .forEach(e -> out.add(e.getKey()));
            return List.copyOf(out);
        }
    }

    /** Other stories that speak of the sides and are about the same belong to the dispute too. */
    private void alsoTold(List<Found> found, Set<String> taken) {
        Map<String, BitSet> byWord = new HashMap<>();
        Map<String, BitSet> bySide = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            for (String word : TopicVectors.heaviest(found.get(i).cluster.centre(), TOPIC_WORDS)) {
                byWord.computeIfAbsent(word, k -> new BitSet()).set(i);
            }
            for (String side : found.get(i).sides) {
                bySide.computeIfAbsent(side, k -> new BitSet()).set(i);
            }
        }
        new TreeMap<>(context.topics()).forEach((story, topic) -> {
            if (!taken.contains(story)) {
                BitSet candidates = new BitSet();
                topic.sides().forEach(side -> candidates.or(bySide.getOrDefault(side, NONE)));
                if (!candidates.isEmpty()) {
                    BitSet alike = new BitSet();
                    topic.heaviest().forEach(w -> alike.or(byWord.getOrDefault(w, NONE)));
                    candidates.and(alike);
                }
                Found best = nearest(topic, candidates, found);
                if (best != null) {
                    best.stories.add(story);
                    if (best.spoken(topic) > 1 && TopicVectors.cosine(best.cluster.centre(), topic.vector()) > NEARLY) {
                        best.signed.add(story);
                    }
                }
            }
        });
    }

    /** A story of one dispute belongs to another too when sides of that one stand against each other in it over the same. */
    private void alsoBetween(List<Found> found, Map<String, List<Sign>> stories) {
        Map<String, List<Found>> bySide = new HashMap<>();
        for (Found f : found) {
            f.sides.forEach(
                    s -> bySide.computeIfAbsent(s, k -> new ArrayList<>()).add(f));
        }
        stories.forEach((story, signs) -> {
            Set<Found> candidates = new LinkedHashSet<>();
            for (Sign s : signs) {
                if (s.weight() >= SURE) {
                    bySide.getOrDefault(s.one(), List.of()).stream()
                            .filter(f -> f.sides.contains(s.other()) && !f.stories.contains(story))
                            .forEach(candidates::add);
                }
            }
            Map<String, Double> vector = candidates.isEmpty() ? Map.of() : vector(story);
            for (Found f : candidates) {
                if (TopicVectors.cosine(f.cluster.centre(), vector) > ALSO_BETWEEN) {
                    f.stories.add(story);
                    f.signed.add(story);
                }
            }
        });
    }

    private static @Nullable Found nearest(Topic topic, BitSet candidates, List<Found> found) {
        Found best = null;
        double most = 0;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Found f = found.get(i);
            int spoken = f.spoken(topic);
            double like = TopicVectors.cosine(f.cluster.centre(), topic.vector());
            if (like > (spoken > 1 ? ALSO_ABOUT : ONE_SIDE) && like > most) {
                most = like;
                best = f;
            }
        }
        return best;
    }

    private Dispute dispute(Found found) {
        List<String> sides = found.sides;
        Set<String> topic = TopicVectors.heaviest(found.cluster.centre(), TOPIC_WORDS);
        List<Held> members = members(found, topic);
        List<LocalDate> days = found.signed.stream()
                .map(this::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? null : days.get(0);
        LocalDate last = days.isEmpty() ? null : days.get(days.size() - 1);
        List<String> issues = issues(members);
        String name = issues.stream()
                .map(context.ordered()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> named(found));
        return new Dispute(
                id(found),
                DisputeName.titled(name, sides, this::name),
                status(found, members, first, last),
                issues,
                sides,
                first,
                last,
                found.stories,
                members,
                topic,
                found.weight
                        * Math.sqrt(found.stories.size())
                        * (political(sides.get(0)) && political(sides.get(1)) ? 1 : LESS_POLITICAL));
    }

    /** The naming that says most of what the stories are about; where none does, the headline of the story nearest to all. */
    private String named(Found found) {
        Map<String, Double> centre = found.cluster.centre();
        List<Held> namings = found.stories.stream()
                .flatMap(s -> byStory.getOrDefault(s, List.of()).stream())
                .filter(h -> !context.known().contains(IssueName.of(h.naming()).toLowerCase(Locale.ROOT)))
                .toList();
        String topic = context.named()
                .topic(
                        new DisputeName.Known.Made(
                                List.copyOf(found.stories),
                                namings.stream().map(Held::naming).toList(),
                                centre,
                                found.sides.stream().map(this::name).toList()),
                        () -> DisputeName.topic(
                                namings,
                                centre,
                                found.stories.stream()
                                        .map(s -> texts.getOrDefault(s, ""))
                                        .toList(),
                                found.sides,
                                this::name,
                                vocabulary));
        return topic != null
                ? topic
                : found.cluster.items.stream()
                        .max(Comparator.comparingDouble(
                                        (StoryClusters.Item i) -> TopicVectors.cosine(centre, i.vector()))
                                .thenComparing(StoryClusters.Item::story, Comparator.reverseOrder()))
                        .map(i -> context.headlines().apply(i.story()))
                        .filter(h -> !h.isBlank())
                        .orElseGet(() -> DisputeName.heaviest(centre, found.sides, this::name));
    }

    /** Two sides, the month and the first story: stays the same when more is told. */
    private String id(Found found) {
        StoryClusters.Item earliest = found.cluster.items.stream()
                .min(Comparator.comparing((StoryClusters.Item i) -> i.day() == null ? LocalDate.MAX : i.day())
                        .thenComparing(StoryClusters.Item::story))
                .orElseThrow();
        LocalDate begun = earliest.day();
        List<String> two = found.sides.subList(0, 2).stream().sorted().toList();
        return two.get(0) + "-" + two.get(1) + "-"
                + (begun == null ? "" : begun.toString().substring(0, 7) + "-")
                + Identity.hash(earliest.story()).substring(0, 4);
    }

    private String name(String side) {
        return context.names().getOrDefault(side, side);
    }

    /** Whether a side is a state or an organisation of states. */
    private static boolean political(String side) {
        return side.length() == 3 || side.endsWith("-igo");
    }

    private @Nullable LocalDate day(String story) {
        Topic topic = context.topics().get(story);
        return topic == null ? null : topic.day();
    }

    /** Positions of the sides in the dispute's stories: those put to another of them, and those on its topic. */
    private List<Held> members(Found found, Set<String> topic) {
        List<Held> out = new ArrayList<>();
        for (String story : found.stories) {
            for (Held h : byStory.getOrDefault(story, List.of())) {
                boolean toAnother = h.counterpart() != null
                        && !h.counterpart().equals(h.side())
                        && found.sides.contains(h.counterpart());
                boolean elsewhere = h.counterpart() != null && !toAnother;
                boolean onTopic = IssueLinker.words(h.naming()).stream().anyMatch(topic::contains);
                if (found.sides.contains(h.side()) && !elsewhere && (toAnother || onTopic)) {
                    out.add(h);
                }
            }
        }
        return out;
    }

    private static List<String> issues(List<Held> members) {
        Map<String, Integer> count = new TreeMap<>();
        members.forEach(h -> count.merge(h.issue(), 1, Integer::sum));
        return count.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String status(Found found, List<Held> held, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null || newest == null) {
            return "active";
        }
        List<Held> words = held.stream().filter(h -> last.equals(h.date())).toList();
        boolean accepted = !words.isEmpty()
                && words.stream()
                        .allMatch(h -> "ACCEPTS".equals(h.stance())
                                && h.counterpart() != null
                                && found.sides.contains(h.counterpart()));
        boolean dealt = found.stories.stream()
                .flatMap(s -> deals.getOrDefault(s, List.of()).stream())
                .anyMatch(d -> found.sides.contains(d.one())
                        && found.sides.contains(d.other())
                        && !d.date().isBefore(last));
        if ((dealt || accepted) && last.isBefore(newest.minusDays(NEW_DAYS))) {
            return "settled";
        }
        if (!first.isBefore(newest.minusDays(NEW_DAYS))) {
            return "new";
        }
        return last.isBefore(newest.minusDays(ACTIVE_DAYS)) ? "quiet" : "active";
    }
}

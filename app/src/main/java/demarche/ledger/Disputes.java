package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds disputes: stories in which one side stands against another (a demand, refusal, accusation or threat put to it, a
 * hostile act, opposed stances over one issue), gathered by the two sides and then by what the stories are about (leader
 * clustering of their words in order of date). Pure.
 */
final class Disputes {
    private static final double ABOUT_THE_SAME = 0.15;
    private static final double ONE_TOPIC = 0.23;
    private static final double ALSO_ABOUT = 0.30;
    private static final double LESS_POLITICAL = 0.4;
    private static final int LONG_AGO = 75;
    private static final double FADED = 0.7;
    private static final int NEW_DAYS = 14;
    private static final int ACTIVE_DAYS = 30;
    private static final int TOPIC_WORDS = 25;
    private static final double LEAST = 2;
    /** A dispute told in the same stories adds its sides to a busier one when it has this share of its signs. */
    private static final double ALSO_A_SIDE = 0.15;

    /** One sign that two sides stand against each other, in a story. */
    record Sign(String story, @Nullable LocalDate date, String one, String other, double weight) {}

    /** A dispute, the stories it is told in and the positions that belong to it. */
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
            double score) {

        Dispute named(String newName) {
            return new Dispute(id, newName, status, issues, sides, first, last, stories, positions, score);
        }

        /** This dispute with the stories and positions of another; name, id and status stay. */
        Dispute with(Dispute other, List<String> moreSides) {
            Set<String> allIssues = new LinkedHashSet<>(issues);
            allIssues.addAll(other.issues);
            Set<String> allSides = new LinkedHashSet<>(sides);
            allSides.addAll(moreSides);
            Set<String> allStories = new LinkedHashSet<>(stories);
            allStories.addAll(other.stories);
            Set<Held> allPositions = new LinkedHashSet<>(positions);
            allPositions.addAll(other.positions);
            return new Dispute(
                    id,
                    name,
                    status,
                    List.copyOf(allIssues),
                    List.copyOf(allSides),
                    first == null || other.first != null && other.first.isBefore(first) ? other.first : first,
                    last == null || other.last != null && other.last.isAfter(last) ? other.last : last,
                    allStories,
                    List.copyOf(allPositions),
                    score);
        }
    }

    /** An agreement between two sides, as an event of a story tells it. */
    record Settling(String story, String one, String other, LocalDate date) {}

    /** Two sides in the order of their names. */
    private record Pair(String a, String b) {
        static Pair of(String x, String y) {
            return x.compareTo(y) < 0 ? new Pair(x, y) : new Pair(y, x);
        }

        boolean has(@Nullable String side) {
            return a.equals(side) || b.equals(side);
        }
    }

    /** What a story is about, its day, and the sides it speaks of. */
    record Topic(@Nullable LocalDate day, Map<String, Double> vector, Set<String> sides) {}

    /**
     * What the search needs to know of the ledger besides signs.
     *
     * @param names of sides
     * @param ordered names that users gave to issues
     */
    record Context(
            List<Held> positions,
            Map<String, Topic> topics,
            Map<String, String> names,
            Map<String, String> ordered,
            List<Settling> deals) {}

    private final Context context;
    private final Map<String, List<Held>> byStory = new HashMap<>();
    private final Map<Pair, List<Settling>> settled = new HashMap<>();
    private final Map<String, Set<String>> storiesOf = new HashMap<>();
    private final @Nullable LocalDate newest;

    private Disputes(Context context) {
        this.context = context;
        context.positions()
                .forEach(h -> byStory.computeIfAbsent(h.story(), k -> new ArrayList<>())
                        .add(h));
        context.deals()
                .forEach(d -> settled.computeIfAbsent(Pair.of(d.one(), d.other()), k -> new ArrayList<>())
                        .add(d));
        context.topics()
                .forEach((story, topic) -> topic.sides()
                        .forEach(side -> storiesOf
                                .computeIfAbsent(side, k -> new TreeSet<>())
                                .add(story)));
        this.newest = context.positions().stream()
                .map(Held::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** All disputes, the busiest first; signs are to be sorted by date and story. */
    static List<Dispute> find(List<Sign> signs, Context context) {
        Disputes disputes = new Disputes(context);
        Map<Pair, List<Sign>> byPair =
                new TreeMap<>(Comparator.comparing(Pair::a).thenComparing(Pair::b));
        signs.stream()
                .filter(s -> !s.one().equals(s.other()))
                .forEach(s -> byPair.computeIfAbsent(Pair.of(s.one(), s.other()), k -> new ArrayList<>())
                        .add(s));
        List<Dispute> out = new ArrayList<>();
        byPair.forEach((pair, all) -> disputes.between(pair, all, out));
        out.sort(Comparator.comparingDouble((Dispute d) -> -d.score()).thenComparing(Dispute::id));
        return disputes.joined(out);
    }

    private void between(Pair pair, List<Sign> signs, List<Dispute> out) {
        Map<String, List<Sign>> stories = new LinkedHashMap<>();
        signs.forEach(
                s -> stories.computeIfAbsent(s.story(), k -> new ArrayList<>()).add(s));
        Map<String, Map<String, Double>> vectors = new LinkedHashMap<>();
        stories.keySet().forEach(s -> vectors.put(s, vector(s)));
        List<Cluster> clusters = merged(clusters(
                stories, TopicVectors.apart(vectors, DisputeName.words(List.of(pair.a(), pair.b()), this::name))));
        clusters.removeIf(c -> c.weight() < LEAST);
        alsoTold(pair, clusters);
        for (Cluster cluster : clusters) {
            out.add(dispute(pair, cluster));
        }
    }

    private Map<String, Double> vector(String story) {
        Topic topic = context.topics().get(story);
        return topic == null ? Map.of() : topic.vector();
    }

    /** Other stories that speak of both sides and are about the same belong to the dispute too. */
    private void alsoTold(Pair pair, List<Cluster> clusters) {
        Set<String> taken = new HashSet<>();
        clusters.forEach(c -> taken.addAll(c.stories.keySet()));
        for (String story : bothSides(pair)) {
            if (!taken.contains(story)) {
                Map<String, Double> vector = vector(story);
                clusters.stream()
                        .filter(c -> TopicVectors.cosine(c.centre, vector) > ALSO_ABOUT)
                        .max(Comparator.comparingDouble(c -> TopicVectors.cosine(c.centre, vector)))
                        .ifPresent(c -> c.stories.put(story, List.of()));
            }
        }
    }

    private List<String> bothSides(Pair pair) {
        Set<String> other = storiesOf.getOrDefault(pair.b(), Set.of());
        return storiesOf.getOrDefault(pair.a(), Set.of()).stream()
                .filter(other::contains)
                .toList();
    }

    /** Stories about one thing, in order of date. */
    private static final class Cluster {
        final Map<String, List<Sign>> stories = new LinkedHashMap<>();
        final List<Map<String, Double>> vectors = new ArrayList<>();
        Map<String, Double> centre = Map.of();

        @Nullable
        LocalDate last;

        void add(String story, List<Sign> signs, Map<String, Double> vector) {
            stories.put(story, signs);
            vectors.add(vector);
            centre = TopicVectors.centre(vectors);
            LocalDate date = signs.get(0).date();
            last = date == null ? last : date;
        }

        void addAll(Cluster other) {
            stories.putAll(other.stories);
            vectors.addAll(other.vectors);
            centre = TopicVectors.centre(vectors);
        }

        double weight() {
            return stories.values().stream()
                    .flatMap(List::stream)
                    .mapToDouble(Sign::weight)
                    .sum();
        }
    }

    private static List<Cluster> clusters(Map<String, List<Sign>> stories, Map<String, Map<String, Double>> vectors) {
        List<Cluster> out = new ArrayList<>();
        stories.forEach((story, signs) -> {
            Map<String, Double> vector = vectors.getOrDefault(story, Map.of());
            Cluster best = null;
            double most = ABOUT_THE_SAME;
            for (Cluster cluster : out) {
                double like = TopicVectors.cosine(vector, cluster.centre)
                        * (longAgo(cluster.last, signs.get(0).date()) ? FADED : 1);
                if (like > most) {
                    most = like;
                    best = cluster;
                }
            }
            if (best == null) {
                best = new Cluster();
                out.add(best);
            }
            best.add(story, signs, vector);
        });
        return out;
    }

    private static boolean longAgo(@Nullable LocalDate last, @Nullable LocalDate date) {
        return last != null && date != null && last.plusDays(LONG_AGO).isBefore(date);
    }

    /** Clusters joined, the two nearest first, as long as two are about one topic. */
    private static List<Cluster> merged(List<Cluster> clusters) {
        List<Cluster> out = new ArrayList<>(clusters);
        boolean again = true;
        while (again) {
            Cluster into = null;
            Cluster from = null;
            double most = ONE_TOPIC;
            for (int i = 0; i < out.size(); i++) {
                for (int j = i + 1; j < out.size(); j++) {
                    double like = TopicVectors.cosine(out.get(i).centre, out.get(j).centre);
                    if (like > most) {
                        most = like;
                        into = out.get(i);
                        from = out.get(j);
                    }
                }
            }
            again = into != null && from != null;
            if (into != null && from != null) {
                into.addAll(from);
                out.remove(from);
            }
        }
        return out;
    }

    private Dispute dispute(Pair pair, Cluster cluster) {
        List<Held> members = members(pair, cluster);
        List<LocalDate> days = cluster.stories.keySet().stream()
                .map(this::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? null : days.get(0);
        LocalDate last = days.isEmpty() ? null : days.get(days.size() - 1);
        List<String> sides = List.of(pair.a(), pair.b());
        List<String> issues = issues(members);
        String topic = issues.stream()
                .map(context.ordered()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> DisputeName.topic(members, cluster.centre, sides, this::name));
        String earliest = cluster.stories.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((String story) -> day(story) == null ? LocalDate.MAX : day(story))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        LocalDate begun = day(earliest);
        return new Dispute(
                pair.a() + "-" + pair.b() + "-"
                        + (begun == null ? "" : begun.toString().substring(0, 7) + "-")
                        + Identity.hash(earliest).substring(0, 4),
                topic,
                status(pair, members, cluster.stories.keySet(), first, last),
                issues,
                sides,
                first,
                last,
                new LinkedHashSet<>(cluster.stories.keySet()),
                members,
                cluster.weight()
                        * Math.sqrt(cluster.stories.size())
                        * (political(pair.a()) && political(pair.b()) ? 1 : LESS_POLITICAL));
    }

    private String name(String side) {
        return context.names().getOrDefault(side, side);
    }

    /** Disputes told in mostly the same stories, with a side in common, are one with more sides. */
    private List<Dispute> joined(List<Dispute> found) {
        List<Dispute> out = new ArrayList<>();
        for (Dispute d : found) {
            int home = -1;
            for (int i = 0; i < out.size() && home < 0; i++) {
                home = sameStories(out.get(i), d) ? i : -1;
            }
            if (home < 0) {
                out.add(d);
            } else {
                Dispute kept = out.get(home);
                out.set(home, kept.with(d, d.score() > ALSO_A_SIDE * kept.score() ? d.sides() : List.of()));
            }
        }
        return out.stream()
                .map(d -> d.named(DisputeName.titled(d.name(), d.sides(), this::name)))
                .toList();
    }

    private static boolean sameStories(Dispute kept, Dispute d) {
        int both = (int) d.stories().stream().filter(kept.stories()::contains).count();
        int fewer = Math.min(d.stories().size(), kept.stories().size());
        return kept.sides().stream().anyMatch(d.sides()::contains)
                && both * 5 >= fewer * 3
                && !kept.sides().containsAll(d.sides());
    }

    /** Whether a side is a state or an organisation of states. */
    private static boolean political(String side) {
        return side.length() == 3 || side.endsWith("-igo");
    }

    private @Nullable LocalDate day(String story) {
        Topic topic = context.topics().get(story);
        return topic == null ? null : topic.day();
    }

    /** Positions of either side in the dispute's stories: those put to the other, and those on its topic. */
    private List<Held> members(Pair pair, Cluster cluster) {
        Set<String> topic = TopicVectors.heaviest(cluster.centre, TOPIC_WORDS);
        List<Held> out = new ArrayList<>();
        for (String story : cluster.stories.keySet()) {
            for (Held h : byStory.getOrDefault(story, List.of())) {
                boolean toTheOther = h.counterpart() != null && pair.has(h.counterpart());
                boolean elsewhere = h.counterpart() != null && !toTheOther;
                boolean onTopic = IssueLinker.words(h.naming()).stream().anyMatch(topic::contains);
                if (pair.has(h.side()) && !elsewhere && (toTheOther || onTopic)) {
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

    private String status(
            Pair pair, List<Held> held, Set<String> stories, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null || newest == null) {
            return "active";
        }
        List<Held> words = held.stream().filter(h -> last.equals(h.date())).toList();
        boolean accepted = !words.isEmpty()
                && words.stream().allMatch(h -> "ACCEPTS".equals(h.stance()) && pair.has(h.counterpart()));
        boolean dealt = settled.getOrDefault(pair, List.of()).stream()
                .anyMatch(d -> stories.contains(d.story()) && !d.date().isBefore(last));
        if ((dealt || accepted) && last.isBefore(newest.minusDays(NEW_DAYS))) {
            return "settled";
        }
        if (!first.isBefore(newest.minusDays(NEW_DAYS))) {
            return "new";
        }
        return last.isBefore(newest.minusDays(ACTIVE_DAYS)) ? "quiet" : "active";
    }
}

package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers stories of one dispute: about the same, between the same sides, near in time. Each story, in order of date, joins
 * the nearest cluster (leader clustering); then clusters that are nearest to each other are joined as long as they are near
 * enough. Pure.
 */
final class StoryClusters {
    /** How near a story must be to a cluster, and clusters to each other: cosine of their words, times sides, times time. */
    private static final double NEAR = 0.17;

    private static final double NEAR_CLUSTERS = 0.29;
    private static final double OTHER_SIDES = 0.35;
    /** "Workers" here and "workers" there are less surely the same side. */
    private static final double COLLECTIVE = 0.5;

    private static final int INDEXED = 12;
    private static final int SOON = 45;
    private static final int LATE = 100;
    private static final double LATER = 0.85;
    private static final double FADED = 0.7;

    /**
     * A story in which somebody stands against somebody.
     *
     * @param sides how much each side takes part, in all 1
     */
    record Item(
            String story,
            @Nullable LocalDate day,
            Map<String, Double> vector,
            Map<String, Double> sides,
            List<Disputes.Sign> signs) {}

    /** A story's vector as numbers of words and their weights. */
    private record Sparse(int[] words, double[] weights) {}

    /** Stories of one dispute. */
    static final class Cluster {
        final List<Item> items = new ArrayList<>();
        private final Map<String, Double> words = new HashMap<>();
        private final Map<String, Double> sides = new TreeMap<>();
        private final Map<Integer, Integer> places = new HashMap<>();
        private int[] numbers = new int[64];
        private double[] sums = new double[64];
        private int size;
        private double square;
        private Map<String, Double> centre = Map.of();

        @Nullable
        LocalDate first;

        @Nullable
        LocalDate last;

        private void add(Item item, Sparse vector) {
            items.add(item);
            for (int i = 0; i < vector.words().length; i++) {
                add(vector.words()[i], vector.weights()[i]);
            }
            item.sides().forEach((s, x) -> sides.merge(s, x, Double::sum));
            LocalDate day = item.day();
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
            centre = Map.of();
        }

        private void add(int word, double weight) {
            int at = places.computeIfAbsent(word, w -> size);
            if (at == size) {
                if (size == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * size);
                    sums = Arrays.copyOf(sums, 2 * size);
                }
                numbers[size++] = word;
            }
            square += weight * (2 * sums[at] + weight);
            sums[at] += weight;
        }

        /** The words of its stories, of length 1. */
        Map<String, Double> centre() {
            if (centre.isEmpty()) {
                words.clear();
                items.forEach(item -> item.vector().forEach((w, x) -> words.merge(w, x, Double::sum)));
                centre = TopicVectors.normal(new HashMap<>(words));
            }
            return centre;
        }

        /** How much each side takes part, summed over the stories. */
        Map<String, Double> sides() {
            return sides;
        }

        private double length() {
            return Math.sqrt(square);
        }
    }

    /** One cluster of the stories of two. */
    static Cluster together(Cluster a, Cluster b) {
        Cluster out = new Cluster();
        Sparse none = new Sparse(new int[0], new double[0]);
        Stream.concat(a.items.stream(), b.items.stream())
                .sorted(Comparator.comparing((Item i) -> i.day() == null ? LocalDate.MIN : i.day())
                        .thenComparing(Item::story))
                .forEach(i -> out.add(i, none));
        return out;
    }

    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Item, Sparse> sparse = new IdentityHashMap<>();
    private final Map<String, Set<Cluster>> byWord = new HashMap<>();
    /** The weight of each word in the vector at hand, by its number. */
    private double[] dense = new double[0];

    private StoryClusters() {}

    /** Clusters of stories that are given in order of date. */
    static List<Cluster> of(List<Item> items) {
        StoryClusters out = new StoryClusters();
        items.forEach(item -> out.sparse.put(item, out.sparse(item.vector())));
        out.dense = new double[out.numbers.size()];
        items.forEach(out::put);
        return out.joined();
    }

    private Sparse sparse(Map<String, Double> vector) {
        int[] words = new int[vector.size()];
        double[] weights = new double[vector.size()];
        int n = 0;
        for (Map.Entry<String, Double> e : vector.entrySet()) {
            words[n] = numbers.computeIfAbsent(e.getKey(), w -> numbers.size());
            weights[n++] = e.getValue();
        }
        return new Sparse(words, weights);
    }

    private Sparse sparse(Item item) {
        return Objects.requireNonNull(sparse.get(item));
    }

    private void put(Item item) {
        Sparse vector = sparse(item);
        Set<String> heaviest = TopicVectors.heaviest(item.vector(), INDEXED);
        Set<Cluster> candidates = new LinkedHashSet<>();
        heaviest.forEach(w -> candidates.addAll(byWord.getOrDefault(w, Set.of())));
        lay(vector.words(), vector.weights(), vector.words().length);
        Cluster best = null;
        double most = NEAR;
        for (Cluster cluster : candidates) {
            double like = cosine(cluster)
                    * sides(item.sides(), 1, cluster.sides, cluster.items.size())
                    * time(item.day(), item.day(), cluster);
            if (like > most || like == most && best != null && order(cluster, best) < 0) {
                most = like;
                best = cluster;
            }
        }
        clear(vector.words(), vector.words().length);
        if (best == null) {
            best = new Cluster();
            clusters.add(best);
        }
        best.add(item, vector);
        for (String word : heaviest) {
            byWord.computeIfAbsent(word, k -> new LinkedHashSet<>()).add(best);
        }
    }

    private void lay(int[] words, double[] weights, int size) {
        for (int i = 0; i < size; i++) {
            dense[words[i]] = weights[i];
        }
    }

    private void clear(int[] words, int size) {
        for (int i = 0; i < size; i++) {
            dense[words[i]] = 0;
        }
    }

    /** The cosine of a cluster and the vector at hand, times that one's length. */
    private double cosine(Cluster cluster) {
        double sum = 0;
        for (int i = 0; i < cluster.size; i++) {
            sum += cluster.sums[i] * dense[cluster.numbers[i]];
        }
        return cluster.size == 0 ? 0 : sum / cluster.length();
    }

    private static int order(Cluster a, Cluster b) {
        return a.items.get(0).story().compareTo(b.items.get(0).story());
    }

    private static double sides(Map<String, Double> a, double aAll, Map<String, Double> b, double bAll) {
        double both = 0;
        for (Map.Entry<String, Double> side : a.entrySet()) {
            both += Math.min(side.getValue() / aAll, b.getOrDefault(side.getKey(), 0.0) / bAll)
                    * (Collectives.has(side.getKey()) ? COLLECTIVE : 1);
        }
        return OTHER_SIDES + (1 - OTHER_SIDES) * both;
    }

    private static double time(@Nullable LocalDate first, @Nullable LocalDate last, Cluster cluster) {
        if (first == null || last == null || cluster.first == null || cluster.last == null) {
            return LATER;
        }
        long gap = Math.max(
                0,
                Math.max(
                        first.toEpochDay() - cluster.last.toEpochDay(),
                        cluster.first.toEpochDay() - last.toEpochDay()));
        return gap <= SOON ? 1 : gap <= LATE ? LATER : FADED;
    }

    /** How near two clusters are; the first one is the vector at hand. */
    private double like(Cluster a, Cluster b) {
        return cosine(b)
                / a.length()
                * sides(a.sides, a.items.size(), b.sides, b.items.size())
                * time(a.first, a.last, b);
    }

    /** Clusters joined that are nearest to each other, round after round. */
    private List<Cluster> joined() {
        List<Cluster> all = new ArrayList<>(clusters);
        Map<Cluster, Map<Cluster, Double>> known = new IdentityHashMap<>();
        int before = all.size() + 1;
        while (all.size() < before) {
            before = all.size();
            int[] nearest = nearest(all, known);
            List<Cluster> left = new ArrayList<>();
            for (int i = 0; i < nearest.length; i++) {
                int j = nearest[i];
                boolean mutual = j >= 0 && nearest[j] == i;
                if (mutual && j > i) {
                    all.get(j).items.forEach(addTo(all.get(i)));
                    known.remove(all.get(i));
                    known.remove(all.get(j));
                    known.values().forEach(forgetting(all.get(i), all.get(j)));
                }
                if (!mutual || j > i) {
                    left.add(all.get(i));
                }
            }
            all = left;
        }
        return all;
    }

    private Consumer<Item> addTo(Cluster cluster) {
        return item -> cluster.add(item, sparse(item));
    }

    private static Consumer<Map<Cluster, Double>> forgetting(Cluster a, Cluster b) {
        return likes -> {
            likes.remove(a);
            likes.remove(b);
        };
    }

    /**
     * For each cluster the one that is nearest to it and near enough; -1 where none is.
     *
     * @param known how near clusters are to later ones, from the rounds before; what is worked out is added
     */
    private int[] nearest(List<Cluster> all, Map<Cluster, Map<Cluster, Double>> known) {
        Map<String, List<Integer>> index = new HashMap<>();
        List<Set<String>> words = all.stream()
                .map(c -> TopicVectors.heaviest(c.centre(), INDEXED))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (String w : words.get(i)) {
                index.computeIfAbsent(w, k -> new ArrayList<>()).add(i);
            }
        }
        int[] out = new int[all.size()];
        double[] most = new double[all.size()];
        Arrays.fill(out, -1);
        Arrays.fill(most, NEAR_CLUSTERS);
        for (int i = 0; i < all.size(); i++) {
            BitSet candidates = new BitSet(all.size());
            words.get(i).forEach(w -> index.getOrDefault(w, List.of()).forEach(candidates::set));
            Cluster one = all.get(i);
            Map<Cluster, Double> likes = known.computeIfAbsent(one, k -> new IdentityHashMap<>());
            lay(one.numbers, one.sums, one.size);
            for (int j = candidates.nextSetBit(i + 1); j >= 0; j = candidates.nextSetBit(j + 1)) {
                double like = likes.computeIfAbsent(all.get(j), other -> like(one, other));
                out[i] = like > most[i] ? j : out[i];
                most[i] = Math.max(most[i], like);
                out[j] = like > most[j] ? i : out[j];
                most[j] = Math.max(most[j], like);
            }
            clear(one.numbers, one.size);
        }
        return out;
    }
}

package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final double OTHER_SIDES = 0.3;
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

    /** Stories of one dispute. */
    static final class Cluster {
        final List<Item> items = new ArrayList<>();
        private final Map<String, Double> words = new HashMap<>();
        private final Map<String, Double> sides = new TreeMap<>();
        private Map<String, Double> centre = Map.of();
        private double length;

        @Nullable
        LocalDate first;

        @Nullable
        LocalDate last;

        void add(Item item) {
            items.add(item);
            item.vector().forEach((w, x) -> words.merge(w, x, Double::sum));
            item.sides().forEach((s, x) -> sides.merge(s, x, Double::sum));
            LocalDate day = item.day();
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
            centre = Map.of();
        }

        void addAll(Cluster other) {
            other.items.forEach(this::add);
        }

        /** The words of its stories, of length 1. */
        Map<String, Double> centre() {
            if (centre.isEmpty()) {
                double square = 0;
                for (double w : words.values()) {
                    square += w * w;
                }
                length = Math.sqrt(square);
                centre = TopicVectors.normal(new HashMap<>(words));
            }
            return centre;
        }

        /** How much each side takes part, summed over the stories. */
        Map<String, Double> sides() {
            return sides;
        }

        private double cosine(Map<String, Double> vector) {
            centre();
            double sum = 0;
            for (Map.Entry<String, Double> word : vector.entrySet()) {
                sum += word.getValue() * words.getOrDefault(word.getKey(), 0.0);
            }
            return length == 0 ? 0 : sum / length;
        }
    }

    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<String, Set<Cluster>> byWord = new HashMap<>();

    private StoryClusters() {}

    /** Clusters of stories that are given in order of date. */
    static List<Cluster> of(List<Item> items) {
        StoryClusters out = new StoryClusters();
        items.forEach(out::put);
        return out.joined();
    }

    private void put(Item item) {
        Set<String> heaviest = TopicVectors.heaviest(item.vector(), INDEXED);
        Set<Cluster> candidates = new LinkedHashSet<>();
        heaviest.forEach(w -> candidates.addAll(byWord.getOrDefault(w, Set.of())));
        Cluster best = null;
        double most = NEAR;
        for (Cluster cluster : candidates) {
            double like = cluster.cosine(item.vector())
                    * sides(item.sides(), 1, cluster.sides, cluster.items.size())
                    * time(item.day(), item.day(), cluster);
            if (like > most || like == most && best != null && order(cluster, best) < 0) {
                most = like;
                best = cluster;
            }
        }
        if (best == null) {
            best = new Cluster();
            clusters.add(best);
        }
        best.add(item);
        for (String word : heaviest) {
            byWord.computeIfAbsent(word, k -> new LinkedHashSet<>()).add(best);
        }
    }

    private static int order(Cluster a, Cluster b) {
        return a.items.get(0).story().compareTo(b.items.get(0).story());
    }

    private static double sides(Map<String, Double> a, double aAll, Map<String, Double> b, double bAll) {
        double both = 0;
        for (Map.Entry<String, Double> side : a.entrySet()) {
            both += Math.min(side.getValue() / aAll, b.getOrDefault(side.getKey(), 0.0) / bAll);
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

    private static double like(Cluster a, Cluster b) {
        return TopicVectors.cosine(a.centre(), b.centre())
                * sides(a.sides, a.items.size(), b.sides, b.items.size())
                * time(a.first, a.last, b);
    }

    /** Clusters joined that are nearest to each other, round after round. */
    private List<Cluster> joined() {
        List<Cluster> all = new ArrayList<>(clusters);
        int before = all.size() + 1;
        while (all.size() < before) {
            before = all.size();
            int[] nearest = nearest(all);
            List<Cluster> left = new ArrayList<>();
            for (int i = 0; i < nearest.length; i++) {
                int j = nearest[i];
                boolean mutual = j >= 0 && nearest[j] == i;
                if (mutual && j > i) {
                    all.get(i).addAll(all.get(j));
                }
                if (!mutual || j > i) {
                    left.add(all.get(i));
                }
            }
            all = left;
        }
        return all;
    }

    /** For each cluster the one that is nearest to it and near enough; -1 where none is. */
    private static int[] nearest(List<Cluster> all) {
        List<Set<String>> words = all.stream()
                .map(c -> TopicVectors.heaviest(c.centre(), INDEXED))
                .toList();
        Map<String, List<Integer>> index = new HashMap<>();
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
            Set<Integer> candidates = new TreeSet<>();
            words.get(i).forEach(w -> candidates.addAll(index.getOrDefault(w, List.of())));
            for (int j : candidates) {
                if (j > i) {
                    double like = like(all.get(i), all.get(j));
                    out[i] = like > most[i] ? j : out[i];
                    most[i] = Math.max(most[i], like);
                    out[j] = like > most[j] ? i : out[j];
                    most[j] = Math.max(most[j], like);
                }
            }
        }
        return out;
    }
}

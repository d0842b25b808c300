package demarche.eval;

import demarche.story.InputException;
import demarche.story.Place;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Places against gold toponyms, by the measures of Gritta, Pilehvar and Collier (A Pragmatic Guide to Geoparsing
 * Evaluation, 2020): whether a toponym is found (spans that overlap), and how far from the gold coordinates it is put.
 *
 * <p>Distances are taken over gold toponyms that have coordinates and were found and placed; {@code placed} says what share
 * that is. Accuracy is the share within 161 km (100 miles); the area under the curve of log errors is 0 at best, 1 at worst.
 */
public final class PlaceScore {
    /** 100 miles. */
    private static final double NEAR_KM = 161;
    /** Half the way round the earth: the largest error. */
    private static final double FARTHEST_KM = 20039;

    private static final double EARTH_KM = 6371;
    /** GeoWebNews also marks common nouns and what looks like a toponym and is none. */
    private static final Set<String> NO_TOPONYM =
            Set.of("Non_Lit_Expression", "Literal_Expression", "Non_Toponym", "Homonym", "Language");

    private int stories;
    private int missing;
    private int gold;
    private int found;
    private int named;
    private int right;
    private int located;
    private final List<Double> errors = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    private PlaceScore() {}

    /**
     * Scores readings by story id; a missing one counts as empty.
     *
     * @throws InputException when a reading is of another text than the gold story of its id
     */
    public static PlaceScore of(List<JsonNode> gold, Map<String, Reading> readings) {
        PlaceScore out = new PlaceScore();
        gold.forEach(g -> out.story(g, readings.get(GoldFile.text(g, "id"))));
        return out;
    }

    private record Toponym(
            int start,
            int end,
            String text,
            @Nullable Double lat,
            @Nullable Double lon) {}

    private void story(JsonNode node, @Nullable Reading reading) {
        stories++;
        missing += reading == null ? 1 : 0;
        String text = GoldFile.text(node, "text");
        if (reading != null && !reading.story().text().equals(text)) {
            throw new InputException(
                    GoldFile.text(node, "id") + ": the reading is of another text. Read the gold file itself.");
        }
        BitSet asides = new BitSet();
        List<Toponym> toponyms = new ArrayList<>();
        for (JsonNode t : node.path("toponyms")) {
            if (NO_TOPONYM.contains(t.path("type").asString(""))) {
                asides.set(t.path("start").asInt(), t.path("end").asInt());
            } else {
                toponyms.add(new Toponym(
                        t.path("start").asInt(),
                        t.path("end").asInt(),
                        t.path("text").asString(""),
                        number(t.path("lat")),
                        number(t.path("lon"))));
            }
        }
        List<Place> places = reading == null
                ? List.of()
                : reading.places().stream().filter(p -> p.in() == null).toList();
        detect(toponyms, places, asides, GoldFile.text(node, "id"));
        toponyms.stream().filter(t -> t.lat != null).forEach(t -> resolve(t, places, GoldFile.text(node, "id")));
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }

    private void detect(List<Toponym> toponyms, List<Place> places, BitSet asides, String id) {
        gold += toponyms.size();
        for (Toponym t : toponyms) {
            boolean hit = places.stream().anyMatch(p -> p.start() < t.end && t.start < p.end());
            found += hit ? 1 : 0;
            if (!hit) {
                misses.add(id + " not found: " + t.text);
            }
        }
        for (Place p : places) {
            boolean hit = toponyms.stream().anyMatch(t -> p.start() < t.end && t.start < p.end());
            if (hit || asides.get(p.start(), p.end()).isEmpty()) {
                named++;
                right += hit ? 1 : 0;
                if (!hit) {
                    misses.add(id + " no toponym: " + p.name());
                }
            }
        }
    }

    private void resolve(Toponym t, List<Place> places, String id) {
        located++;
        for (Place p : places) {
            if (p.start() < t.end && t.start < p.end() && p.lat() != null && t.lat != null && t.lon != null) {
                double error = distance(p.lat(), java.util.Objects.requireNonNull(p.lon()), t.lat, t.lon);
                errors.add(error);
                if (error > NEAR_KM) {
                    misses.add(String.format(
                            java.util.Locale.ROOT,
                            "%s %.0f km off: %s (%s %s %s) is at %.2f %.2f",
                            id,
                            error,
                            t.text,
                            p.country(),
                            p.lat(),
                            p.lon(),
                            t.lat,
                            t.lon));
                }
                return;
            }
        }
        misses.add(id + " not placed: " + t.text);
    }

    private static double distance(double lat1, double lon1, double lat2, double lon2) {
        double p1 = Math.toRadians(lat1);
        double p2 = Math.toRadians(lat2);
        double dLat = Math.sin((p2 - p1) / 2);
        double dLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double a = dLat * dLat + Math.cos(p1) * Math.cos(p2) * dLon * dLon;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** Number of gold stories. */
    public int stories() {
        return stories;
    }

    /** Those without a reading. */
    public int missing() {
        return missing;
    }

    /** What went wrong, one line each. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /** All figures by name, in percent, but for errors (kilometres) and the area (0 to 1). */
    public Map<String, Double> figures() {
        Map<String, Double> out = new LinkedHashMap<>();
        double p = share(right, named);
        double r = share(found, gold);
        out.put("toponyms", (double) gold);
        out.put("precision", p);
        out.put("recall", r);
        out.put("f1", p + r == 0 ? 0 : 2 * p * r / (p + r));
        out.put("placed", share(errors.size(), located));
        out.put(
                "accuracy_161km",
                share((int) errors.stream().filter(e -> e <= NEAR_KM).count(), errors.size()));
        out.put(
                "accuracy_161km_of_all",
                share((int) errors.stream().filter(e -> e <= NEAR_KM).count(), located));
        List<Double> sorted = new ArrayList<>(errors);
        Collections.sort(sorted);
        out.put("median_km", sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
        out.put("mean_km", sorted.stream().mapToDouble(e -> e).average().orElse(0));
        out.put(
                "auc",
                sorted.stream()
                        .mapToDouble(e -> Math.log(e + 1) / Math.log(FARTHEST_KM))
                        .average()
                        .orElse(0));
        return out;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}

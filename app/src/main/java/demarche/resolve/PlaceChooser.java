package demarche.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the places that bear a name a story means.
 *
 * <p>A place weighs by its people and kind; more so when the story speaks of its country or region, or names other places
 * close by. What surrounds a name is taken from the other names of the story [1], each counted once [2].
 *
 * <p>[1] Leidner, Toponym Resolution in Text (2007): spatial minimality and one referent a discourse. [2] Gritta, Pilehvar
 * and Collier, A Pragmatic Guide to Geoparsing Evaluation (2020).
 */
final class PlaceChooser {
    private static final double COUNTRY = 6.0;
    private static final double REGION = 1.6;
    private static final double CAPITAL = 0.8;
    private static final double SPELLING = 0.6;
    private static final double SHARE = 3.6;
    private static final double SAME_REGION = 2.2;
    private static final double NEIGHBOUR = 0.6;
    private static final int MOST_NEIGHBOURS = 4;
    private static final double NEAR_KM = 120;
    /** Below this a name alone tells no place. */
    private static final double LEAST = 4.9;

    private final Map<String, GazetteerEntry> chosen;
    private final Map<String, Double> countries = new HashMap<>();
    private final Set<String> regions = new HashSet<>();
    private double total;

    /**
     * A chooser for one story.
     *
     * @param chosen what other names of the story mean, by name
     * @param states alpha-3 codes of states that act in the story
     */
    PlaceChooser(Map<String, GazetteerEntry> chosen, Collection<String> states) {
        this.chosen = chosen;
        chosen.values().stream().filter(e -> !e.country().isEmpty()).forEach(e -> count(e.country(), 1));
        states.forEach(s -> count(s, 1));
        chosen.values().stream()
                .filter(e -> e.kind() == GazetteerEntry.Kind.REGION)
                .forEach(e -> regions.add(e.regionKey()));
    }

    private void count(String country, double weight) {
        countries.merge(country, weight, Double::sum);
        total += weight;
    }

    /** The likeliest of the candidates; empty when none is likely enough to be named without more. */
    Optional<GazetteerEntry> choose(String name, List<GazetteerEntry> candidates) {
        GazetteerEntry best = null;
        double most = LEAST;
        for (GazetteerEntry candidate : candidates) {
            double score = score(name, candidate);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private double score(String name, GazetteerEntry e) {
        double out = Math.log10(Math.max(1000, e.population())) - (e.own() ? 0 : SPELLING);
        out += switch (e.kind()) {
            case CONTINENT, COUNTRY -> COUNTRY;
            case REGION -> REGION;
            case CAPITAL -> CAPITAL;
            case COUNTY, CITY -> 0;
        };
        GazetteerEntry self = chosen.get(name);
        double own = self != null && self.country().equals(e.country()) ? 1 : 0;
        double share = (countries.getOrDefault(e.country(), 0.0) - own) / Math.max(1, total - (self == null ? 0 : 1));
        out += SHARE * Math.sqrt(Math.max(0, share));
        if (isTown(e)) {
            out += regions.contains(e.regionKey()) ? SAME_REGION : 0;
            out += NEIGHBOUR * Math.min(MOST_NEIGHBOURS, neighbours(name, e));
        }
        return out;
    }

    private long neighbours(String name, GazetteerEntry e) {
        return chosen.entrySet().stream()
                .filter(o -> !o.getKey().equals(name)
                        && isTown(o.getValue())
                        && o.getValue().distance(e) < NEAR_KM)
                .count();
    }

    private static boolean isTown(@Nullable GazetteerEntry e) {
        return e != null
                && Set.of(GazetteerEntry.Kind.CAPITAL, GazetteerEntry.Kind.CITY, GazetteerEntry.Kind.COUNTY)
                        .contains(e.kind());
    }
}

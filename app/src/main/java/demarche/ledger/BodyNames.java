package demarche.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which names are names of one body: with and without its legal form, and its initials. Pure. */
final class BodyNames {
    private static final Pattern FORM = Pattern.compile(
            "(?i)(,? (inc|corp|corporation|co|company|cos|companies|ltd|limited|plc|group|ag|sa|nv|bv|gmbh|spa|holdings?)\\.?)+$");
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "on", "in", "&");

    /** A body by its id in the ledger. */
    record Body(String id, String name, @Nullable String country, int stories) {}

    private BodyNames() {}

    /**
     * Ids that mean the same as another, and that other.
     *
     * @param bodies those in most stories first
     * @param together for a short name the longer names in the same stories, and in how many
     */
    static Map<String, String> same(List<Body> bodies, Map<String, Map<String, Integer>> together) {
        Map<String, Body> byId = new HashMap<>();
        bodies.forEach(b -> byId.put(b.id(), b));
        Map<String, String> out = new LinkedHashMap<>(withoutForm(bodies));
        together.forEach((initials, names) -> {
            Body known = byId.get(initials);
            String best = null;
            int most = 0;
            for (Map.Entry<String, Integer> name : names.entrySet()) {
                Body longer = byId.get(name.getKey());
                if (known != null
                        && longer != null
                        && initials(known.name(), longer.name())
                        && name.getValue() > most) {
                    best = longer.id();
                    most = name.getValue();
                }
            }
            if (best != null) {
                join(out, byId, out.getOrDefault(best, best), out.getOrDefault(initials, initials));
            }
        });
        out.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
        return out;
    }

    /** Makes two bodies one under the name that more stories use. */
    private static void join(Map<String, String> out, Map<String, Body> byId, String a, String b) {
        boolean first = stories(byId, a) >= stories(byId, b);
        String kept = first ? a : b;
        String gone = first ? b : a;
        out.put(gone, kept);
        out.replaceAll((from, to) -> to.equals(gone) ? kept : to);
    }

    private static int stories(Map<String, Body> byId, String id) {
        Body body = byId.get(id);
        return body == null ? 0 : body.stories();
    }

    private static Map<String, String> withoutForm(List<Body> bodies) {
        Map<String, List<Body>> byBase = new LinkedHashMap<>();
        bodies.forEach(b ->
                byBase.computeIfAbsent(base(b.name()), k -> new ArrayList<>()).add(b));
        Map<String, String> out = new LinkedHashMap<>();
        byBase.values().forEach(alike -> {
            long countries = alike.stream()
                    .map(Body::country)
                    .filter(c -> c != null)
                    .distinct()
                    .count();
            if (countries < 2) {
                alike.stream().skip(1).forEach(b -> out.put(b.id(), alike.get(0).id()));
            }
        });
        return out;
    }

    private static String base(String name) {
        return FORM.matcher(name)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Whether a short name is the initials of a longer one, with or without its legal form. */
    static boolean initials(String shorter, String longer) {
        return shorter.equals(initials(longer))
                || shorter.equals(initials(FORM.matcher(longer).replaceAll("")));
    }

    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && !SMALL.contains(word.toLowerCase(Locale.ROOT))) {
                out.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return out.toString();
    }
}

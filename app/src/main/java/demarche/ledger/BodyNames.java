package demarche.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which names are names of one body: with and without its legal form, and its initials. Pure. */
final class BodyNames {
    private static final Pattern FORM = Pattern.compile(
            "(?i)(,? (" + String.join("|", ResourceLines.section("naming-words.txt", "legal forms")) + ")\\.?)+$");
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "on", "in", "&");

    /** Codes that are no state's: firms and bodies of many states. */
    private static final Set<String> NO_STATE = Set.of("MNC", "IGO", "EUR", "NGO", "UNO");

    private static final List<Family> FAMILIES =
            ResourceLines.read("bodies.txt").stream().map(Family::of).toList();

    /**
     * A body by its id in the ledger.
     *
     * @param named whether it is an organisation with a name, not only described
     */
    record Body(String id, String name, @Nullable String country, int stories, boolean named) {}

    /** A body's own names, and names of those who speak for it; all in lower case. */
    private record Family(Set<String> own, Set<String> others) {
        static Family of(String line) {
            String[] parts = line.toLowerCase(Locale.ROOT).split("\\|");
            return new Family(names(parts[0]), parts.length > 1 ? names(parts[1]) : Set.of());
        }

        private static Set<String> names(String list) {
            return Arrays.stream(list.split(";")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        }

        boolean has(Body body) {
            String name = body.name().toLowerCase(Locale.ROOT);
            return own.contains(name)
                    || others.contains(name)
                    || !body.named() && own.stream().anyMatch(o -> name.startsWith(o + " "));
        }
    }

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
        families(bodies, out);
        out.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
        return out;
    }

    /** All members of a family become the one of its own names that most stories use. */
    private static void families(List<Body> bodies, Map<String, String> out) {
        for (Family family : FAMILIES) {
            List<Body> members = bodies.stream().filter(family::has).toList();
            members.stream()
                    .filter(b -> family.own().contains(b.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(first -> {
                        String kept = out.getOrDefault(first.id(), first.id());
                        members.forEach(b -> under(out, kept, out.getOrDefault(b.id(), b.id())));
                    });
        }
    }

    /** Makes two bodies one under the name that more stories use. */
    private static void join(Map<String, String> out, Map<String, Body> byId, String a, String b) {
        boolean first = stories(byId, a) >= stories(byId, b);
        under(out, first ? a : b, first ? b : a);
    }

    private static void under(Map<String, String> out, String kept, String gone) {
        out.put(gone, kept);
        out.replaceAll((from, to) -> to.equals(gone) ? kept : to);
    }

    private static int stories(Map<String, Body> byId, String id) {
        Body body = byId.get(id);
        return body == null ? 0 : body.stories();
    }

    private static Map<String, String> withoutForm(List<Body> bodies) {
        Map<String, List<Body>> byBase = new LinkedHashMap<>();
        bodies.stream()
                .filter(Body::named)
                .forEach(b -> byBase.computeIfAbsent(base(b.name()), k -> new ArrayList<>())
                        .add(b));
        Map<String, String> out = new LinkedHashMap<>();
        byBase.values().forEach(alike -> {
            long countries = alike.stream()
                    .map(Body::country)
                    .filter(c -> c != null && !NO_STATE.contains(c))
                    .distinct()
                    .count();
            if (countries < 2
                    || alike.stream().anyMatch(b -> FORM.matcher(b.name()).find())) {
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

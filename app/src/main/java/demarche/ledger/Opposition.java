package demarche.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stances stand against each other. */
final class Opposition {
    private static final Set<String> FOR = Set.of("DEMANDS", "CLAIMS", "SUPPORTS", "OFFERS", "ACCEPTS");
    private static final Set<String> AGAINST = Set.of("REFUSES", "DENIES", "THREATENS");
    private static final Set<String> POINTED = Set.of("DEMANDS", "ACCUSES", "THREATENS", "REFUSES");
    private static final Set<String> YIELDING = Set.of("OFFERS", "ACCEPTS");
    private static final Set<String> FIRM = Set.of("REFUSES", "DENIES", "THREATENS", "DEMANDS", "CLAIMS");

    private Opposition() {}

    /** Whether one asks for, claims or backs what the other refuses, denies or threatens over. */
    static boolean between(String a, String b) {
        return FOR.contains(a) && AGAINST.contains(b) || FOR.contains(b) && AGAINST.contains(a);
    }

    /** Whether a stance is aimed at somebody. */
    static boolean pointed(String stance) {
        return POINTED.contains(stance);
    }

    /**
     * What changed between a side's stance and its next one: {@code yields}, {@code hardens}, {@code firmer},
     * {@code softer}, {@code condition}; null when nothing did.
     */
    static @Nullable String shift(Held from, Held to) {
        if (FIRM.contains(from.stance()) && YIELDING.contains(to.stance())
                || "REFUSES".equals(from.stance()) && "SUPPORTS".equals(to.stance())) {
            return "yields";
        }
        boolean soft = YIELDING.contains(from.stance()) || "SUPPORTS".equals(from.stance());
        if (soft && AGAINST.contains(to.stance())) {
            return "hardens";
        }
        if (!from.stance().equals(to.stance())) {
            return "DEMANDS".equals(from.stance()) && "THREATENS".equals(to.stance()) ? "hardens" : null;
        }
        if ("hedged".equals(from.strength()) && "categorical".equals(to.strength())) {
            return "firmer";
        }
        if ("categorical".equals(from.strength()) && "hedged".equals(to.strength())) {
            return "softer";
        }
        return from.condition() == null && to.condition() != null ? "condition" : null;
    }
}

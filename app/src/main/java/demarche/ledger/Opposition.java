package demarche.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stances stand against each other. */
final class Opposition {
    private static final Set<String> FOR = Set.of("DEMANDS", "CLAIMS", "SUPPORTS", "OFFERS", "ACCEPTS");
    private static final Set<String> AGAINST = Set.of("REFUSES", "DENIES", "THREATENS");
    private static final Set<String> POINTED = Set.of("DEMANDS", "ACCUSES", "THREATENS", "REFUSES");

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
     * What changed between what a side held or did and what it holds or does next: {@code yields} (it refused, threatened or did
     * harm, and gives), {@code hardens} (the other way, a demand that becomes a threat, a threat carried out), {@code firmer},
     * {@code softer}, {@code condition}; null when nothing did.
     */
    static @Nullable String shift(Stand from, Stand to) {
        Stand.Course a = from.course();
        Stand.Course b = to.course();
        if (a != b) {
            boolean yields = b == Stand.Course.GIVES && a != Stand.Course.DEMANDS;
            boolean hardens = a == Stand.Course.GIVES && b != Stand.Course.DEMANDS
                    || b == Stand.Course.HARMS && (a == Stand.Course.THREATENS || a == Stand.Course.DEMANDS)
                    || b == Stand.Course.THREATENS && a == Stand.Course.DEMANDS;
            return yields ? "yields" : hardens ? "hardens" : null;
        }
        if (!from.what().equals(to.what()) || from.event() || to.event()) {
            return null;
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

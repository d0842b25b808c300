package demarche.eval;

import demarche.code.Codebook;
import demarche.code.Predicate;
import demarche.code.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is odd in a codebook, read off the rules alone. */
public final class CodebookLint {
    private CodebookLint() {}

    /** The same predicate under the same type with nothing to tell the rules apart. */
    public static List<String> twice(Codebook codebook) {
        Map<String, Rule> seen = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (Rule rule : codebook.rules()) {
            for (Predicate predicate : rule.predicates()) {
                Rule other =
                        seen.putIfAbsent(rule.event() + " " + rule.stance() + " " + conditions(rule, predicate), rule);
                if (other != null) {
                    out.add(rule.place() + ": \"" + predicate + "\" of " + rule.name() + " stands in " + other.name()
                            + " too (" + other.place() + "), with the same conditions. Take one out.");
                }
            }
        }
        return out;
    }

    /** The same predicate with the same conditions under two event types, or two stances: the later rule never codes it. */
    public static List<String> conflicts(Codebook codebook) {
        Map<String, Rule> events = new HashMap<>();
        Map<String, Rule> stances = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (Rule rule : codebook.rules()) {
            for (Predicate predicate : rule.predicates()) {
                String key = conditions(rule, predicate);
                Rule event = rule.event() == null ? null : events.putIfAbsent(key, rule);
                Rule stance = rule.stance() == null ? null : stances.putIfAbsent(key, rule);
                if (event != null && event.event() != rule.event()) {
                    out.add(conflict(rule, predicate, event, event.event() + ", here " + rule.event()));
                }
                if (stance != null && stance.stance() != rule.stance()) {
                    out.add(conflict(rule, predicate, stance, stance.stance() + ", here " + rule.stance()));
                }
            }
        }
        return out;
    }

    private static String conflict(Rule rule, Predicate predicate, Rule other, String what) {
        return rule.place() + ": \"" + predicate + "\" of " + rule.name() + " is " + other.name() + "'s already ("
                + other.place() + "), there " + what
                + ", with the same conditions. Give one of them a condition, or take it out.";
    }

    private static String conditions(Rule rule, Predicate predicate) {
        return predicate + " " + new java.util.TreeSet<>(rule.objects()) + new java.util.TreeSet<>(rule.takes())
                + rule.demands() + new java.util.TreeSet<>(rule.notObjects());
    }

    /** Modes that PLOVER does not have for a rule's type; a codebook of one's own may well have such. */
    public static List<String> modes(Codebook codebook) {
        List<String> out = new ArrayList<>();
        for (Rule rule : codebook.rules()) {
            if (rule.event() != null
                    && rule.mode() != null
                    && !rule.event().modes().contains(rule.mode())) {
                out.add(rule.place() + ": mode \"" + rule.mode() + "\" of " + rule.name() + " is none of PLOVER's for "
                        + rule.event()
                        + (rule.event().modes().isEmpty()
                                ? ", which has none."
                                : ": "
                                        + String.join(
                                                ", ",
                                                new java.util.TreeSet<>(
                                                        rule.event().modes())) + "."));
            }
        }
        return out;
    }
}

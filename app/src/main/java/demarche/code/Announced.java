package demarche.code;

import demarche.story.Event;
import demarche.story.EventType;
import java.util.Set;

/**
 * What an act is coded as, given how it is put (PLOVER 2.0, "auxiliary modes" and the notes on AGREE, CONCEDE, THREATEN).
 *
 * @param byObligation whether it is a demand by the speaker on the act's subject
 */
record Announced(EventType type, Event.Status status, boolean byObligation) {
    static final Event.Status PLAIN = new Event.Status(false, false, false, false);
    static final Set<EventType> COOPERATIVE = Set.of(
            EventType.AGREE,
            EventType.CONSULT,
            EventType.SUPPORT,
            EventType.CONCEDE,
            EventType.COOPERATE,
            EventType.AID,
            EventType.RETREAT);
    static final Set<EventType> HARMFUL =
            Set.of(EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT);

    /** Acts that nobody is offered: a promise of one is a threat. */
    static boolean hostile(EventType type) {
        return HARMFUL.contains(type) || type == EventType.PROTEST || type == EventType.THREATEN;
    }

    static Announced of(
            Rule rule, Codebook codebook, Clause.Force force, boolean said, boolean unless, boolean decided) {
        EventType type = java.util.Objects.requireNonNull(rule.event());
        boolean cooperative = rule.cooperative() != null ? rule.cooperative() : COOPERATIVE.contains(type);
        boolean deed = cooperative || HARMFUL.contains(type) || type == EventType.PROTEST;
        if (unless && deed && force.future() && !force.negated()) {
            return new Announced(EventType.THREATEN, PLAIN, false);
        }
        if (force.obliged() && said && !force.negated()) {
            return new Announced(EventType.REQUEST, PLAIN, true);
        }
        if (cooperative && force.negated() && force.future() && !force.hypothetical()) {
            return new Announced(EventType.REJECT, PLAIN, false);
        }
        if (force.future() && !force.negated() && !force.hypothetical()) {
            if (cooperative) {
                EventType announced = codebook.announced(type);
                return new Announced(
                        announced,
                        announced == type ? new Event.Status(false, type != EventType.AGREE, false, false) : PLAIN,
                        false);
            }
            boolean lawsuit = type == EventType.ACCUSE && Boolean.FALSE.equals(rule.cooperative());
            if ((HARMFUL.contains(type) || lawsuit) && !(type == EventType.SANCTION && decided)) {
                return new Announced(EventType.THREATEN, PLAIN, false);
            }
        }
        // A threat is of what is to come: saying so twice tells nothing (PLOVER 2.0, auxiliary modes).
        boolean threat = type == EventType.THREATEN && force.future() && !force.negated();
        return new Announced(
                type,
                threat
                        ? PLAIN
                        : new Event.Status(
                                force.negated(), force.future(), force.hypothetical() || force.obliged(), false),
                false);
    }
}

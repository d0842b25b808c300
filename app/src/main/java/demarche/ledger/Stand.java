package demarche.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a side holds or does on a day: a position, or an event that is a move in a dispute.
 *
 * @param id the position's or event's
 * @param place the dispute it belongs to; outside disputes the issue
 * @param disputed whether {@code place} is a dispute
 * @param issue a position's; null for events
 * @param holder who holds it: the side, but a parliament, a court, a party and their members each speak for themselves
 * @param toward at whom it is directed, sides; empty when that is not said
 * @param what the stance or event type
 * @param course how far it goes with or against the others
 * @param naming the telling words of what a position calls its issue; empty for events
 * @param about the words of its sentence that tell the dispute
 * @param foremost whether the story says it in its title or at its beginning
 * @param anew whether its sentence may tell something new: it does not say that all is as it was
 */
record Stand(
        String id,
        boolean event,
        String story,
        String place,
        boolean disputed,
        @Nullable String issue,
        LocalDate day,
        String side,
        String holder,
        Set<String> toward,
        String what,
        Course course,
        String strength,
        @Nullable String condition,
        Set<String> naming,
        Set<String> about,
        boolean foremost,
        boolean anew) {

    /** How far a side goes with or against the others, from harm done to giving way. */
    enum Course {
        HARMS,
        THREATENS,
        REFUSES,
        DEMANDS,
        GIVES;

        static Course of(String what, boolean future) {
            return switch (what) {
                case "SANCTION" -> future ? THREATENS : HARMS;
                case "THREATENS", "THREATEN" -> THREATENS;
                case "REFUSES", "DENIES", "REJECT" -> REFUSES;
                case "OFFERS", "ACCEPTS", "CONCEDE", "RETREAT" -> GIVES;
                default -> DEMANDS;
            };
        }
    }
}

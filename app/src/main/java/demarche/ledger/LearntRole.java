package demarche.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role that a story gave somebody.
 *
 * @param party id in the ledger
 * @param role in the story's words
 * @param side on whose side the story shows the party
 * @param date the story's, null when it has none
 * @param sentence that gives the role
 */
public record LearntRole(
        String party,
        String name,
        String role,
        @Nullable String country,
        @Nullable String side,
        @Nullable LocalDate date,
        String story,
        String sentence) {}

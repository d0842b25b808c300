package demarche.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A position as the derivations across stories need it.
 *
 * @param own whether the story or the side itself tells it, not somebody else about the side
 * @param holder who holds it: the side, but a parliament, a court, a party and their members each speak for themselves
 */
record Held(
        String id,
        String story,
        @Nullable LocalDate date,
        String side,
        String holder,
        boolean own,
        @Nullable String counterpart,
        String issue,
        String naming,
        String stance,
        String strength,
        @Nullable String condition) {}

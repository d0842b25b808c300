package demarche.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A position as the derivations across stories need it. */
record Held(
        String id,
        String story,
        @Nullable LocalDate date,
        String side,
        @Nullable String counterpart,
        String issue,
        String naming,
        String stance,
        String strength,
        @Nullable String condition) {}

package demarche.ledger;

import demarche.story.EventType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events are counted; null asks for nothing. Days are inclusive. Acts that are denied or only imagined never count, nor do
 * copies of stories.
 *
 * @param party a side's or party's id that acts or is acted on
 */
public record EventScope(
        @Nullable EventType type,
        @Nullable String party,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    private static final String COOPERATION = types(t -> !hostile(t));
    private static final String CONFLICT = types(EventScope::hostile);

    private static boolean hostile(EventType type) {
        return switch (type.quad()) {
            case VERBAL_CONFLICT, MATERIAL_CONFLICT -> true;
            case VERBAL_COOPERATION, MATERIAL_COOPERATION -> false;
        };
    }

    private static String types(Predicate<EventType> fits) {
        return Arrays.stream(EventType.values())
                .filter(fits)
                .map(t -> "'" + t.name() + "'")
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** Distinct events, those that cooperate and those that are in conflict, as three columns. */
    static String counts() {
        return "count(DISTINCT e.id), count(DISTINCT e.id) FILTER (e.type IN " + COOPERATION
                + "), count(DISTINCT e.id) FILTER (e.type IN " + CONFLICT + ")";
    }

    /** Whether nothing is asked for. */
    boolean everything() {
        return type == null && party == null && since == null && until == null;
    }

    /** What {@code make} answers; kept until the ledger changes when all events are asked for. */
    <T> T kept(Shared shared, String what, Supplier<T> make) {
        return everything() ? shared.once(what, make) : make.get();
    }

    /** The conditions, over events {@code e}. */
    Where where() {
        return new Where()
                .and("e." + Records.COUNTS)
                .and("NOT e.negated AND NOT e.hypothetical")
                .and("e.type = ?", type == null ? null : type.name())
                .and("e.id IN (SELECT event FROM event_parties WHERE side = ? OR party = ?)", party)
                .and("e.date >= ?", since)
                .and("e.date <= ?", until);
    }
}

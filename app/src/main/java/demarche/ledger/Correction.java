package demarche.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody corrected in one record of a story.
 *
 * @param seq its number, in the order given; 0 while it is not in a ledger
 * @param story the story's id in the ledger
 * @param record the record's id in the reading ("e2")
 * @param value what the field should hold: an event type, a stance, an issue's name, parties; empty where the field says all
 * @param was what it held before, as people read it
 * @param who gave it, as they named themselves
 * @param given when (ISO 8601); empty while it is not in a ledger
 */
public record Correction(
        long seq,
        String story,
        String record,
        Field field,
        String value,
        String was,
        String who,
        String given,
        @Nullable String note) {

    /** What can be corrected. */
    public enum Field {
        /** The record is wrong as a whole and does not count. */
        WRONG,
        /** The record is right as it is now. */
        RIGHT,
        TYPE,
        ACTORS,
        RECIPIENTS,
        PARTY,
        COUNTERPART,
        STANCE,
        ISSUE,
        SPEAKER,
        /** An earlier correction, whose number is the value, does not hold any more. */
        UNDO
    }

    /** A party as a correction names it; kind, country and sector as the ledger knows them. */
    public record Named(
            String name,
            String kind,
            @Nullable String country,
            @Nullable String sector) {

        /** Several parties as a correction's value. */
        public static String value(List<Named> parties) {
            List<String> out = new ArrayList<>();
            for (Named p : parties) {
                out.add(String.join("|", clean(p.name), p.kind, text(p.country), text(p.sector)));
            }
            return String.join(";", out);
        }

        private static String clean(String name) {
            return name.replace('|', '/').replace(';', ',').strip();
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        /** Parties of a correction's value. */
        static List<Named> parse(String value) {
            List<Named> out = new ArrayList<>();
            for (String item : value.split(";")) {
                String[] parts = item.split("\\|", -1);
                if (!parts[0].isBlank()) {
                    out.add(new Named(
                            parts[0].strip(), part(parts, 1, "organization"), optional(parts, 2), optional(parts, 3)));
                }
            }
            return out;
        }

        private static String part(String[] parts, int i, String otherwise) {
            return i < parts.length && !parts[i].isBlank() ? parts[i] : otherwise;
        }

        private static @Nullable String optional(String[] parts, int i) {
            return i < parts.length && !parts[i].isBlank() ? parts[i] : null;
        }
    }
}

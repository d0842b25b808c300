package demarche.story;

import org.jspecify.annotations.Nullable;

/** A date a story gives. {@code value} is ISO 8601, with no year known "--03-28". */
public record StoryDate(
        @Nullable String value,
        Precision precision,
        String text,
        int start,
        int end,
        @Nullable String in) {
    public enum Precision {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        DECADE,
        UNKNOWN
    }
}

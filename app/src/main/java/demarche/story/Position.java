package demarche.story;

import org.jspecify.annotations.Nullable;

/** What a party wants or holds about something contested or bargained over. */
public record Position(
        String id,
        String party,
        Stance stance,
        @Nullable String issue,
        @Nullable String counterpart,
        @Nullable Condition condition,
        Strength strength,
        @Nullable String attribution,
        Evidence evidence,
        String rule,
        double confidence) {

    /** On what the position depends ("if the ban is lifted"). */
    public record Condition(
            String text, int start, int end, @Nullable String in) {}

    public enum Strength {
        CATEGORICAL,
        PLAIN,
        HEDGED
    }
}

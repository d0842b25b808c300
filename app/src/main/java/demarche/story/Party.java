package demarche.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A political actor of one story. */
public record Party(
        String id,
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String sector,
        @Nullable String speaksFor,
        List<Role> roles,
        List<Mention> mentions) {
    public enum Kind {
        STATE,
        ORGANIZATION,
        GROUP,
        PERSON
    }

    /** A role in the story's own words ("foreign minister"). */
    public record Role(
            String text, int start, int end, @Nullable String in) {}

    /** Where the story names the party. */
    public record Mention(int start, int end, @Nullable String in, MentionKind kind) {}

    public enum MentionKind {
        NAME,
        NOMINAL,
        PRONOUN
    }
}

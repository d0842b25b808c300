package demarche.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words, beliefs or feelings the story credits to somebody (PolNeAR's attribution). */
public record Statement(
        String id,
        @Nullable Speaker speaker,
        @Nullable Cue cue,
        List<Span> content,
        Form form,
        @Nullable String addressee,
        @Nullable Response respondsTo,
        @Nullable StoryDate date,
        @Nullable String parent) {
    public enum Form {
        DIRECT,
        INDIRECT,
        MIXED
    }

    /** Who speaks: the party (null when it could not be told) and the words that name it. */
    public record Speaker(
            @Nullable String party,
            int start,
            int end,
            @Nullable String in) {}

    /** The word that credits the content. */
    public record Cue(int start, int end, @Nullable String in, String lemma) {}

    /** Whom, and which statement of the story if any, this one answers. */
    public record Response(@Nullable String party, @Nullable String statement) {}
}

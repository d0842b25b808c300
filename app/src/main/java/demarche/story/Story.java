package demarche.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A news story as it came in. Offsets everywhere count code points of {@link #text} (or of {@link #title}). */
public record Story(
        String id,
        @Nullable String title,
        String text,
        @Nullable String published,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String language,
        List<Boilerplate> boilerplate) {

    public Story {
        boilerplate = List.copyOf(boilerplate);
    }

    /** A part of the text that is not the story: nothing is coded from it. */
    public record Boilerplate(int start, int end, String kind) {}
}

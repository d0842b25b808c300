package demarche.story;

import org.jspecify.annotations.Nullable;

/** The sentence a record was read from, and for events the word that triggered it. */
public record Evidence(
        int start, int end, @Nullable String in, @Nullable Span trigger) {}

package demarche.serve;

import org.jspecify.annotations.Nullable;

/** A stretch of a story's text: its style classes, where it leads and what that is called (null: nowhere). */
public record Piece(
        String text,
        String style,
        @Nullable String href,
        @Nullable String label) {}

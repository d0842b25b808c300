package demarche.serve;

import org.jspecify.annotations.Nullable;

/** Something with an address that is no page: a file to download, a description, a feed. Listed in {@link Pages}. */
interface Other {
    /** What is sent: its media type, its text, and under which name a browser should keep it (null: show it). */
    record Body(String type, String text, @Nullable String file) {}

    /** Its address. */
    String path();

    /** What there is to send; errors as of {@link Page#answer}. */
    Body body(Ask ask);
}

package demarche.read;

import org.jspecify.annotations.Nullable;

/** Tells whether a text opens with its headline. */
final class Headline {
    private static final int MOST = 200;

    private Headline() {}

    /** The first line when it is a headline: short, no full stop at its end, and followed by more text; else null. */
    static @Nullable String of(String text) {
        String body = text.stripLeading();
        int end = body.indexOf('\n');
        if (end <= 0) {
            return null;
        }
        String line = body.substring(0, end).strip();
        boolean sentence = line.endsWith(".")
                || line.endsWith("!\"")
                || line.endsWith(",")
                || line.endsWith(".\"")
                || line.endsWith(".”");
        return line.length() > MOST
                        || line.length() < 8
                        || sentence
                        || body.substring(end).isBlank()
                ? null
                : line;
    }
}

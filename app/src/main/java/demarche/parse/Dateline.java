package demarche.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dateline that opens a wire story or one of its items: "OSTBURG, March 3 (Wire) - ", "OSTBURG—", "Ostburg (WIR) ".
 * It is no part of the sentence that follows: read as one, the place would be who acts.
 */
final class Dateline {
    private static final String MONTH =
            "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:\\.|[a-z]+)?\\s+\\d{1,2}(?:,?\\s+\\d{4})?";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]{2,}(?:[ /-]\\p{Lu}[\\p{Lu}.'’-]+){0,3}";
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}";
    private static final String REGION = "(?:,\\s?\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?";
    private static final String DASH = "(?:--+|[-–—\uFFFD:])";
    private static final String AGENCY =
            "\\((?:\\p{Lu}{2,8}|Reuters|Xinhua|Bloomberg|Interfax|Kyodo|Yonhap|Tass|Tanjug|dpa|\\p{Lu}[\\p{L}.]+ (?:News|Press|Wire))\\)";

    private static final Pattern FORM = Pattern.compile("(?:"
            // OSTBURG, Ostland, March 3 (Wire) -
            + "(?:" + CAPITALS + "|" + NAME + ")" + REGION + "(?:,\\s" + MONTH + ")?,?\\s" + AGENCY + "\\s*" + DASH
            + "?"
            // OSTBURG, March 3 - ; OSTBURG—
            + "|" + CAPITALS + REGION + "(?:,\\s" + MONTH + ")?,?\\s*(?:--+|[–—\uFFFD]|\\s-)"
            // Ostburg, March 3 -
            + "|" + NAME + REGION + ",\\s" + MONTH + ",?\\s*(?:--+|[–—\uFFFD]|\\s-)"
            // Ostburg, WIRE-
            + "|" + NAME + ",\\s\\p{Lu}{3,6}\\s?[-–—]"
            + ")\\s*(?=[\\p{Lu}\\p{N}\"“'‘])");

    private Dateline() {}

    /** Where the dateline of a paragraph ends, as a UTF-16 offset; {@code from} when there is none. */
    static int end(String text, int from, int to) {
        Matcher matcher =
                FORM.matcher(text).region(from, Math.min(to, from + 90)).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : from;
    }
}

package demarche.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headline as people write it: one all in capitals gets the small letters that its story uses. Pure. */
final class Headline {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}.-]*");
    private static final Pattern TICKER = Pattern.compile("\\s*<[^>]*>");

    private Headline() {}

    static String of(String title, String text) {
        String plain = TICKER.matcher(title).replaceAll("").strip();
        if (!IssueName.shouted(plain)) {
            return plain;
        }
        String out = words(plain, text);
        return out.isEmpty() ? title : Character.toUpperCase(out.charAt(0)) + out.substring(1);
    }

    /** Words all in capitals as the story's text writes them. */
    static String words(String shouted, String text) {
        Set<String> small = new HashSet<>();
        Map<String, String> capital = new HashMap<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = bare(words.group());
            if (!Character.isUpperCase(word.codePointAt(0))) {
                small.add(word);
            } else if (!begins(text, words.start()) || word.length() > 1 && Character.isUpperCase(word.charAt(1))) {
                capital.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            }
        }
        return WORD.matcher(shouted).replaceAll(m -> {
            String word = m.group().toLowerCase(Locale.ROOT);
            return Matcher.quoteReplacement(small.contains(word) ? word : capital.getOrDefault(word, initials(word)));
        });
    }

    /** A word without the point or the 's at its end. */
    private static String bare(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return plain.endsWith(".") && plain.indexOf('.') == plain.length() - 1
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }

    /** Whether a sentence begins there, where every word has a capital. */
    private static boolean begins(String text, int at) {
        int before = at - 1;
        while (before >= 0
                && !Character.isLetterOrDigit(text.charAt(before))
                && text.charAt(before) != '.'
                && text.charAt(before) != ',') {
            before--;
        }
        return before < 0
                || text.charAt(before) == '.'
                        && !text.substring(Math.max(0, before - 3), before).contains(".");
    }

    /** A word that the story does not use: abbreviations with points keep their capitals. */
    private static String initials(String word) {
        return word.matches("(\\p{L}\\.)+\\p{L}?\\.?") ? word.toUpperCase(Locale.ROOT) : word;
    }
}

package demarche.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a naming reads as the name of an issue. */
final class IssueName {
    private static final int LONGEST = 4;
    private static final Set<String> LEADING = ResourceLines.words("naming-words.txt", "leading");
    private static final Pattern PEOPLE = Pattern.compile(
            "(?i).*\\b(" + String.join("|", ResourceLines.section("naming-words.txt", "people")) + ")$");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}$]+|[^\\p{L}\\p{N}.)%]+$");

    private IssueName() {}

    /** Bonus for more words, malus for shouted, numbered and personal namings. */
    static double quality(String naming) {
        double words = 0.3 * Math.min(LONGEST, naming.split(" ").length);
        return words
                - (shouted(naming) ? 1 : 0)
                - (PEOPLE.matcher(naming).matches() ? 2 : 0)
                - (Character.isDigit(naming.codePointAt(0)) ? 0.5 : 0)
                - (Character.isUpperCase(naming.codePointAt(0)) ? 0.1 : 0);
    }

    /** Whether a text is all capitals, as headlines of news agencies are. */
    static boolean shouted(String naming) {
        return naming.length() > 5 && naming.equals(naming.toUpperCase(Locale.ROOT));
    }

    /** The naming without leading words that name nothing, loose quotation marks and capitals of a headline. */
    static String of(String naming) {
        String plain = shouted(naming) ? naming.toLowerCase(Locale.ROOT) : naming;
        List<String> words =
                new ArrayList<>(List.of(EDGE.matcher(plain).replaceAll("").split(" +")));
        while (words.size() > 1 && LEADING.contains(words.get(0).toLowerCase(Locale.ROOT))) {
            words.remove(0);
        }
        String name = String.join(" ", words);
        boolean unpaired = name.chars().filter(c -> c == '"').count() % 2 == 1;
        return name.isEmpty() ? naming : unpaired ? name.replace("\"", "") : name;
    }
}

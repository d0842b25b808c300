package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many a phrase counts. Vague counts take the least their words allow, one of the unit named ("dozens" 12, "tens of
 * thousands" 10,000), so that sums over events never overstate.
 */
final class CountWords {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final Map<String, Integer> UNITS =
            Map.of("ten", 10, "dozen", 12, "score", 20, "hundred", 100, "thousand", 1_000, "million", 1_000_000);
    private static final Map<String, Integer> VAGUE =
            Map.of("several", 3, "few", 3, "couple", 2, "both", 2, "numerous", 3, "many", 3);
    private static final List<String> GROUPS =
            List.of("family", "group", "crew", "team", "couple", "unit", "convoy", "number", "crowd", "dozen", "score");

    private CountWords() {}

    /** How many the phrase with this head stands for; null when it does not count. */
    static @Nullable Integer of(Tree tree, int head) {
        Token token = tree.token(head);
        Integer number = number(tree, head);
        if (number != null) {
            return number;
        }
        for (Token child : tree.children(head, "nummod", "amod", "det", "advmod")) {
            Integer found = number(tree, child.index());
            if (found != null) {
                return found;
            }
        }
        boolean one = token.xpos().equals("NN")
                && !GROUPS.contains(tree.lemma(head))
                && tree.children(head, "det").stream()
                        .anyMatch(d ->
                                d.lemma().equalsIgnoreCase("a") || d.lemma().equalsIgnoreCase("an"));
        return one ? 1 : null;
    }

    /** Whether the word is itself a count, of people left unsaid: "thousands", "more than 40". */
    static boolean isCount(Tree tree, int word) {
        Token token = tree.token(word);
        boolean unit = UNITS.containsKey(tree.lemma(word))
                || UNITS.containsKey(singular(token.form().toLowerCase(Locale.ROOT)));
        return unit && !token.upos().equals("PROPN") || token.upos().equals("NUM") && number(tree, word) != null;
    }

    /** The number a word heads: "12", "1,200", "two hundred", "dozens", "tens of thousands". */
    private static @Nullable Integer number(Tree tree, int index) {
        String form = tree.token(index).form().toLowerCase(Locale.ROOT);
        String lemma = tree.lemma(index);
        Integer plain = simple(form);
        if (plain != null && !form.endsWith("s")) {
            return plain;
        }
        Integer unit = UNITS.getOrDefault(lemma, UNITS.get(singular(form)));
        if (unit != null) {
            return Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) unit * times(tree, index)));
        }
        return VAGUE.get(lemma);
    }

    private static String singular(String form) {
        return form.endsWith("s") ? form.substring(0, form.length() - 1) : form;
    }

    /** What multiplies a unit: "two" of "two hundred", "tens" of "tens of thousands". */
    private static int times(Tree tree, int unit) {
        for (Token child : tree.children(unit, "nummod", "compound", "amod")) {
            Integer found = simple(child.form().toLowerCase(Locale.ROOT));
            if (found == null) {
                found = VAGUE.get(tree.lemma(child.index()));
            }
            if (found != null) {
                return found;
            }
        }
        for (Token child : tree.children(unit, "nmod")) {
            String form = singular(child.form().toLowerCase(Locale.ROOT));
            if (tree.preposition(child.index()).equals("of") && UNITS.containsKey(form)) {
                return UNITS.get(form);
            }
        }
        return 1;
    }

    private static @Nullable Integer simple(String form) {
        if (form.matches("\\d{1,3}(,\\d{3})+|\\d{1,9}")) {
            String digits = form.replace(",", "");
            return digits.length() > 9 ? null : Integer.valueOf(digits);
        }
        int hyphen = form.indexOf('-');
        if (hyphen > 0) {
            Integer tens = WORDS.get(form.substring(0, hyphen));
            Integer ones = WORDS.get(form.substring(hyphen + 1));
            return tens == null || ones == null ? null : (Integer) (tens + ones);
        }
        return WORDS.get(form);
    }
}

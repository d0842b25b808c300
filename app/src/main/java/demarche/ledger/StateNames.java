package demarche.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names for sides that no story names as such: "usa" where only its officials speak. */
final class StateNames {
    private static final Map<String, String> NAMES = names();
    private static final Map<String, Set<String>> WORDS_OF = new HashMap<>();
    private static final Set<String> WORDS = new HashSet<>();

    static {
        for (String line : ResourceLines.read("/demarche/register/states.tsv")) {
            String[] cells = line.split("\t");
            WORDS_OF.put(cells[0].toLowerCase(Locale.ROOT), single(cells, cells.length));
            WORDS.addAll(single(cells, Math.min(3, cells.length)));
        }
    }

    private StateNames() {}

    static String of(String side) {
        String code = code(side);
        return code == null ? side : NAMES.getOrDefault(code, side);
    }

    /** The state code in a side's id; null when it is no state's. */
    static @Nullable String code(String side) {
        return side.matches("[a-z]{3}") ? side.toUpperCase(Locale.ROOT) : null;
    }

    /** Whether a word, as {@link IssueLinker#words} gives it, is the name of a state or of its people. */
    static boolean tells(String word) {
        return WORDS.contains(word);
    }

    /** Single words of the register that name a state, its people or its capital, as {@link IssueLinker#words} gives them. */
    static Set<String> wordsOf(String side) {
        return WORDS_OF.getOrDefault(side, Set.of());
    }

    private static Set<String> single(String[] cells, int end) {
        Set<String> out = new HashSet<>();
        for (int i = 1; i < end; i++) {
            for (String name : cells[i].split(";")) {
                List<String> words = IssueLinker.wordList(name);
                if (words.size() == 1) {
                    out.add(words.get(0));
                }
            }
        }
        return out;
    }

    private static Map<String, String> names() {
        Map<String, String> out = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale("", two);
            out.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
        }
        return Map.copyOf(out);
    }
}

package demarche.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The lists of words that tell parties, by their names in {@code register/words.tsv}. */
final class WordLists {
    private static final Map<String, Set<String>> LISTS = read();

    private WordLists() {}

    /** Whether a list has a word; lists that the file does not have are a fault of ours. */
    static boolean has(String list, String word) {
        Set<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalStateException("register/words.tsv has no list \"" + list + "\"");
        }
        return words.contains(word);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> out = new HashMap<>();
        Register.builtIn("words.tsv").forEach(row -> out.put(row[0], Set.of(row[1].split(";"))));
        return Map.copyOf(out);
    }
}

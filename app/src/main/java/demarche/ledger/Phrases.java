package demarche.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stories call the thing they are about: runs of one to three words, all of which tell what the stories are about, that stand
 * where a noun phrase does (after "the", "of", "over" and the like). Pure.
 */
final class Phrases {
    private static final int MOST_WORDS = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*|[^\\s\\p{L}\\p{N}]");
    private static final Set<String> LINKS = Set.of("of", "and", "on", "for");
    /** Words after which a noun phrase begins. */
    private static final Set<String> BEFORE = ResourceLines.words("naming-words.txt", "before a noun phrase");
    /** Words that come after a noun phrase, not within it; marks do too. */
    private static final Set<String> AFTER = ResourceLines.words("naming-words.txt", "after a noun phrase");
    /** No noun phrase ends or begins with one of these. */
    private static final Pattern NO_EDGE =
            Pattern.compile(String.join("|", ResourceLines.section("naming-words.txt", "no edge")));

    /** A phrase as most stories write it, with how many stories have it and how often it stands where a noun phrase does. */
    static final class Phrase {
        private final Map<String, Integer> forms = new HashMap<>();
        private int times;
        private int nominal;
        private int complete;
        private int stories;
        private int last = -1;

        /** How many stories have it. */
        int stories() {
            return stories;
        }

        /** Whether it stands for a thing wherever it stands. */
        boolean noun() {
            return nominal * 2 >= times && complete * 5 >= times * 2;
        }

        /** Its most frequent spelling. */
        String form() {
            return forms.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    private final Map<String, Phrase> found = new HashMap<>();
    private final Set<String> telling;
    private int story;

    private Phrases(Set<String> telling) {
        this.telling = telling;
    }

    /**
     * Phrases of texts by the words in them, joined by blanks.
     *
     * @param telling words that may be in a phrase, as {@link IssueLinker#words} gives them
     */
    static Map<String, Phrase> of(List<String> texts, Set<String> telling) {
        Phrases out = new Phrases(telling);
        for (String text : texts) {
            out.add(text);
            out.story++;
        }
        return out.found;
    }

    private void add(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            tokens.add(m.group().replaceFirst("(['’]s?|\\.)$", ""));
        }
        List<String> stems = tokens.stream().map(Phrases::stem).toList();
        for (int i = 0; i < stems.size(); i++) {
            if (telling.contains(stems.get(i))) {
                boolean nominal = i > 0 && BEFORE.contains(tokens.get(i - 1).toLowerCase(Locale.ROOT));
                run(tokens, stems, i, nominal);
            }
        }
    }

    private static String stem(String token) {
        if (token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT))) {
            return "";
        }
        List<String> words = IssueLinker.wordList(token);
        return words.size() == 1 ? words.get(0) : "";
    }

    private void run(List<String> tokens, List<String> stems, int start, boolean nominal) {
        StringBuilder key = new StringBuilder();
        int words = 0;
        for (int i = start; i < stems.size() && words < MOST_WORDS; i++) {
            String small = tokens.get(i).toLowerCase(Locale.ROOT);
            if (telling.contains(stems.get(i))) {
                words++;
                key.append(key.isEmpty() ? "" : " ").append(stems.get(i));
                boolean goesOn = i + 1 < stems.size() && telling.contains(stems.get(i + 1));
                if (!NO_EDGE.matcher(small).matches() && (words > 1 || !goesOn)) {
                    put(key.toString(), String.join(" ", tokens.subList(start, i + 1)), nominal, ends(tokens, i + 1));
                }
            } else if (!LINKS.contains(small) || i == start) {
                return;
            }
        }
    }

    private static boolean ends(List<String> tokens, int next) {
        if (next >= tokens.size()) {
            return true;
        }
        String token = tokens.get(next);
        return !token.isEmpty() && !Character.isLetterOrDigit(token.codePointAt(0))
                || AFTER.contains(token.toLowerCase(Locale.ROOT));
    }

    private void put(String key, String form, boolean nominal, boolean complete) {
        Phrase p = found.computeIfAbsent(key, k -> new Phrase());
        p.times++;
        p.nominal += nominal ? 1 : 0;
        p.complete += complete ? 1 : 0;
        p.forms.merge(IssueName.shouted(form) ? form.toLowerCase(Locale.ROOT) : form, 1, Integer::sum);
        if (p.last != story) {
            p.last = story;
            p.stories++;
        }
    }
}

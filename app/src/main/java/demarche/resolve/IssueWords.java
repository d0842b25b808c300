package demarche.resolve;

import demarche.story.Issue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Head nouns of issues: which kind of thing they are, and which of them name one thing ("weapons", "arms", "equipment"). */
final class IssueWords {
    private final Map<String, Issue.Kind> kinds = new HashMap<>();
    private final Set<String> acts = new HashSet<>();
    private final Set<String> quantities = new HashSet<>();
    private final Set<String> partitives = new HashSet<>();
    private final Map<String, String> same = new HashMap<>();

    /** Reads {@code issues.tsv}: kind, then nouns; nouns joined by "=" are one thing. */
    static IssueWords load() {
        IssueWords out = new IssueWords();
        Register.builtIn("issues.tsv").forEach(out::row);
        return out;
    }

    private void row(String[] cells) {
        List<String> nouns = List.of(cells[1].split(";"));
        switch (cells[0]) {
            case "act" -> acts.addAll(nouns);
            case "partitive" -> partitives.addAll(nouns);
            case "quantity" -> quantities.addAll(nouns);
            default -> kinds(Issue.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)), nouns);
        }
    }

    private void kinds(Issue.Kind kind, List<String> groups) {
        for (String group : groups) {
            String[] nouns = group.split("=");
            for (String noun : nouns) {
                kinds.put(noun, kind);
                same.put(noun, nouns[0]);
            }
        }
    }

    Issue.Kind kind(String lemma) {
        return kinds.getOrDefault(lemma, Issue.Kind.OTHER);
    }

    /** Whether a noun names what is done to a thing ("return", "sale"), so that the thing is what is contested. */
    boolean isAct(String lemma) {
        return acts.contains(lemma);
    }

    /** Whether a noun only measures what stands in its "of" phrase ("billions of dollars worth of equipment"). */
    boolean isQuantity(String lemma) {
        return quantities.contains(lemma);
    }

    /** Whether a noun by itself names no thing ("do their part", "a number of them"). */
    boolean isPartitive(String lemma) {
        return partitives.contains(lemma);
    }

    String same(String lemma) {
        return same.getOrDefault(lemma, lemma);
    }
}

package demarche.resolve;

import demarche.story.Issue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Head nouns of issues: which kind of thing they are, and which of them name one thing ("weapons", "arms", "equipment"). */
final class IssueWords {
    private final Map<String, Issue.Kind> kinds = new HashMap<>();
    private final java.util.Set<String> acts = new java.util.HashSet<>();
    private final java.util.Set<String> quantities = new java.util.HashSet<>();
    private final Map<String, String> same = new HashMap<>();

    /** Reads {@code issues.tsv}: kind, then nouns; nouns joined by "=" are one thing. */
    static IssueWords load() {
        IssueWords out = new IssueWords();
        InputStream in = IssueWords.class.getResourceAsStream("/demarche/register/issues.tsv");
        if (in == null) {
            throw new IllegalStateException("register/issues.tsv is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.row(line.split("\t"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private void row(String[] cells) {
        if (cells[0].equals("act")) {
            acts.addAll(java.util.List.of(cells[1].split(";")));
            return;
        }
        if (cells[0].equals("quantity")) {
            quantities.addAll(java.util.List.of(cells[1].split(";")));
            return;
        }
        Issue.Kind kind = Issue.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT));
        for (String group : cells[1].split(";")) {
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

    String same(String lemma) {
        return same.getOrDefault(lemma, lemma);
    }
}

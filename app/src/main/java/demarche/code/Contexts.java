package demarche.code;

import demarche.parse.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of {@code codebook/contexts.yml}: which of PLOVER 2.0's contexts a sentence sets its events in. Immutable.
 *
 * @param byWord context names by lemma, or by two lemmas with a space between
 */
record Contexts(Map<String, List<String>> byWord) {
    Contexts {
        byWord = Map.copyOf(byWord);
    }

    /** Turns context -> words around. */
    static Contexts of(Map<String, Set<String>> words) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        words.forEach((context, list) -> list.forEach(
                word -> out.computeIfAbsent(word, k -> new ArrayList<>(1)).add(context)));
        return new Contexts(out);
    }

    /** The contexts that a sentence names, in the order of their words. */
    List<String> in(Tree tree) {
        Set<String> out = new LinkedHashSet<>();
        String before = "";
        for (Token token : tree.sentence().tokens()) {
            String lemma = tree.lemma(token.index()).toLowerCase(Locale.ROOT);
            String form = token.form().toLowerCase(Locale.ROOT);
            out.addAll(byWord.getOrDefault(lemma, List.of()));
            out.addAll(byWord.getOrDefault(form, List.of()));
            out.addAll(byWord.getOrDefault(before + " " + lemma, List.of()));
            before = lemma;
        }
        return List.copyOf(out);
    }
}

package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.StoryDate;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells past history from news (PLOVER 2.0, auxiliary mode historical). */
final class PastReader {
    private static final Pattern DECADE = Pattern.compile("(?:1[5-9]|20)\\d0s|'?[5-9]0s");
    private static final Pattern YEARS_AGO = Pattern.compile(
            "(?i).*\\b(?:decades?|centur(?:y|ies)|(?!one\\b|1\\b)[\\w-]+ years) (?:ago|earlier|before)\\b.*");
    private static final Set<String> ERAS =
            Set.of("era", "century", "decade", "dictatorship", "genocide", "reign", "apartheid", "empire");
    private static final Set<String> PAST_WARS = Set.of("world", "cold", "first", "second");

    private PastReader() {}

    /**
     * Whether a date lies more than a year before the story. News leaves out the year that runs: of a story without a date of
     * its own a year alone ("in 1990") is past.
     */
    static boolean old(@Nullable StoryDate date, @Nullable LocalDate published) {
        if (date == null) {
            return false;
        }
        String value = String.valueOf(date.value());
        if (published == null) {
            return date.precision() == StoryDate.Precision.YEAR && value.matches("\\d{4}")
                    || YEARS_AGO.matcher(date.text()).matches();
        }
        return value.matches("\\d{4}.*") && Integer.parseInt(value.substring(0, 4)) < published.getYear() - 1;
    }

    /** Whether a phrase of the act, or of the verb that carries it, sets it long ago: "in the 1980s", "decades ago". */
    static boolean longAgo(Tree tree, int act) {
        int at = act;
        for (int step = 0; step < 3 && at != 0; step++) {
            if (tree.children(at, "obl", "advmod", "nmod", "advcl").stream().anyMatch(c -> sets(tree, c))) {
                return true;
            }
            boolean verb = tree.token(at).upos().equals("VERB");
            if (verb && !tree.token(at).baseRelation().equals("xcomp")) {
                return false;
            }
            at = tree.token(at).head();
        }
        return false;
    }

    private static boolean sets(Tree tree, Token phrase) {
        String lemma = tree.lemma(phrase.index());
        String preposition = tree.preposition(phrase.index());
        boolean in = Set.of("in", "during", "under", "throughout").contains(preposition);
        if (in && DECADE.matcher(phrase.form()).matches() || in && ERAS.contains(lemma) && !thisOne(tree, phrase)) {
            return true;
        }
        if (in && lemma.equals("war")) {
            return tree.children(phrase.index(), "amod", "compound").stream()
                    .anyMatch(m -> PAST_WARS.contains(m.lemma().toLowerCase(java.util.Locale.ROOT)));
        }
        Tree.Range range = tree.range(phrase.index());
        boolean ago = Set.of("ago", "earlier").contains(lemma);
        return ago && YEARS_AGO.matcher(text(tree, range)).matches();
    }

    /** "this decade", "the past century": runs up to now. */
    private static boolean thisOne(Tree tree, Token phrase) {
        return tree.children(phrase.index(), "det", "amod").stream()
                .anyMatch(d -> Set.of("this", "current", "past", "last", "new", "present")
                        .contains(d.lemma()));
    }

    private static String text(Tree tree, Tree.Range range) {
        StringBuilder out = new StringBuilder();
        for (int i = range.first(); i <= range.last(); i++) {
            out.append(i > range.first() ? " " : "").append(tree.token(i).form());
        }
        return out.toString();
    }
}

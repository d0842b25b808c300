package demarche.code;

import demarche.parse.Token;
import demarche.story.Position;
import demarche.story.Span;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how firmly a position is put, and on what it depends. */
final class StrengthReader {
    private static final Set<String> CATEGORICAL = Set.of(
            "never",
            "ever",
            "circumstance",
            "categorically",
            "absolutely",
            "flatly",
            "firmly",
            "unconditionally",
            "completely",
            "totally",
            "unequivocally",
            "emphatically",
            "vehemently",
            "strongly",
            "definitely",
            "non-negotiable",
            "insist",
            "outright",
            "certainly");
    private static final Set<String> HEDGED = Set.of(
            "may",
            "might",
            "could",
            "hint",
            "suggest",
            "perhaps",
            "possibly",
            "consider",
            "apparently",
            "appear",
            "seem",
            "likely",
            "maybe",
            "indicate",
            "signal",
            "imply");
    private static final Set<String> CONDITIONAL = Set.of("if", "unless", "provided", "once", "until");
    private static final Set<String> IN_RETURN = Set.of(
            "in return for", "in exchange for", "on condition of", "subject to", "in return", "as part of", "without");

    private final Tree tree;

    StrengthReader(Tree tree) {
        this.tree = tree;
    }

    Position.Strength strength(Clause clause, Position.Strength byRule) {
        Position.Strength found = byRule;
        int at = clause.predicate();
        for (int i = 0; i < 3 && at != 0; i++) {
            for (Token child : tree.children(at)) {
                String lemma = child.lemma().toLowerCase(Locale.ROOT);
                if (CATEGORICAL.contains(lemma)) {
                    return Position.Strength.CATEGORICAL;
                }
                if (HEDGED.contains(lemma)
                        && !child.baseRelation().equals("conj")
                        && !child.baseRelation().equals("ccomp")) {
                    found = Position.Strength.HEDGED;
                }
            }
            if (CATEGORICAL.contains(tree.lemma(at))) {
                return Position.Strength.CATEGORICAL;
            }
            if (HEDGED.contains(tree.lemma(at))) {
                found = Position.Strength.HEDGED;
            }
            String relation = tree.token(at).baseRelation();
            at = relation.equals("ccomp") || relation.equals("xcomp")
                    ? tree.token(at).head()
                    : 0;
        }
        return found;
    }

    /** "if …", "unless …", "in return for …" around the predicate, its complement or what embeds it; null without one. */
    @Nullable
    Span condition(Clause clause) {
        Span own = conditionAt(clause.predicate());
        for (Clause.Complement complement : clause.complements()) {
            own = own != null ? own : conditionAt(complement.predicate());
        }
        Token token = tree.token(clause.predicate());
        boolean embedded =
                token.baseRelation().equals("xcomp") || token.baseRelation().equals("ccomp");
        return own != null || !embedded || token.head() == 0 ? own : conditionAt(token.head());
    }

    private @Nullable Span conditionAt(int word) {
        for (Token child : tree.children(word)) {
            String mark = tree.mark(child.index());
            boolean clause = child.baseRelation().equals("advcl") && mark != null && CONDITIONAL.contains(mark);
            boolean phrase =
                    (child.baseRelation().equals("obl") || child.baseRelation().equals("nmod"))
                            && (IN_RETURN.contains(tree.preposition(child.index())) || fronted(child, word));
            if (clause || phrase) {
                Tree.Range range = tree.range(child.index());
                int last = range.last();
                while (last > range.first() && tree.token(last).upos().equals("PUNCT")) {
                    last--;
                }
                return tree.token(range.first()).span().union(tree.token(last).span());
            }
        }
        return null;
    }

    /** "for improved relations, Westland could invest": what is wanted in return stands in front. */
    private boolean fronted(Token phrase, int word) {
        return tree.preposition(phrase.index()).equals("for")
                && tree.children(word, "nsubj").stream().anyMatch(s -> phrase.index() < s.index());
    }
}

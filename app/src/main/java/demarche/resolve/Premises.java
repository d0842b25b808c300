package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import java.util.Set;

/** Nouns for what somebody holds or does, so that a noun before them tells whose it is: "army base", "rebel attack". */
final class Premises {
    private static final Set<String> HOLDERS =
            Set.of("MIL", "REB", "COP", "UAF", "PRM", "OPP", "REF", "LAB", "EDU", "AGR", "PTY", "CVL", "SPY", "JRN");

    private Premises() {}

    /** Whether the noun is of rooms whose holder acts in them: "opposition offices". */
    static boolean is(String lemma) {
        return WordLists.has("rooms", lemma);
    }

    /** Whether a role is of those that hold places and act as a body. */
    static boolean holds(RoleFinder.Match role) {
        String last = role.lemmas();
        return !WordLists.has("not holders", last)
                && (WordLists.has("holding bodies", last)
                        || HOLDERS.contains(role.role().sector()));
    }

    /** Whether there may be several of them: rebels, students, but one police. */
    static boolean countable(String lemma) {
        return !WordLists.has("uncounted", lemma);
    }

    /** The noun for a place or an act that a word modifies, also in "rebel-held towns"; 0 for none. */
    static int head(Tree tree, int word) {
        Token token = tree.token(word);
        if (token.head() <= word
                || token.relation().equals("nmod:poss")
                || !Set.of("compound", "amod", "obl", "nmod").contains(token.baseRelation())
                || word > 1 && tree.token(word - 1).form().equals("-")) {
            return 0;
        }
        int at = token.head();
        if (tree.token(at).form().matches("held|controlled|occupied|run|ruled|dominated|led")
                && tree.token(at - 1).form().equals("-")) {
            at = tree.token(at).head();
        }
        boolean noun = at > word && tree.token(at).upos().matches("NOUN|PROPN");
        String lemma = noun ? tree.lemma(at) : "";
        String singular = lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
        // "a military withdrawal": the word says of what kind it is, not whose.
        boolean act = !tree.lemma(word).equals("military")
                && (WordLists.has("acts of somebody", lemma) || WordLists.has("acts of somebody", singular));
        boolean place = WordLists.has("held places", lemma)
                || WordLists.has("held places", singular)
                || WordLists.has("rooms", singular);
        return act || place ? at : 0;
    }
}

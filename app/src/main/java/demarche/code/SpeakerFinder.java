package demarche.code;

import demarche.parse.Token;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who says something, told from the tree around the cue: the subject of a verb, also when it shares it with another
 * ("Berg hinted …, though stated that …"), the agent of a passive, whose fears or claims they are, whom "according to"
 * names.
 */
final class SpeakerFinder {
    private static final int STEPS = 6;
    private static final Set<String> OF = Set.of("of", "by", "from", "among", "in");

    private SpeakerFinder() {}

    /** The statement with the speaker that the tree names where the encoder gives none, or one in another phrase. */
    static SaidWords settle(SaidWords said, List<SaidWords> all, StoryWords words) {
        BitSet found = speaker(said, words);
        if (found.isEmpty()) {
            return said;
        }
        int sentence = said.cueSentence(words);
        for (SaidWords other : all) {
            // "Berg hinted that Ostland may act, though stated …": not Ostland states, of whom others speak.
            if (found.intersects(other.content())
                    && other.cueSentence(words) == sentence
                    && !other.content().get(said.firstCue())) {
                return other.speaker().isEmpty()
                        ? said
                        : said.by((BitSet) other.speaker().clone());
            }
        }
        return found.intersects(said.speaker()) ? said : said.by(found);
    }

    /** Words of the speaker as the tree has it, none when it names none. */
    static BitSet speaker(SaidWords said, StoryWords words) {
        BitSet out = new BitSet();
        int head = said.cueHead(words);
        int sentence = words.sentence(head);
        Tree tree = words.tree(sentence);
        Integer found = speaker(tree, words.ref(head).token());
        if (found == null) {
            return out;
        }
        int number = words.number(sentence, found);
        if (!said.cue().get(number) && !said.content().get(number)) {
            Tree.Range phrase = phrase(tree, found);
            out.set(words.number(sentence, phrase.first()), words.number(sentence, phrase.last()) + 1);
            out.andNot(said.cue());
            out.andNot(said.content());
        }
        return out;
    }

    /** Head of the phrase that names the speaker, null when the sentence names none; {@code cue} heads the cue. */
    static @Nullable Integer speaker(Tree tree, int cue) {
        Token token = tree.token(cue);
        return switch (token.upos()) {
            case "VERB", "AUX", "ADJ" -> ofVerb(tree, cue);
            case "NOUN", "PROPN" -> ofNoun(tree, cue);
            case "ADP", "SCONJ", "PUNCT", "ADV" -> ofPreposition(tree, cue);
            default -> null;
        };
    }

    private static @Nullable Integer ofVerb(Tree tree, int cue) {
        int at = cue;
        for (int step = 0; step < STEPS && at != 0; step++) {
            Integer own = subject(tree, at);
            if (own != null) {
                return own;
            }
            if (step == 0 && tree.has(at, "nsubj:pass", "aux:pass")) {
                return agent(tree, at);
            }
            String relation = tree.token(at).relation();
            int governor = tree.token(at).head();
            if (governor == 0) {
                return null;
            }
            if (relation.startsWith("acl")) {
                return tree.nominal(governor) ? governor : null;
            }
            if (relation.equals("xcomp") && tree.has(governor, "obj") && !subjectControls(tree, governor)) {
                return tree.children(governor, "obj").get(0).index();
            }
            if (!Set.of("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep")
                            .contains(tree.token(at).baseRelation())
                    || relation.equals("ccomp") && step > 0) {
                return null;
            }
            at = governor;
        }
        return null;
    }

    private static boolean subjectControls(Tree tree, int verb) {
        return Set.of("promise", "use", "take", "have", "make", "issue", "give").contains(tree.lemma(verb));
    }

    private static @Nullable Integer subject(Tree tree, int verb) {
        for (Token child : tree.children(verb, "nsubj", "csubj")) {
            if (!child.relation().endsWith(":pass") && tree.nominal(child.index())) {
                return child.index();
            }
        }
        return null;
    }

    private static @Nullable Integer agent(Tree tree, int verb) {
        for (Token child : tree.children(verb, "obl")) {
            if (tree.preposition(child.index()).equals("by")) {
                return child.index();
            }
        }
        return null;
    }

    private static @Nullable Integer ofNoun(Tree tree, int cue) {
        for (Token child : tree.children(cue, "nmod:poss")) {
            return child.index();
        }
        for (Token child : tree.children(cue, "nmod")) {
            if (OF.contains(tree.preposition(child.index()))) {
                return tree.token(child.index()).upos().equals("PROPN")
                                || !tree.preposition(child.index()).equals("of")
                        ? child.index()
                        : null;
            }
        }
        List<Token> named = tree.children(cue, "compound", "amod").stream()
                .filter(t -> t.upos().equals("PROPN")
                        || t.upos().equals("ADJ")
                                && Character.isUpperCase(t.form().codePointAt(0)))
                .toList();
        if (!named.isEmpty()) {
            return named.get(0).index();
        }
        int governor = tree.token(cue).head();
        boolean object = Set.of("obj", "obl", "xcomp").contains(tree.token(cue).baseRelation());
        return object && governor != 0 && tree.token(governor).upos().equals("VERB") ? ofVerb(tree, governor) : null;
    }

    /** "According to Berg": the noun that the words introduce. */
    private static @Nullable Integer ofPreposition(Tree tree, int cue) {
        int at = cue;
        for (int step = 0; step < STEPS && at != 0; step++) {
            if (tree.nominal(at)) {
                return at;
            }
            String relation = tree.token(at).baseRelation();
            if (!Set.of("case", "fixed", "mark").contains(relation)) {
                return null;
            }
            at = tree.token(at).head();
        }
        return null;
    }

    /** The whole phrase of a head, without clauses that hang on it before a comma. */
    static Tree.Range phrase(Tree tree, int head) {
        Tree.Range all = tree.range(head);
        int last = all.last();
        int first = all.first();
        for (Token child : tree.children(head, "case", "cop", "mark", "cc")) {
            if (child.index() >= first && child.index() < head) {
                first = Math.max(first, child.index() + 1);
            }
        }
        while (last > head && tree.token(last).upos().equals("PUNCT")) {
            last--;
        }
        return new Tree.Range(first, Math.max(last, head));
    }
}

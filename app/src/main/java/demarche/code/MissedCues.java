package demarche.code;

import demarche.parse.Parse;
import demarche.parse.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Verbs of saying with a finite clause that the encoder has passed over; what is inside another's words stays theirs. */
final class MissedCues {
    private final StoryWords words;
    private final Quotes quotes;
    private final Codebook codebook;

    MissedCues(StoryWords words, Quotes quotes, Codebook codebook) {
        this.words = words;
        this.quotes = quotes;
        this.codebook = codebook;
    }

    List<SaidWords> find(List<SaidWords> said) {
        List<SaidWords> out = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            int word = w;
            boolean taken = said.stream().anyMatch(s -> s.cue().get(word));
            if (!taken && saying(w) && quotes.around(w) == null) {
                add(out, said, w);
            }
        }
        return out;
    }

    private boolean saying(int w) {
        Token token = words.token(w);
        return token.upos().equals("VERB") && codebook.isSaying(token.lemma().toLowerCase(Locale.ROOT));
    }

    private void add(List<SaidWords> out, List<SaidWords> said, int verb) {
        int sentence = words.sentence(verb);
        Tree tree = words.tree(sentence);
        int at = words.ref(verb).token();
        for (Token child : tree.children(at, "ccomp")) {
            if (child.index() > at && finite(tree, child.index())) {
                Parse.Range clause = ContentRepair.clause(words, sentence, child.index());
                if (clause.first() > at) {
                    BitSet cue = new BitSet();
                    cue.set(verb);
                    BitSet content = new BitSet();
                    words.add(content, clause);
                    SaidWords bare = new SaidWords(new BitSet(), cue, content);
                    SaidWords whole = bare.by(SpeakerFinder.speaker(bare, words));
                    if (!within(said, verb) || own(tree, at)) {
                        out.add(whole);
                    }
                }
                return;
            }
        }
    }

    private static boolean within(List<SaidWords> said, int word) {
        return said.stream().anyMatch(s -> s.content().get(word));
    }

    /** Whether a verb within another's words has a speaker of its own. */
    private static boolean own(Tree tree, int verb) {
        return tree.children(verb, "nsubj").stream()
                .anyMatch(t -> t.upos().equals("PROPN") || t.upos().equals("NOUN"));
    }

    private static boolean finite(Tree tree, int clause) {
        String mark = tree.mark(clause);
        return mark == null ? tree.has(clause, "nsubj", "expl") : mark.equals("that");
    }
}

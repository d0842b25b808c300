package demarche.code;

import demarche.parse.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose words they are that somebody else quotes: "the newspaper quoted Berg as saying …", "Berg was quoted as saying …",
 * "the newspaper said, quoting Berg": Berg's. What the newspaper reports stays a statement of its own, around Berg's.
 */
final class QuotedVoices {
    private static final Set<String> QUOTING = Set.of("quote", "cite");
    private static final Set<String> STOPS = Set.of(".", ",", ";", ":");

    private final StoryWords words;
    private final Codebook codebook;

    QuotedVoices(StoryWords words, Codebook codebook) {
        this.words = words;
        this.codebook = codebook;
    }

    /** Who is quoted and where: {@code who} and {@code as} head the name and the words after "as" (0 for none). */
    private record Quoting(int sentence, int verb, int who, int as, boolean passive) {}

    /** Gives words that are quoted to those who spoke them. */
    void settle(List<SaidWords> said) {
        for (int w = 0; w < words.size(); w++) {
            Token token = words.token(w);
            if (token.upos().equals("VERB") && QUOTING.contains(token.lemma())) {
                Quoting quoting = read(words.sentence(w), words.ref(w).token());
                if (quoting != null && quoting.as() > 0) {
                    said(said, quoting);
                } else if (quoting != null && voice(quoting)) {
                    beside(said, quoting);
                }
            }
        }
    }

    private @Nullable Quoting read(int sentence, int verb) {
        Tree tree = words.tree(sentence);
        boolean passive = tree.has(verb, "nsubj:pass", "aux:pass");
        List<Token> who =
                new ArrayList<>(passive ? tree.children(verb, "nsubj:pass") : tree.children(verb, "obj", "iobj"));
        if (passive && who.isEmpty()) {
            who.addAll(tree.children(verb, "nsubj"));
        }
        if (passive && who.isEmpty()) {
            // After a quote parsers make the name a subject of what is quoted.
            int before = first(tree, verb, 1, "aux", "aux:pass") - 1;
            if (before > 0
                    && tree.nominal(before)
                    && tree.token(before).baseRelation().equals("nsubj")) {
                who.add(tree.token(before));
            }
        }
        if (who.isEmpty()) {
            return null;
        }
        int as = as(tree, verb);
        as = as == 0 ? as(tree, who.get(0).index()) : as;
        return new Quoting(sentence, verb, who.get(0).index(), as, passive);
    }

    /** "as saying", "as having said", under a word; 0 for none. */
    private static int as(Tree tree, int word) {
        for (Token child : tree.children(word, "advcl", "obl", "xcomp", "acl", "ccomp")) {
            boolean as = "as".equals(tree.mark(child.index()))
                    || tree.preposition(child.index()).equals("as");
            if (as && child.upos().equals("VERB") && child.index() > word) {
                return child.index();
            }
        }
        return 0;
    }

    private boolean voice(Quoting q) {
        Token who = words.tree(q.sentence()).token(q.who());
        return !q.passive() && (who.upos().equals("PROPN") || codebook.isVoice(who.lemma()));
    }

    private void said(List<SaidWords> said, Quoting q) {
        BitSet speaker = name(q);
        int verb = words.number(q.sentence(), q.verb());
        BitSet cue = cue(q);
        BitSet content = content(q);
        boolean before = false;
        for (int i = 0; i < said.size(); i++) {
            SaidWords s = said.get(i);
            boolean fronted = s.cue().get(verb) && s.content().get(0, verb).cardinality() > speaker.cardinality() + 2;
            if (fronted) {
                BitSet rest = (BitSet) s.content().clone();
                rest.andNot(speaker);
                rest.andNot(cue);
                said.set(i, new SaidWords(speaker, s.cue(), rest));
                before = true;
            }
        }
        if (before || content.isEmpty()) {
            return;
        }
        said.removeIf(s -> s.cue().intersects(cue) && (q.passive() || !s.cue().get(verb)));
        said.add(new SaidWords(speaker, cue, content));
    }

    /** "The newspaper said …, quoting Berg": Berg said so. */
    private void beside(List<SaidWords> said, Quoting q) {
        Tree tree = words.tree(q.sentence());
        int verb = words.number(q.sentence(), q.verb());
        int governor = tree.token(q.verb()).head();
        boolean joined = governor != 0
                && Set.of("advcl", "conj").contains(tree.token(q.verb()).baseRelation());
        SaidWords told = !joined
                ? null
                : said.stream()
                        .filter(s -> s.cue().get(words.number(q.sentence(), governor)))
                        .findFirst()
                        .orElse(null);
        if (told != null && !told.content().get(verb)) {
            said.removeIf(s -> s.cue().get(verb) && s != told);
            BitSet cue = new BitSet();
            cue.set(verb);
            BitSet content = (BitSet) told.content().clone();
            BitSet speaker = name(q);
            content.andNot(speaker);
            said.add(said.indexOf(told), new SaidWords(speaker, cue, content));
        }
    }

    private BitSet name(Quoting q) {
        Tree tree = words.tree(q.sentence());
        Tree.Range phrase = SpeakerFinder.phrase(tree, q.who());
        int last = q.as() > q.who() ? Math.min(phrase.last(), first(tree, q.as()) - 1) : phrase.last();
        BitSet out = new BitSet();
        out.set(words.number(q.sentence(), phrase.first()), words.number(q.sentence(), Math.max(last, q.who())) + 1);
        return out;
    }

    /** The word "as". */
    private static int first(Tree tree, int as) {
        return first(tree, as, as, "mark", "case");
    }

    private static int first(Tree tree, int word, int otherwise, String... relations) {
        return tree.children(word, relations).stream()
                .mapToInt(Token::index)
                .min()
                .orElse(otherwise);
    }

    private BitSet cue(Quoting q) {
        Tree tree = words.tree(q.sentence());
        BitSet out = new BitSet();
        out.set(words.number(q.sentence(), first(tree, q.as())), words.number(q.sentence(), q.as()) + 1);
        if (q.passive()) {
            int aux = first(tree, q.verb(), q.verb(), "aux", "aux:pass");
            boolean near = first(tree, q.as()) == q.verb() + 1;
            out.set(words.number(q.sentence(), aux), words.number(q.sentence(), q.verb()) + 1);
            if (!near) {
                out.clear(words.number(q.sentence(), q.verb()) + 1, words.number(q.sentence(), q.as()) + 1);
            }
        }
        return out;
    }

    private BitSet content(Quoting q) {
        Tree tree = words.tree(q.sentence());
        int last = tree.range(q.as()).last();
        while (last > q.as() && STOPS.contains(tree.token(last).form())) {
            last--;
        }
        int start = q.as() + 1;
        while (start < last && STOPS.contains(tree.token(start).form())) {
            start++;
        }
        BitSet out = new BitSet();
        if (last >= start) {
            out.set(words.number(q.sentence(), start), words.number(q.sentence(), last) + 1);
        }
        return out;
    }
}

package demarche.resolve;

import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Token;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement answers: "in response to …", "responding to comments by …", "rejected the comments by …", and a denial
 * right after another party's words.
 */
final class ResponseFinder {
    private static final Set<String> ANSWER =
            Set.of("respond", "reply", "react", "answer", "retort", "response", "reaction");
    private static final Set<String> REJECT =
            Set.of("reject", "dismiss", "deny", "refute", "rebut", "dispute", "contest", "rubbish", "disown");
    private static final Set<String> WORDS = Set.of(
            "comment",
            "remark",
            "statement",
            "claim",
            "accusation",
            "allegation",
            "criticism",
            "charge",
            "call",
            "demand",
            "proposal",
            "suggestion",
            "threat",
            "assertion",
            "report",
            "offer",
            "word",
            "warning",
            "speech",
            "question");
    private static final Set<String> OWN = Set.of("of", "by", "from");
    private static final int NEAR = 2;

    private final Parse parse;
    private final List<CodedStatement> said;
    private final Function<Ref, List<String>> parties;
    private final UnaryOperator<String> sides;

    /**
     * @param parties ids of the parties that a word denotes
     * @param sides for whom a party speaks in the end
     */
    ResponseFinder(
            Parse parse, List<CodedStatement> said, Function<Ref, List<String>> parties, UnaryOperator<String> sides) {
        this.sides = sides;
        this.parse = parse;
        this.said = said;
        this.parties = parties;
    }

    /** What statement {@code i} of the story answers; null when nothing tells. */
    Statement.@Nullable Response of(int i) {
        CodedStatement s = said.get(i);
        Ref cue = s.cueHead();
        String self = speaker(s);
        if (cue == null) {
            return null;
        }
        Tree tree = new Tree(parse.sentences().get(cue.sentence()));
        for (Token word : tree.sentence().tokens()) {
            boolean heard = ANSWER.contains(tree.lemma(word.index())) && joined(tree, word.index(), cue.token())
                    || word.index() == cue.token() && REJECT.contains(tree.lemma(word.index()));
            String party = heard ? answered(tree, cue.sentence(), word.index(), self) : null;
            if (party != null) {
                return new Statement.Response(party, earlier(i, party));
            }
        }
        String before = self == null ? null : announced(cue.sentence() - 1, self);
        if (before != null) {
            return new Statement.Response(before, earlier(i, before));
        }
        return REJECT.contains(s.cueLemma()) && self != null ? after(i, self) : null;
    }

    /** "Berg responded to comments by Dorn." and then her words: whom a sentence without words of its own answers. */
    private @Nullable String announced(int sentence, String self) {
        boolean quiet = sentence >= 0
                && said.stream()
                        .noneMatch(s -> s.cueHead() != null && s.cueHead().sentence() == sentence);
        if (!quiet) {
            return null;
        }
        Tree tree = new Tree(parse.sentences().get(sentence));
        for (Token word : tree.sentence().tokens()) {
            boolean same = ANSWER.contains(tree.lemma(word.index()))
                    && tree.children(word.index(), "nsubj").stream()
                            .anyMatch(t ->
                                    parties.apply(new Ref(sentence, t.index())).contains(self));
            if (same) {
                return answered(tree, sentence, word.index(), self);
            }
        }
        return null;
    }

    /** Whether a word of answering hangs on the cue, or the cue on it. */
    private static boolean joined(Tree tree, int word, int cue) {
        return word == cue
                || tree.dominates(cue, word) && tree.depth(word) - tree.depth(cue) <= 2
                || tree.token(cue).head() == word;
    }

    /** The party whose words are answered: the object itself, or whose comments they are. */
    private @Nullable String answered(Tree tree, int sentence, int word, @Nullable String self) {
        for (Token child : tree.children(word, "obl", "nmod", "obj")) {
            boolean to = Set.of("to", "").contains(tree.preposition(child.index()));
            if (!to) {
                continue;
            }
            List<Integer> places = new ArrayList<>(List.of(child.index()));
            if (WORDS.contains(tree.lemma(child.index()))) {
                for (Token owner : tree.children(child.index(), "nmod:poss", "nmod", "compound")) {
                    if (!owner.baseRelation().equals("nmod")
                            || owner.relation().equals("nmod:poss")
                            || OWN.contains(tree.preposition(owner.index()))) {
                        places.add(owner.index());
                    }
                }
                // "rejected the accusations by Westland": the parser often hangs whose they are on the verb.
                tree.children(word, "obl").stream()
                        .filter(o -> o.index() > child.index() && OWN.contains(tree.preposition(o.index())))
                        .forEach(o -> places.add(o.index()));
            }
            for (int place : places) {
                for (String id : parties.apply(new Ref(sentence, place))) {
                    if (!id.equals(self)) {
                        return id;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String speaker(CodedStatement s) {
        Ref head = s.speakerHead();
        List<String> who = head == null ? List.of() : parties.apply(head);
        return who.isEmpty() ? null : who.get(0);
    }

    /** The nearest earlier statement of a party. */
    private @Nullable String earlier(int before, String party) {
        for (int i = before - 1; i >= 0; i--) {
            if (party.equals(speaker(said.get(i)))) {
                return "s" + (i + 1);
            }
        }
        return null;
    }

    /** A denial with no object that names anybody answers what another party said just before. */
    private Statement.@Nullable Response after(int i, String self) {
        int here = Objects.requireNonNull(said.get(i).cueHead()).sentence();
        for (int k = i - 1; k >= 0; k--) {
            Ref cue = said.get(k).cueHead();
            String other = speaker(said.get(k));
            if (cue != null && here - cue.sentence() > NEAR) {
                return null;
            }
            if (cue != null && other != null && !sides.apply(other).equals(sides.apply(self))) {
                return new Statement.Response(other, "s" + (k + 1));
            }
        }
        return null;
    }
}

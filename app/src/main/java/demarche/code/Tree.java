package demarche.code;

import demarche.parse.Sentence;
import demarche.parse.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence's dependency tree with the questions that coding asks of it. Words are named by their CoNLL-U index. */
public final class Tree {
    private static final Set<String> QUANTITY = Set.of(
            "number",
            "day",
            "hour",
            "week",
            "month",
            "year",
            "bout",
            "series",
            "round",
            "wave",
            "group",
            "lot",
            "host",
            "string",
            "handful",
            "dozen",
            "ten",
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "plenty",
            "scores",
            "score",
            "act",
            "majority",
            "couple",
            "kind",
            "type",
            "form",
            "part",
            "range",
            "set",
            "spate",
            "member",
            "some",
            "most",
            "many",
            "all",
            "one",
            "ton",
            "tonne",
            "dollar",
            "worth",
            "amount",
            "shipment",
            "batch",
            "piece",
            "half",
            "third",
            "quarter",
            "percent",
            "pair",
            "bulk",
            "variety",
            "array",
            "load",
            "several",
            "team");

    /** First and last word, both inclusive. */
    public record Range(int first, int last) {}

    private final Sentence sentence;
    private final List<List<Token>> children;

    public Tree(Sentence sentence) {
        this.sentence = sentence;
        int n = sentence.tokens().size();
        children = new ArrayList<>(n + 1);
        for (int i = 0; i <= n; i++) {
            children.add(new ArrayList<>(4));
        }
        for (Token token : sentence.tokens()) {
            if (token.head() >= 0 && token.head() <= n && token.head() != token.index()) {
                children.get(token.head()).add(token);
            }
        }
    }

    public Sentence sentence() {
        return sentence;
    }

    public Token token(int index) {
        return sentence.token(index);
    }

    public int size() {
        return sentence.tokens().size();
    }

    /** Dependents of a word, in order of the sentence. */
    public List<Token> children(int index) {
        return children.get(index);
    }

    /** Dependents under one of these relations (without subtype, or with it when it is given). */
    public List<Token> children(int index, String... relations) {
        List<Token> out = new ArrayList<>(2);
        for (Token child : children.get(index)) {
            for (String relation : relations) {
                if (child.stands(relation)) {
                    out.add(child);
                    break;
                }
            }
        }
        return out;
    }

    /** Whether {@code index} has a dependent under the relation. */
    public boolean has(int index, String... relations) {
        return !children(index, relations).isEmpty();
    }

    /**
     * A phrase head with the heads coordinated with it ("A, B and C": three). "The ban but not with its leaders": what has a
     * preposition of its own where the first has none is coordinated with something else.
     */
    public List<Integer> conjuncts(int index) {
        List<Integer> out = new ArrayList<>(2);
        out.add(index);
        for (Token child : children(index, "conj")) {
            if (!nominal(child.index())
                    || preposition(child.index()).isEmpty()
                    || !preposition(index).isEmpty()
                    || !nominal(index)) {
                out.add(child.index());
            }
        }
        if (out.size() == 1 && preposition(index).equals("between")) {
            other(index).ifPresent(out::add);
            if (out.size() == 1) {
                one(index).ifPresent(w -> out.add(0, w));
            }
        }
        return out;
    }

    /** "Between police and opposition supporters": parsers take the first for a modifier of the second. */
    private Optional<Integer> one(int second) {
        int between = children(second, "case").get(0).index();
        Optional<Token> and = sentence.tokens().stream()
                .filter(t ->
                        t.index() > between && t.index() < second && t.lemma().equals("and"))
                .findFirst();
        return and.flatMap(k -> sentence.tokens().stream()
                .filter(t -> t.index() > between
                        && t.index() < k.index()
                        && Set.of("NOUN", "PROPN").contains(t.upos())
                        && (t.head() <= between || t.head() > k.index())
                        && !(t.stands("compound") && has(t.index(), "conj")))
                .map(Token::index)
                .findFirst());
    }

    /** "Between Westland and rebel leader Jan Berg": parsers hang the name on what governs the first. */
    private Optional<Integer> other(int first) {
        return children(token(first).head()).stream()
                .filter(t -> t.index() > first
                        && nominal(t.index())
                        && preposition(t.index()).isEmpty()
                        && Set.of("nmod", "obl", "obj").contains(t.baseRelation())
                        && range(t.index()).first() > first
                        && token(range(t.index()).first()).upos().equals("CCONJ"))
                .map(Token::index)
                .findFirst();
    }

    /** The phrase's preposition or possessive marker, multiword ones joined ("because of"); empty when it has none. */
    public String preposition(int index) {
        StringBuilder out = new StringBuilder();
        for (Token child : children(index, "case")) {
            if (child.upos().equals("PART")) {
                continue;
            }
            if (!out.isEmpty()) {
                out.append(' ');
            }
            out.append(child.lemma().toLowerCase(Locale.ROOT));
            for (Token more : children(child.index(), "fixed")) {
                out.append(' ').append(more.lemma().toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    /** Lower-case lemma. */
    public String lemma(int index) {
        return token(index).lemma().toLowerCase(Locale.ROOT);
    }

    /** The word that says what a phrase is: "attacks" in "a series of attacks". */
    public int contentHead(int index) {
        int at = index;
        for (int step = 0; step < 4; step++) {
            int next = at;
            if (QUANTITY.contains(lemma(at)) || token(at).upos().equals("NUM")) {
                for (Token child : children(at, "nmod")) {
                    // "hundreds of thousands of people": both phrases may hang on the first word.
                    if (preposition(child.index()).equals("of") && (next == at || QUANTITY.contains(lemma(next)))) {
                        next = child.index();
                    }
                }
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Whether {@code ancestor} governs {@code index}, directly or not; a word governs itself. */
    public boolean dominates(int ancestor, int index) {
        int at = index;
        for (int step = 0; at != 0 && step <= size(); step++) {
            if (at == ancestor) {
                return true;
            }
            at = token(at).head();
        }
        return false;
    }

    /** First and last word of the subtree. */
    public Range range(int index) {
        int first = index;
        int last = index;
        for (int i = 1; i <= size(); i++) {
            if (dominates(index, i)) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        return new Range(first, last);
    }

    /**
     * The relation mark of a clause ("if", "that", "to", "after"), lower case; null without one. The "to" in "to help defend"
     * is of "help", also where parsers give it to "defend".
     */
    public @Nullable String mark(int index) {
        List<Token> marks = children(index, "mark");
        if (marks.isEmpty() && index > 1 && token(index).xpos().equals("VB")) {
            Token before = token(index - 1);
            return before.xpos().equals("TO") && dominates(index, before.index()) ? "to" : null;
        }
        if (marks.isEmpty()) {
            return null;
        }
        // "asked for the crew to be freed" asks them to be freed: the second word is the infinitive's.
        boolean forTo = marks.size() > 1
                && marks.get(0).lemma().equalsIgnoreCase("for")
                && marks.get(1).lemma().equalsIgnoreCase("to");
        return marks.get(forTo ? 1 : 0).lemma().toLowerCase(Locale.ROOT);
    }

    /** Depth in the tree; the root has 1. */
    public int depth(int index) {
        int depth = 0;
        for (int at = index; at != 0 && depth <= size(); at = token(at).head()) {
            depth++;
        }
        return depth;
    }

    /** Whether the word is a noun, proper noun, pronoun or number that can head an argument. */
    public boolean nominal(int index) {
        return switch (token(index).upos()) {
            case "NOUN", "PROPN", "PRON", "NUM", "SYM", "X" -> true;
            case "ADJ", "DET" -> !has(index, "cop");
            default -> false;
        };
    }
}

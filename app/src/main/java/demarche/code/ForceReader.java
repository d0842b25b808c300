package demarche.code;

import demarche.parse.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how an act is put: negated, future, hypothetical, obliged, or only somebody's aim. */
final class ForceReader {
    private static final Set<String> NEGATIVE = Set.of("not", "n't", "never", "neither", "nor", "n’t", "no longer");
    private static final Set<String> NO = Set.of("no", "neither", "none", "nobody", "nothing");
    private static final Set<String> MAY = Set.of("may", "might", "could", "can");
    private static final Set<String> IF = Set.of("if", "unless", "whether", "should", "lest");

    /** Relations by which an act belongs to the clause above it, so that an "if" there holds of it. */
    private static final Set<String> UNDER =
            Set.of("conj", "xcomp", "ccomp", "obj", "acl", "nsubj", "obl", "nmod", "advcl");

    /** Clauses under these in the present tense are of what has not come yet: "until Ostland backs down". */
    private static final Set<String> TILL = Set.of("before", "until", "till");

    private static final Clause.Force NOT = new Clause.Force(true, false, false, false, false, false);
    private static final Clause.Force LATER = new Clause.Force(false, true, false, false, false, false);
    private static final Clause.Force PERHAPS = new Clause.Force(false, false, true, false, false, false);

    private final Tree tree;
    private final Codebook codebook;

    ForceReader(Tree tree, Codebook codebook) {
        this.tree = tree;
        this.codebook = codebook;
    }

    Clause.Force force(int word) {
        return force(word, 0);
    }

    private Clause.Force force(int word, int step) {
        boolean negated = negated(word);
        boolean future = false;
        boolean hypothetical = false;
        boolean obliged = false;
        boolean conditional = conditional(word);
        future = arranged(word);
        for (Token aux : tree.children(word, "aux")) {
            String lemma = aux.lemma().toLowerCase(Locale.ROOT);
            String form = aux.form().toLowerCase(Locale.ROOT);
            if (Set.of("will", "shall", "wo", "'ll", "’ll").contains(lemma) || form.equals("wo")) {
                future = true;
            } else if (lemma.equals("would") || form.equals("would")) {
                // "would meet if …": announced under a condition.
                future = true;
            } else if (MAY.contains(lemma) || MAY.contains(form)) {
                // "could not", "cannot" say that it does not happen, not that it may.
                hypothetical = !negated;
            } else if (lemma.equals("should")
                    || lemma.equals("must")
                    || lemma.equals("ought")
                    || form.equals("should")) {
                obliged = true;
            }
        }
        if (tree.token(word).upos().equals("NOUN")) {
            future |= described(word, "scheduled");
            hypothetical |= described(word, "thought-of");
        }
        boolean past =
                tree.children(word, "aux").stream().anyMatch(a -> a.form().equalsIgnoreCase("had"));
        boolean purpose = purpose(word);
        boolean open = hypothetical || conditional || judged(word) || doubted(word);
        Clause.Force own = new Clause.Force(negated, future, open, obliged, purpose, past);
        Clause.Force outer = step < 6 ? outer(word, step) : null;
        return outer == null ? own : combine(own, outer);
    }

    private boolean described(int noun, String group) {
        return tree.children(noun, "amod").stream()
                .anyMatch(a -> codebook.is(group, a.form().toLowerCase(Locale.ROOT)));
    }

    /** "possibly", "perhaps". */
    private boolean doubted(int word) {
        return tree.children(word, "advmod").stream()
                .anyMatch(a -> codebook.is("perhaps", a.form().toLowerCase(Locale.ROOT)));
    }

    private static Clause.Force combine(Clause.Force own, Clause.Force outer) {
        return new Clause.Force(
                own.negated() ^ outer.negated(),
                own.future() || outer.future(),
                own.hypothetical() || outer.hypothetical(),
                own.obliged() || outer.obliged(),
                own.purpose() || outer.purpose(),
                own.past() || outer.past());
    }

    /** What the words that embed this act make of it; null when nothing does. */
    private Clause.@Nullable Force outer(int word, int step) {
        Token token = tree.token(word);
        int governor = token.head();
        if (governor == 0) {
            return null;
        }
        String relation = token.baseRelation();
        if (relation.equals("conj")) {
            boolean clauseOfItsOwn = tree.has(word, "nsubj", "aux") || tensed(word, governor);
            Clause.Force shared = force(governor, step + 1);
            return clauseOfItsOwn
                    ? new Clause.Force(
                            false,
                            false,
                            shared.hypothetical() && conditional(governor),
                            false,
                            shared.purpose(),
                            false)
                    : shared;
        }
        boolean nominal = tree.token(governor).upos().equals("NOUN");
        Clause.Force onNoun = token.upos().equals("NOUN") ? ofNoun(word, step) : null;
        if (onNoun != null) {
            return onNoun;
        }
        if (relation.equals("acl") && nominal && token.xpos().equals("VBG") && tree.mark(word) == null) {
            // "an order imposing sanctions" imposes them, "an order to impose sanctions" does not.
            return null;
        }
        boolean light = relation.equals("obj") || token.relation().equals("nsubj:pass");
        if (light && token.upos().equals("NOUN") && codebook.isLight(tree.lemma(governor))) {
            Clause.Force lent = force(governor, step + 1);
            return negatingLight(governor) ? combine(lent, NOT) : lent;
        }
        if (relation.equals("xcomp") && yet(governor)) {
            return combine(force(governor, step + 1), NOT);
        }
        if (!relation.equals("xcomp")
                && !(relation.equals("acl") && nominal)
                && !relation.equals("ccomp")
                && !relation.equals("advcl")) {
            return null;
        }
        if (tree.lemma(governor).equals("have")
                && "to".equals(tree.mark(word))
                && !tree.token(governor).form().equalsIgnoreCase("had")) {
            return combine(force(governor, step + 1), new Clause.Force(false, false, false, true, false, false));
        }
        boolean going = tree.token(governor).form().equalsIgnoreCase("going") && "to".equals(tree.mark(word));
        Codebook.Effect phrasal = phrasal(governor, word);
        Codebook.Effect effect = going
                ? Codebook.Effect.FUTURE
                : phrasal != null
                        ? phrasal
                        : codebook.embedding(tree.lemma(governor), nominal ? Predicate.Kind.NOUN : Predicate.Kind.VERB);
        if (effect == null
                || relation.equals("ccomp")
                        && effect != Codebook.Effect.FUTURE
                        && effect != Codebook.Effect.HYPOTHETICAL
                        && effect != Codebook.Effect.ATTEMPTED
                        && effect != Codebook.Effect.PREPARED
                || relation.equals("advcl")
                        && phrasal == null
                        && !tree.token(governor).upos().equals("ADJ")) {
            return null;
        }
        if (relation.equals("ccomp") && effect == Codebook.Effect.FUTURE) {
            if (told(word)) {
                // "expects that … were laid": what is told in the past is not to come.
                return null;
            }
            // "hopes", "is hopeful that the sides will agree": what somebody else is to do is only wished for.
            boolean wished = codebook.is("wishing", tree.lemma(governor))
                    || tree.token(governor).upos().equals("ADJ");
            effect = wished ? Codebook.Effect.HYPOTHETICAL : effect;
        }
        if (tree.lemma(governor).equals("claim") && (relation.equals("ccomp") || done(word))) {
            // "claimed to have shot him" tells a deed, "claims to be making arms" boasts of one.
            effect = Codebook.Effect.ACTUAL;
        }
        return combine(force(governor, step + 1), made(effect));
    }

    /** Whether the act is told as over: in the past, or with "have". */
    private boolean done(int word) {
        return told(word)
                || tree.children(word, "aux").stream().anyMatch(a -> a.lemma().equals("have"));
    }

    private static Clause.Force made(Codebook.Effect effect) {
        return switch (effect) {
            case ACTUAL -> Clause.Force.PLAIN;
            case NEGATED -> NOT;
            case FUTURE, PREPARED -> LATER;
            case HYPOTHETICAL, ATTEMPTED -> PERHAPS;
        };
    }

    /** "have yet to release": not so far. */
    private boolean yet(int verb) {
        return tree.lemma(verb).equals("have")
                && tree.children(verb, "advmod").stream().anyMatch(a -> a.form().equalsIgnoreCase("yet"));
    }

    /** What the word that governs an act told by a noun makes of it; null when it says nothing. */
    private Clause.@Nullable Force ofNoun(int noun, int step) {
        Token token = tree.token(noun);
        int governor = token.head();
        String lemma = tree.lemma(governor);
        boolean object = token.baseRelation().equals("obj") || token.relation().equals("nsubj:pass");
        if (token.baseRelation().equals("nmod")
                && tree.token(governor).upos().equals("NOUN")
                && Set.of("of", "for").contains(tree.preposition(noun))) {
            // "the threat of an attack", "calls for talks"
            return codebook.embedding(lemma, Predicate.Kind.NOUN) == Codebook.Effect.HYPOTHETICAL ? PERHAPS : null;
        }
        if (object
                && (codebook.is("averting", lemma)
                        || codebook.is("wishing", lemma)
                        || tree.has(noun, "nmod:poss") && codebook.is("lacking", lemma))) {
            // "averted a war", "wants a withdrawal", "needs the ministers' approval"
            return PERHAPS;
        }
        boolean definite =
                tree.children(noun, "det").stream().anyMatch(d -> d.form().equalsIgnoreCase("the"));
        if (object && !definite && codebook.is("planning", lemma)) {
            return combine(force(governor, step + 1), LATER);
        }
        boolean occurs = token.baseRelation().equals("nsubj")
                && (codebook.is("occurring", lemma)
                        || tree.children(governor, "obj", "compound", "advmod").stream()
                                .anyMatch(c -> codebook.is("occurring", lemma + " " + c.lemma())));
        return occurs ? force(governor, step + 1) : null;
    }

    /** "ruled out attacking", "stopped short of attacking", "decided against attacking": what a verb with its particle or before a preposition makes of an act. */
    private Codebook.@Nullable Effect phrasal(int verb, int act) {
        for (Token particle : tree.children(verb, "compound", "advmod")) {
            Codebook.Effect effect = codebook.embedding(tree.lemma(verb) + " " + particle.lemma(), Predicate.Kind.VERB);
            if (effect != null) {
                return effect;
            }
        }
        return codebook.embedding(tree.lemma(verb) + " " + tree.mark(act), Predicate.Kind.VERB);
    }

    /** Whether the clause is finite and in the past. */
    private boolean told(int word) {
        return tree.token(word).xpos().equals("VBD")
                || tree.children(word, "aux").stream().anyMatch(a -> a.form().matches("(?i)was|were|had|did"));
    }

    /** "will not yield and continues to fight": a second verb of its own tense does not share the first one's auxiliary. */
    private boolean tensed(int word, int first) {
        return first != 0
                && Set.of("VBZ", "VBP", "VBD").contains(tree.token(word).xpos())
                && Set.of("VB", "VBG").contains(tree.token(first).xpos())
                && tree.has(first, "aux");
    }

    boolean ownRefusal(int word) {
        boolean will = tree.children(word, "aux").stream()
                .anyMatch(a -> Set.of("will", "would", "wo", "shall", "'ll", "’ll")
                        .contains(a.form().toLowerCase(Locale.ROOT)));
        Token token = tree.token(word);
        boolean going = token.baseRelation().equals("xcomp")
                && token.head() != 0
                && tree.token(token.head()).form().equalsIgnoreCase("going")
                && negated(token.head());
        if (going) {
            return true;
        }
        boolean shared =
                token.baseRelation().equals("conj") && !tree.has(word, "aux", "nsubj") && !tensed(word, token.head());
        return will && negated(word) || shared && token.head() != 0 && ownRefusal(token.head());
    }

    boolean possible(int word) {
        Token token = tree.token(word);
        if (conditional(word) || wished(word)) {
            return false;
        }
        if (doubted(word)
                || tree.children(word, "aux").stream()
                        .anyMatch(a -> MAY.contains(a.form().toLowerCase(Locale.ROOT)) || obliges(a))) {
            return true;
        }
        int governor = token.head();
        boolean verbal = governor != 0 && tree.token(governor).upos().equals("VERB");
        return switch (token.baseRelation()) {
            case "xcomp" -> verbal && !codebook.is("enabling", tree.lemma(governor));
            case "conj" -> governor != 0 && possible(governor);
            case "obj", "nsubj" -> verbal && codebook.isLight(tree.lemma(governor)) && possible(governor);
            default -> false;
        };
    }

    /** "hopes that Ostland can ratify": what somebody only wishes or wonders. */
    private boolean wished(int word) {
        Token token = tree.token(word);
        return token.baseRelation().equals("ccomp")
                && token.head() != 0
                && (codebook.is("wishing", tree.lemma(token.head()))
                        || Set.of("doubt", "wonder", "ask", "question", "fear", "think", "believe", "know")
                                .contains(tree.lemma(token.head())));
    }

    private static boolean obliges(Token aux) {
        return Set.of("should", "must", "ought").contains(aux.form().toLowerCase(Locale.ROOT));
    }

    boolean denied(int word) {
        Token token = tree.token(word);
        return !"without".equals(tree.mark(word)) && !token.baseRelation().equals("amod");
    }

    /** "is to visit", "are to meet", "due to be discussed". */
    private boolean arranged(int word) {
        return tree.children(word, "mark", "case", "advmod").stream()
                        .anyMatch(c -> c.lemma().equals("due"))
                || "to".equals(tree.mark(word))
                        && tree.children(word, "aux", "cop").stream()
                                .anyMatch(a -> Set.of("is", "are", "was", "were")
                                        .contains(a.form().toLowerCase(Locale.ROOT)));
    }

    /** "It would be foolish for Ostland to strike back": what is only judged need not take place; what "was a mistake" did. */
    private boolean judged(int word) {
        Token token = tree.token(word);
        int judgement = token.head();
        return token.baseRelation().equals("csubj")
                && tree.children(word, "mark").stream().anyMatch(m -> m.lemma().equals("to"))
                && tree.children(judgement, "cop", "aux").stream()
                        .noneMatch(a -> a.form().matches("(?i)was|were|had|have|has"));
    }

    private boolean negatingLight(int verb) {
        return codebook.is("cancelling", tree.lemma(verb));
    }

    private boolean negated(int word) {
        for (Token child : tree.children(word)) {
            String form = child.form().toLowerCase(Locale.ROOT);
            String base = child.baseRelation();
            if (base.equals("advmod")
                    && (NEGATIVE.contains(form) || child.lemma().equals("not") || noLonger(child))
                    && !lent(child, word)) {
                return true;
            }
            if (base.equals("mark") && form.equals("without") || base.equals("case") && form.equals("without")) {
                return true;
            }
            boolean argument = base.equals("nsubj") || base.equals("obj");
            if (argument
                    && (NO.contains(form)
                            || tree.children(child.index(), "det").stream()
                                    .anyMatch(d -> d.form().matches("(?i)no|neither")))) {
                return true;
            }
            if (base.equals("det") && form.equals("no")) {
                return true;
            }
        }
        Token own = tree.token(word);
        return own.baseRelation().equals("xcomp")
                && tree.children(own.head(), "advmod").stream()
                        .anyMatch(a -> NEGATIVE.contains(a.form().toLowerCase(Locale.ROOT)) && lent(a, own.head()));
    }

    /** "pledged never to invade": a negation between a verb and the "to" behind it is the infinitive's. */
    private boolean lent(Token negation, int verb) {
        int next = negation.index() + 1;
        return negation.index() > verb
                && next <= tree.size()
                && tree.token(next).form().equalsIgnoreCase("to")
                && tree.has(verb, "xcomp");
    }

    private boolean noLonger(Token adverb) {
        return adverb.form().equalsIgnoreCase("longer")
                && adverb.index() > 1
                && tree.token(adverb.index() - 1).form().equalsIgnoreCase("no");
    }

    /** Whether the act stands inside an if-clause, or in a question. */
    boolean conditional(int word) {
        int at = word;
        for (int i = 0; i < 6 && at != 0; i++) {
            String mark = tree.mark(at);
            if (mark != null && (IF.contains(mark) || TILL.contains(mark) && present(at)) || inverted(at)) {
                return true;
            }
            String relation = tree.token(at).baseRelation();
            if (!UNDER.contains(relation) || tree.token(at).relation().equals("acl:relcl")) {
                return false;
            }
            at = tree.token(at).head();
        }
        return false;
    }

    private boolean present(int word) {
        return Set.of("VBZ", "VBP").contains(tree.token(word).xpos())
                || tree.children(word, "aux", "cop").stream()
                        .anyMatch(a -> Set.of("VBZ", "VBP").contains(a.xpos()));
    }

    /** "Had the rebels taken the town", "were Ostland to strike": a condition without an "if". */
    private boolean inverted(int word) {
        String mark = tree.mark(word);
        if (!tree.token(word).baseRelation().equals("advcl") || mark != null && !mark.equals("to")) {
            return false;
        }
        List<Token> subjects = tree.children(word, "nsubj");
        return !subjects.isEmpty()
                && tree.children(word, "aux", "cop").stream()
                        .anyMatch(a ->
                                a.index() < tree.range(subjects.get(0).index()).first()
                                        && a.form().matches("(?i)had|were|should"));
    }

    /** Whether "if", "unless" or "until" hangs on the act. */
    boolean conditioned(int word) {
        return tree.children(word, "advcl").stream()
                .anyMatch(c -> Set.of("if", "unless", "until").contains(String.valueOf(tree.mark(c.index()))));
    }

    /** Whether "unless …" hangs on the act: then it is a threat, whatever is announced. */
    boolean unless(int word) {
        for (Token child : tree.children(word, "advcl")) {
            if ("unless".equals(tree.mark(child.index()))) {
                return true;
            }
        }
        return false;
    }

    private boolean purpose(int word) {
        Token token = tree.token(word);
        if (token.head() == 0) {
            return false;
        }
        if ("at".equals(tree.mark(word)) && token.xpos().equals("VBG")) {
            return tree.lemma(token.head()).equals("aim");
        }
        if (!"to".equals(tree.mark(word))) {
            return false;
        }
        if (token.relation().equals("acl") && tree.token(token.head()).upos().equals("NOUN")) {
            // "troops to guard the border": what a thing is for; "a plan to attack" is an embedded act.
            return codebook.embedding(tree.lemma(token.head()), Predicate.Kind.NOUN) == null;
        }
        return token.baseRelation().equals("advcl")
                && tree.token(token.head()).upos().equals("VERB")
                && !speaksOut(token.head())
                // "voted 93 to 0 to urge" urges.
                && !tree.lemma(token.head()).equals("vote");
    }

    /** "held a news conference to denounce", "wrote to protest": what somebody speaks up for is what is said. */
    private boolean speaksOut(int verb) {
        return codebook.is("platform", tree.lemma(verb))
                || tree.children(verb, "obj", "obl").stream()
                        .anyMatch(o -> codebook.is("platform", tree.lemma(o.index())));
    }
}

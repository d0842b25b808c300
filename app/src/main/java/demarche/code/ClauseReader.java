package demarche.code;

import demarche.parse.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The syntax engine: reads a {@link Clause} off the tree for any verb, noun or adjective.
 *
 * <p>Follows Universal Dependencies v2 (universaldependencies.org/guidelines): passives by {@code nsubj:pass},
 * {@code aux:pass} and bare participles; agents by {@code obl:agent} or "by"; control through {@code xcomp};
 * relative clauses through {@code acl:relcl}; participles through {@code acl} and {@code advcl}; shared subjects and
 * objects of coordinated verbs through {@code conj}.
 */
final class ClauseReader {
    private static final int MOST_STEPS = 8;
    /** Before whose words they are: "calls from Ostland for talks". */
    private static final List<String> VOICED = List.of("by", "from", "between", "among");
    /** "protest against violations by the police": what follows is no longer of the first noun. */
    private static final Set<String> TOWARDS = Set.of("against", "about", "over", "with", "at", "to", "between", "by");

    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom", "what");
    /** Verbs whose infinitive's subject is their own subject even when they have an object. */
    private static final Set<String> SUBJECT_CONTROL =
            Set.of("promise", "vow", "threaten", "pledge", "swear", "use", "send", "offer", "agree");

    private static final Set<String> AFTER = Set.of("after", "following", "follow", "during", "in", "at");
    /** "is opposed to", "is committed to": passive in form only. */
    private static final Set<String> MINDED = Set.of("oppose", "commit", "determine", "resolve", "dedicate", "agree");

    private final Tree tree;
    private final Codebook codebook;
    private final ForceReader forces;

    ClauseReader(Tree tree, Codebook codebook) {
        this.tree = tree;
        this.codebook = codebook;
        this.forces = new ForceReader(tree, codebook);
    }

    /** The clause of a word; null when the word is of no class that carries acts. */
    @Nullable
    Clause read(int word) {
        Predicate.Kind kind = kind(word);
        if (kind == null) {
            return null;
        }
        boolean passive = kind == Predicate.Kind.VERB && passive(word);
        Map<String, List<Integer>> obliques = obliques(word, kind);
        boolean reciprocal = kind == Predicate.Kind.NOUN && obliques.containsKey("between");
        List<Integer> subjects = switch (kind) {
            case VERB, ADJECTIVE -> subjects(word, 0);
            case NOUN -> nounClauseSubjects(word);
        };
        List<Integer> objects = kind == Predicate.Kind.VERB ? objects(word, 0) : List.of();
        return new Clause(
                word,
                kind,
                subjects,
                objects,
                expand(tree.children(word, "iobj")),
                obliques,
                complements(word),
                passive,
                forces.force(word),
                reciprocal);
    }

    /** "is outraged at", "was committed to": a participle read as an adjective of its surface subject. */
    Clause asAdjective(Clause clause) {
        return new Clause(
                clause.predicate(),
                Predicate.Kind.ADJECTIVE,
                objects(clause.predicate(), 0),
                List.of(),
                List.of(),
                clause.obliques(),
                clause.complements(),
                false,
                clause.force(),
                false);
    }

    /** Who acts in a noun; of a noun that is a predicate ("is out of the question") its surface subject, if nobody else. */
    private List<Integer> nounClauseSubjects(int word) {
        List<Integer> own = nounSubjects(word, 0);
        return own.isEmpty() && tree.has(word, "cop") ? expand(tree.children(word, "nsubj")) : own;
    }

    private Predicate.@Nullable Kind kind(int word) {
        Token token = tree.token(word);
        return switch (token.upos()) {
            case "VERB" -> Predicate.Kind.VERB;
            // "invasion forces", "strike fund": the act only tells which.
            case "NOUN" -> token.baseRelation().equals("compound") ? null : Predicate.Kind.NOUN;
            case "ADJ" -> Predicate.Kind.ADJECTIVE;
            case "ADV" -> tree.has(word, "cop") ? Predicate.Kind.ADJECTIVE : null;
            // Headlines capitalise verbs and nouns, and taggers take them for names.
            case "PROPN" -> token.xpos().startsWith("V") ? Predicate.Kind.VERB : null;
            case "AUX" ->
                tree.has(word, "nsubj") && tree.has(word, "obj", "xcomp", "ccomp") ? Predicate.Kind.VERB : null;
            default -> null;
        };
    }

    /** Whether the act is put as a condition ("if Ostland refuses") or asked about. */
    boolean conditional(int word) {
        return forces.conditional(word);
    }

    /** Whether the act is what somebody asks, shows or knows: "told nurses why they should not strike", "what it must do". */
    boolean asked(int word) {
        return tree.children(word, "advmod", "obj", "mark", "obl").stream()
                .anyMatch(t -> t.xpos().matches("WRB|WP") || t.form().equalsIgnoreCase("whether"));
    }

    /** Whether a condition hangs on the act: "could strike if Ostland lands". */
    boolean conditioned(int word) {
        return forces.conditioned(word);
    }

    /** Whether the act is put under an "unless". */
    boolean unless(int word) {
        return forces.unless(word);
    }

    /** Whether the act was tried: the word it hangs on is of effect {@code attempted} and is no mere possibility itself. */
    boolean attempted(int word) {
        return embedded(word, Codebook.Effect.ATTEMPTED)
                && !forces.force(tree.token(word).head()).hypothetical();
    }

    /** Whether the act is got ready ("prepared to attack"). */
    boolean prepared(int word) {
        return embedded(word, Codebook.Effect.PREPARED)
                || embedded(word, Codebook.Effect.ACTUAL)
                        && prepared(tree.token(word).head());
    }

    private boolean embedded(int word, Codebook.Effect effect) {
        Token token = tree.token(word);
        if (token.head() == 0 || !Set.of("xcomp", "acl").contains(token.baseRelation())) {
            return false;
        }
        boolean noun = tree.token(token.head()).upos().equals("NOUN");
        return codebook.embedding(tree.lemma(token.head()), noun ? Predicate.Kind.NOUN : Predicate.Kind.VERB) == effect;
    }

    /** Whether the word's own clause says "will not". */
    boolean ownRefusal(int word) {
        return forces.ownRefusal(word);
    }

    /** Whether the possibility is predicated ("may strike", "is considering a strike"), not only mentioned. */
    boolean possible(int word) {
        return forces.possible(word);
    }

    /** Whether the denial is predicated ("did not strike", "failed to strike"), not only mentioned ("without striking"). */
    boolean denied(int word) {
        return forces.denied(word);
    }

    boolean passive(int verb) {
        if (MINDED.contains(tree.lemma(verb)) && !byAgent(verb) || firedOn(verb)) {
            return false;
        }
        if (tree.has(verb, "nsubj:pass", "aux:pass", "csubj:pass") || byAgent(verb)) {
            return true;
        }
        Token token = tree.token(verb);
        if (orderedTo(token)) {
            return true;
        }
        if (!token.xpos().equals("VBN") || tree.has(verb, "aux") || misreadPast(verb)) {
            return false;
        }
        return switch (token.baseRelation()) {
            case "acl", "advcl" -> true;
            case "conj" -> !tree.has(verb, "nsubj", "obj") && passive(token.head());
            case "amod" -> true;
            default -> false;
        };
    }

    /** "Peacekeepers fired on a crowd": a simple past that parsers take for a passive without its auxiliary. */
    private boolean firedOn(int verb) {
        return tree.token(verb).xpos().equals("VBD")
                && !tree.has(verb, "aux:pass")
                && tree.children(verb, "obl").stream()
                        .anyMatch(o -> Set.of("on", "at", "upon").contains(tree.preposition(o.index()))
                                && tree.children(o.index(), "case").get(0).index() == verb + 1
                                && !o.form().matches("[A-Z]\\w+day|\\d+"));
    }

    /** "was fined and ordered to pay": a simple past to the tagger, but nobody is told who was ordered unless it is passive. */
    private boolean orderedTo(Token verb) {
        return verb.xpos().equals("VBD")
                && verb.baseRelation().equals("conj")
                && Set.of("order", "tell", "require", "force", "allow", "compel", "ask")
                        .contains(tree.lemma(verb.index()))
                && !tree.has(verb.index(), "nsubj", "obj", "iobj", "aux")
                && tree.has(verb.index(), "xcomp")
                && passive(verb.head());
    }

    private boolean byAgent(int verb) {
        return tree.children(verb, "obl:agent").stream()
                .anyMatch(a -> tree.preposition(a.index()).equals("by"));
    }

    /** "Police arrested him": a simple past that parsers take for a participle of its subject. Its object tells. */
    private boolean misreadPast(int verb) {
        Token token = tree.token(verb);
        boolean describes =
                token.relation().equals("acl") || token.baseRelation().equals("amod");
        return describes
                && token.head() != 0
                && token.head() < verb
                && !tree.token(token.head()).upos().equals("ADJ")
                && (!misreadObjects(verb).isEmpty() || rootName(token.head(), verb));
    }

    /** "Nordia suspended aid to …": a past tense that parsers take for a modifier of its own object. */
    boolean misreadRoot(int verb) {
        Token token = tree.token(verb);
        return token.xpos().equals("VBD")
                && Set.of("amod", "compound").contains(token.baseRelation())
                && token.head() > verb
                && tree.token(token.head()).head() == 0;
    }

    private List<Integer> misreadSubjects(int verb) {
        List<Token> before = tree.children(tree.token(verb).head(), "nmod:poss", "nsubj", "compound", "nmod");
        before.removeIf(b -> b.index() >= verb
                || b.xpos().equals("VBD")
                || tree.children(b.index(), "case").stream().anyMatch(c -> c.index() < verb));
        return before.isEmpty() ? List.of() : tree.conjuncts(before.get(0).index());
    }

    /** "Ostland mediated between …": a sentence of a name and nothing else, so its participle is its verb. */
    private boolean rootName(int noun, int verb) {
        return tree.token(noun).head() == 0
                && tree.token(noun).upos().equals("PROPN")
                && !tree.has(noun, "cop")
                && tree.children(verb, "obl").stream()
                        .noneMatch(o -> tree.preposition(o.index()).equals("by"));
    }

    private List<Token> misreadObjects(int verb) {
        List<Token> out = tree.children(verb, "obj", "obl:agent");
        out.removeIf(o -> o.index() < verb || !tree.preposition(o.index()).isEmpty());
        return out;
    }

    /** Who does the act: surface subject, by-phrase, controller, or the noun that a participle or relative clause describes. */
    List<Integer> subjects(int word, int step) {
        if (step > MOST_STEPS) {
            return List.of();
        }
        Token token = tree.token(word);
        if (token.upos().equals("VERB") && passive(word)) {
            return agents(word);
        }
        List<Token> own = tree.children(word, "nsubj");
        own.removeIf(s -> s.relation().equals("nsubj:pass") && !MINDED.contains(tree.lemma(word)) && !firedOn(word));
        if (own.size() > 1 && token.baseRelation().equals("ccomp") && !tree.has(token.head(), "nsubj")) {
            // "Ostland has refused, a diplomat said": parsers give both to the first verb.
            own.removeIf(s -> s.index() > word && s.index() < token.head());
        }
        if (!own.isEmpty()) {
            return antecedents(word, own);
        }
        return inherited(word, step);
    }

    private List<Integer> inherited(int word, int step) {
        Token token = tree.token(word);
        int governor = token.head();
        if (governor == 0) {
            return List.of();
        }
        return switch (token.baseRelation()) {
            case "conj", "parataxis" ->
                saidBeside(word)
                        ? surfaceSubjects(tree.token(governor).head(), step + 1)
                        : predicative(governor) && !token.relation().equals("parataxis")
                                ? surfaceSubjects(governor, step + 1)
                                : List.of();
            case "xcomp", "ccomp" -> controller(governor, step + 1);
            case "advcl" -> predicative(governor) ? advclSubject(word, governor, step) : List.of();
            case "acl" ->
                token.relation().equals("acl:relcl") || !token.xpos().equals("VB")
                        ? tree.conjuncts(governor)
                        : nounSubjects(governor, step + 1);
            case "amod", "compound" ->
                misreadPast(word) ? tree.conjuncts(governor) : misreadRoot(word) ? misreadSubjects(word) : List.of();
            default -> List.of();
        };
    }

    /** "He said his troops had won and accused Westland": words of another tense, which parsers join to what was said. */
    private boolean saidBeside(int word) {
        Token token = tree.token(word);
        Token first = tree.token(token.head());
        boolean telling = first.baseRelation().equals("ccomp") && tree.has(first.head(), "nsubj");
        return telling
                && token.xpos().equals("VBD")
                && codebook.is("telling", tree.lemma(word))
                && !tree.has(word, "aux")
                && tree.has(first.index(), "aux", "cop", "aux:pass");
    }

    private List<Integer> advclSubject(int word, int governor, int step) {
        List<Integer> called = new ArrayList<>();
        if ("to".equals(tree.mark(word))) {
            // "called on Westland to withdraw": parsers hang the infinitive on the verb as an adverbial clause.
            for (Token child : tree.children(governor, "obl")) {
                if (Set.of("on", "upon", "to").contains(tree.preposition(child.index()))
                        && tree.lemma(governor).matches("call|appeal|press|urge|say|signal")) {
                    called.addAll(tree.conjuncts(child.index()));
                }
            }
        }
        if ("to".equals(tree.mark(word)) && codebook.is("asking", tree.lemma(governor))) {
            // "demanded the sides to the conflict to allow …"
            called.addAll(objects(governor, step + 1));
        }
        if (called.isEmpty()
                && "as".equals(tree.mark(word))
                && !objects(governor, step + 1).isEmpty()) {
            // "quoted him as saying": said of the object.
            return objects(governor, step + 1);
        }
        if (called.isEmpty()
                && "for".equals(tree.mark(word))
                && tree.token(word).xpos().equals("VBG")
                && !objects(governor, step + 1).isEmpty()) {
            // "jailed the editor for criticising the court": whom it is done to did it.
            return objects(governor, step + 1);
        }
        return called.isEmpty() ? surfaceSubjects(governor, step + 1) : called;
    }

    /** The subject as the sentence shows it: of a passive that is who undergoes the act. */
    private List<Integer> surfaceSubjects(int word, int step) {
        return tree.token(word).upos().equals("VERB") && passive(word) ? objects(word, step) : subjects(word, step);
    }

    /** Who an infinitive under {@code governor} is said of. */
    private List<Integer> controller(int governor, int step) {
        if (!predicative(governor)) {
            return nounSubjects(governor, step);
        }
        List<Integer> objects = objects(governor, step);
        if (!objects.isEmpty() && !SUBJECT_CONTROL.contains(tree.lemma(governor))) {
            return objects;
        }
        List<Integer> indirect = expand(tree.children(governor, "iobj"));
        if (!indirect.isEmpty()) {
            return indirect;
        }
        if (tree.lemma(governor).matches("call|appeal")) {
            for (Token child : tree.children(governor, "obl")) {
                if (Set.of("on", "upon", "to", "for").contains(tree.preposition(child.index()))) {
                    return tree.conjuncts(child.index());
                }
            }
        }
        return subjects(governor, step);
    }

    private boolean predicative(int word) {
        return word != 0
                && switch (tree.token(word).upos()) {
                    case "VERB", "AUX", "ADJ" -> true;
                    default -> tree.has(word, "cop", "nsubj");
                };
    }

    private List<Integer> agents(int verb) {
        List<Token> marked = tree.children(verb, "obl:agent");
        marked.removeIf(a -> tree.preposition(a.index()).isEmpty());
        List<Integer> out = new ArrayList<>(expand(marked));
        if (out.isEmpty()) {
            for (Token child : tree.children(verb, "obl", "nmod")) {
                if (tree.preposition(child.index()).equals("by")) {
                    out.addAll(tree.conjuncts(child.index()));
                }
            }
        }
        if (out.isEmpty()
                && tree.token(verb).baseRelation().equals("conj")
                && tree.token(verb).head() != 0
                && tree.token(tree.token(verb).head()).upos().equals("VERB")
                && passive(tree.token(verb).head())) {
            return agents(tree.token(verb).head());
        }
        return out;
    }

    /** What the act is done to. */
    List<Integer> objects(int verb, int step) {
        if (step > MOST_STEPS) {
            return List.of();
        }
        Token token = tree.token(verb);
        if (passive(verb)) {
            List<Token> own = tree.children(verb, "nsubj:pass", "csubj:pass");
            if (own.isEmpty() && token.upos().equals("VERB") && tree.has(verb, "aux:pass")) {
                own = tree.children(verb, "nsubj");
            }
            if (!own.isEmpty()) {
                return antecedents(verb, own);
            }
            return switch (token.baseRelation()) {
                case "acl", "amod" -> tree.conjuncts(token.head());
                case "conj" -> {
                    List<Integer> shared = objects(token.head(), step + 1);
                    yield shared.isEmpty() && !passive(token.head()) ? subjects(token.head(), step + 1) : shared;
                }
                case "xcomp", "advcl" -> token.head() == 0 ? List.of() : surfaceSubjects(token.head(), step + 1);
                default -> List.of();
            };
        }
        if (misreadRoot(verb)) {
            return tree.conjuncts(token.head());
        }
        List<Token> own = misreadPast(verb) ? misreadObjects(verb) : tree.children(verb, "obj");
        if (own.isEmpty() && tree.has(verb, "compound:prt")) {
            // "called off their strike": parsers take the particle for a preposition and its noun for an adjunct.
            own = tree.children(verb, "obl");
            own.removeIf(o ->
                    !o.relation().equals("obl") || !tree.preposition(o.index()).isEmpty());
        }
        if (own.isEmpty()) {
            own = tree.children(verb, "iobj");
        }
        if (own.isEmpty()) {
            own = called(verb);
        }
        if (own.isEmpty()) {
            // "arrested 12 after the protest": parsers take the number for a time.
            own = tree.children(verb, "obl:unmarked");
            own.removeIf(o -> o.index() != verb + 1 || !o.upos().equals("NUM"));
        }
        if (!own.isEmpty()) {
            return antecedents(verb, own);
        }
        if (token.relation().equals("acl:relcl") && tree.has(verb, "nsubj") && !tree.has(verb, "obl")) {
            return tree.conjuncts(token.head());
        }
        return sharedObject(verb);
    }

    /** "denounced as a crime Westland's raid": parsers hang an object that follows its name on the name. */
    private List<Token> called(int verb) {
        for (Token as : tree.children(verb, "obl", "advcl", "xcomp")) {
            boolean name = as.index() > verb
                    && (tree.preposition(as.index()).equals("as") || "as".equals(tree.mark(as.index())));
            for (Token child : name ? tree.children(as.index(), "appos", "obj") : List.<Token>of()) {
                if (tree.has(child.index(), "nmod:poss", "det", "amod")) {
                    return List.of(child);
                }
            }
        }
        return List.of();
    }

    /** "seized and burned the ship": the object stands once, at the last of the verbs. */
    private List<Integer> sharedObject(int verb) {
        for (Token other : tree.children(verb, "conj")) {
            if (other.upos().equals("VERB") && other.index() - verb <= 3 && !tree.has(other.index(), "nsubj")) {
                return expand(tree.children(other.index(), "obj"));
            }
        }
        return List.of();
    }

    /** Puts the noun a relative clause describes in the place of "who", "which", "that"; expands coordination. */
    private List<Integer> antecedents(int verb, List<Token> words) {
        List<Integer> out = new ArrayList<>();
        for (Token word : words) {
            int clause = verb;
            while (tree.token(clause).baseRelation().equals("conj")
                    && tree.token(clause).head() != 0
                    && !tree.token(clause).relation().equals("acl:relcl")) {
                clause = tree.token(clause).head();
            }
            boolean relative = RELATIVE.contains(word.form().toLowerCase(java.util.Locale.ROOT))
                    && (tree.token(clause).relation().equals("acl:relcl")
                            || tree.token(clause).relation().equals("acl"));
            out.addAll(tree.conjuncts(relative ? tree.token(clause).head() : word.index()));
        }
        return out;
    }

    /** Who acts in a noun: possessor, "by", "between", a light verb's subject, or a modifier ("the Ostlandian raid"). */
    List<Integer> nounSubjects(int noun, int step) {
        if (step > MOST_STEPS) {
            return List.of();
        }
        List<Integer> out = new ArrayList<>(expand(tree.children(noun, "nmod:poss")));
        for (String preposition : codebook.isVoiced(tree.lemma(noun)) ? VOICED : List.of("by", "between", "among")) {
            if (out.isEmpty()) {
                out.addAll(nominals(noun, preposition));
            }
        }
        Token own = tree.token(noun);
        if (out.isEmpty() && own.baseRelation().equals("nsubj") && own.head() != 0) {
            out.addAll(nominals(own.head(), "between"));
        }
        if (out.isEmpty()) {
            belowObject(noun, out);
        }
        if (out.isEmpty()) {
            out.addAll(lenders(noun, step));
        }
        if (out.isEmpty() && codebook.isOccasion(tree.lemma(noun))) {
            out.addAll(attenders(noun, step));
        }
        if (out.isEmpty()) {
            for (Token child : tree.children(noun, "amod", "compound", "nmod")) {
                if (tree.preposition(child.index()).isEmpty()
                        && Character.isUpperCase(child.form().codePointAt(0))) {
                    out.add(child.index());
                }
            }
        }
        for (Token child : tree.children(noun, "amod", "compound")) {
            // "an Ostlandian army offensive", "a rebel raid"
            if (codebook.isArmed(tree.lemma(child.index()))
                    && !tree.token(Math.max(1, child.index() - 1)).form().equals("-")) {
                return List.of(child.index());
            }
        }
        return out;
    }

    /** Who a noun says did it, in a phrase with "by": "the murder of a judge by gunmen". */
    List<Integer> doers(int noun) {
        List<Integer> out = new ArrayList<>(nominals(noun, "by"));
        if (out.isEmpty()) {
            belowObject(noun, out);
        }
        return out;
    }

    /** Parsers hang the phrase with "by" on the nearest noun. */
    private void belowObject(int noun, List<Integer> out) {
        tree.children(noun, "nmod").stream()
                .filter(c -> !TOWARDS.contains(tree.preposition(c.index())))
                .forEach(c -> below(c.index(), 0, out));
    }

    /** Phrases with "by" at a noun or further down, under nouns that are no acts themselves. */
    private void below(int noun, int step, List<Integer> out) {
        String lemma = tree.lemma(noun);
        boolean act = codebook.isUtterance(lemma)
                || codebook.entries(lemma).stream()
                        .map(Codebook.Entry::predicate)
                        .anyMatch(p -> p.kind() == Predicate.Kind.NOUN && p.particle() == null);
        if (out.isEmpty() && !act && step < 3) {
            out.addAll(nominals(noun, "by"));
            tree.children(noun, "nmod").forEach(child -> below(child.index(), step + 1, out));
        }
    }

    /** "told reporters after two days of talks with Ostland": who was at the talks is who speaks after them. */
    private List<Integer> attenders(int noun, int step) {
        int at = noun;
        while (tree.token(at).baseRelation().equals("nmod")
                && tree.preposition(at).equals("of")
                && tree.token(at).head() != 0) {
            at = tree.token(at).head();
        }
        Token token = tree.token(at);
        boolean attended = token.baseRelation().equals("obl")
                && Set.of("after", "during", "following", "in", "at", "before").contains(tree.preposition(at))
                && tree.token(token.head()).upos().equals("VERB");
        return attended ? surfaceSubjects(token.head(), step + 1) : List.of();
    }

    /** Who speaks in words put out: of "passed a resolution calling for …" the subject; none for other nouns. */
    List<Integer> holders(int noun) {
        Token token = tree.token(noun);
        if (!codebook.isUtterance(tree.lemma(noun)) || token.head() == 0) {
            return List.of();
        }
        List<Integer> own = nounSubjects(noun, 0);
        if (!own.isEmpty() || !predicative(token.head())) {
            return own;
        }
        return switch (token.baseRelation()) {
            case "obj", "obl" -> subjects(token.head(), 0);
            case "nsubj" -> token.relation().equals("nsubj:pass") ? agents(token.head()) : List.of();
            default -> List.of();
        };
    }

    /** Who the condition of an act is put to: "will strike if Westland attacks". */
    List<Integer> conditionSubjects(int predicate) {
        List<Integer> out = new ArrayList<>();
        for (int at : List.of(predicate, tree.token(predicate).head())) {
            for (Token child : at == 0 ? List.<Token>of() : tree.children(at, "advcl")) {
                if (Set.of("if", "unless", "until").contains(String.valueOf(tree.mark(child.index())))) {
                    out.addAll(surfaceSubjects(child.index(), 0));
                }
            }
        }
        for (Clause.Complement c : complements(predicate)) {
            for (Token child : tree.children(c.predicate(), "advcl")) {
                if (Set.of("if", "unless", "until").contains(String.valueOf(tree.mark(child.index())))) {
                    out.addAll(surfaceSubjects(child.index(), 0));
                }
            }
        }
        return out;
    }

    /** "after deliberations with Westland": with whom somebody has talked before he does something. */
    List<Integer> partners(int predicate) {
        for (int at : List.of(predicate, tree.token(predicate).head())) {
            for (Token child : at == 0 ? List.<Token>of() : tree.children(at, "obl", "advcl", "nmod")) {
                boolean after = AFTER.contains(tree.preposition(child.index()))
                        || AFTER.contains(String.valueOf(tree.mark(child.index())));
                if (after
                        && (codebook.isOccasion(tree.lemma(child.index())) || codebook.is("dealings", child.lemma()))) {
                    List<Integer> with = nominals(child.index(), "with");
                    if (!with.isEmpty()) {
                        return with;
                    }
                }
            }
        }
        return List.of();
    }

    private List<Integer> nominals(int noun, String preposition) {
        List<Integer> out = new ArrayList<>();
        for (Token child : tree.children(noun, "nmod", "obl")) {
            if (tree.preposition(child.index()).equals(preposition)) {
                out.addAll(tree.conjuncts(child.index()));
            }
        }
        return out;
    }

    /** The subject that a light verb lends: "Ostland launched an attack", "claimed responsibility for an attack". */
    List<Integer> lenders(int noun, int step) {
        Integer verb = lightVerb(noun);
        if (verb == null) {
            return owners(noun, step);
        }
        if (codebook.is("undergoing", tree.lemma(verb))) {
            // "banks face strikes": who suffers an act does not do it.
            return List.of();
        }
        return tree.token(noun).relation().equals("nsubj:pass") ? agents(verb) : subjects(verb, step + 1);
    }

    private List<Integer> owners(int noun, int step) {
        int responsibility = tree.token(noun).head();
        boolean its = responsibility != 0
                && tree.preposition(noun).equals("for")
                && tree.lemma(responsibility).equals("responsibility")
                && tree.token(responsibility).baseRelation().equals("obj");
        int verb = its ? tree.token(responsibility).head() : 0;
        return verb != 0
                        && Set.of("claim", "admit", "accept", "assume", "acknowledge")
                                .contains(tree.lemma(verb))
                ? subjects(verb, step + 1)
                : List.of();
    }

    /** The light verb that governs a noun, null when there is none. */
    @Nullable
    Integer lightVerb(int noun) {
        int at = noun;
        for (int i = 0; i < 2; i++) {
            Token token = tree.token(at);
            int governor = token.head();
            if (governor == 0) {
                return null;
            }
            boolean argument = switch (token.baseRelation()) {
                case "obj" -> true;
                case "obl" -> Set.of("in", "into", "on", "for").contains(tree.preposition(at));
                case "nsubj" -> token.relation().equals("nsubj:pass");
                default -> false;
            };
            if (argument) {
                return codebook.isLight(tree.lemma(governor)) ? governor : null;
            }
            if (!token.baseRelation().equals("conj")
                    && !(token.baseRelation().equals("nmod") && tree.contentHead(governor) == at)) {
                return null;
            }
            at = governor;
        }
        return null;
    }

    private Map<String, List<Integer>> obliques(int word, Predicate.Kind kind) {
        Map<String, List<Integer>> out = new LinkedHashMap<>();
        collect(word, out);
        if (kind == Predicate.Kind.VERB) {
            // "imposed sanctions on Westland": the phrase may hang on the verb or on its object.
            for (int object : objects(word, 0)) {
                collect(object, out);
            }
            if (!out.containsKey("with")) {
                occasion(word, out);
            }
            Token token = tree.token(word);
            if (token.baseRelation().equals("conj")
                    && token.head() != 0
                    && out.isEmpty()
                    && tree.token(token.head()).upos().equals("VERB")
                    && token.index() - token.head() <= 3) {
                return out;
            }
            if (out.isEmpty()) {
                for (Token other : tree.children(word, "conj")) {
                    if (other.upos().equals("VERB") && other.index() - word <= 3) {
                        collect(other.index(), out);
                    }
                }
            }
        } else if (kind == Predicate.Kind.NOUN) {
            Integer verb = lightVerb(word);
            if (verb != null) {
                collect(verb, out);
            }
            Token token = tree.token(word);
            if (token.baseRelation().equals("nsubj") && token.head() != 0 && !out.containsKey("between")) {
                // "Fighting broke out between …": of the fighting.
                List<Integer> sides = nominals(token.head(), "between");
                if (!sides.isEmpty()) {
                    out.put("between", sides);
                }
            }
            for (Token child : tree.children(word, "acl")) {
                // "talks aimed at …", "a ban on …": participles that only carry a preposition
                if (child.xpos().equals("VBN")) {
                    collect(child.index(), out);
                }
            }
        }
        return out;
    }

    /** "spoke by telephone in a call with Westland": the partner hangs on the occasion. */
    private void occasion(int verb, Map<String, List<Integer>> out) {
        if (!codebook.isTalk(tree.lemma(verb))) {
            return;
        }
        for (Token child : tree.children(verb, "obl")) {
            if (codebook.isOccasion(tree.lemma(child.index()))) {
                List<Integer> partners = nominals(child.index(), "with");
                if (!partners.isEmpty()) {
                    out.put("with", partners);
                    return;
                }
            }
        }
    }

    private void collect(int word, Map<String, List<Integer>> out) {
        for (Token child : tree.children(word, "obl", "nmod")) {
            if (child.relation().equals("obl:tmod") || child.relation().equals("nmod:poss")) {
                continue;
            }
            String preposition = tree.preposition(child.index());
            if (!preposition.isEmpty()) {
                out.computeIfAbsent(preposition, k -> new ArrayList<>()).addAll(tree.conjuncts(child.index()));
            }
            String last = preposition.substring(preposition.lastIndexOf(' ') + 1);
            if (Set.of("up to", "over to", "back to", "on to", "in to").contains(preposition)) {
                out.computeIfAbsent(last, k -> new ArrayList<>()).addAll(tree.conjuncts(child.index()));
            }
        }
        struckPlaces(word, out);
    }

    /** "to drought-hit Westland": parsers take the second half for a verb and the name for its object. */
    private void struckPlaces(int word, Map<String, List<Integer>> out) {
        for (Token child : tree.children(word, "advcl", "xcomp")) {
            String mark = tree.mark(child.index());
            boolean joined = mark != null
                    && child.index() > 1
                    && tree.token(child.index() - 1).form().equals("-");
            List<Token> place = joined ? tree.children(child.index(), "obj") : List.of();
            place.forEach(p -> out.computeIfAbsent(mark, k -> new ArrayList<>()).addAll(tree.conjuncts(p.index())));
        }
    }

    private List<Clause.Complement> complements(int word) {
        List<Clause.Complement> out = new ArrayList<>();
        for (Token child : tree.children(word)) {
            String kind = complementKind(child);
            if (kind != null) {
                String mark = tree.mark(child.index());
                for (int each : tree.conjuncts(child.index())) {
                    if (each == child.index() || !tree.has(each, "nsubj") || kind.equals("clause")) {
                        out.add(new Clause.Complement(kind, mark == null ? "" : mark, each));
                    }
                }
            }
        }
        return out;
    }

    private @Nullable String complementKind(Token child) {
        String mark = tree.mark(child.index());
        boolean gerund = child.xpos().equals("VBG") && !tree.has(child.index(), "aux", "nsubj");
        if (gerund && "to".equals(mark)) {
            return "gerund";
        }
        return switch (child.baseRelation()) {
            case "ccomp" -> gerund ? "gerund" : "to".equals(mark) ? "infinitive" : "clause";
            case "xcomp" ->
                gerund ? "gerund" : "to".equals(mark) || child.xpos().equals("VB") ? "infinitive" : null;
            case "csubj" -> "clause";
            case "advcl" ->
                "to".equals(mark)
                        ? "infinitive"
                        : gerund && mark != null ? "gerund" : thatOfAdjective(child, mark) ? "clause" : null;
            case "acl" ->
                child.relation().equals("acl:relcl")
                        ? null
                        : "to".equals(mark)
                                ? "infinitive"
                                : "that".equals(mark) ? "clause" : gerund && mark != null ? "gerund" : null;
            default -> null;
        };
    }

    /** "essential that Westland leave": parsers take the clause for an adverbial one. */
    private boolean thatOfAdjective(Token clause, @Nullable String mark) {
        return "that".equals(mark) && tree.token(clause.head()).upos().equals("ADJ");
    }

    private List<Integer> expand(List<Token> heads) {
        List<Integer> out = new ArrayList<>(heads.size());
        for (Token head : heads) {
            out.addAll(tree.conjuncts(head.index()));
        }
        return out;
    }
}

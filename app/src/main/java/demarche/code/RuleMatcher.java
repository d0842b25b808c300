package demarche.code;

import demarche.parse.Sentence;
import demarche.parse.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rules that hold of a clause and says which words fill their places. */
final class RuleMatcher {
    /** "pressed Westland for talks", "took the case to court": verbs whose preposition may follow an object of their own. */
    private static final Set<String> WITH_OBJECT = Set.of(
            "put",
            "place",
            "press",
            "push",
            "petition",
            "lobby",
            "warn",
            "bring",
            "supply",
            "provide",
            "equip",
            "furnish",
            "present",
            "reward",
            "arm",
            "threaten",
            "add");

    private static final Set<String> TIMES = Set.of(
            "day",
            "week",
            "month",
            "year",
            "hour",
            "minute",
            "moment",
            "time",
            "decade",
            "night",
            "weekend",
            "morning",
            "evening",
            "afternoon",
            "today",
            "tomorrow",
            "yesterday",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "era",
            "period",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "oct.",
            "nov.",
            "dec.",
            "jan.",
            "feb.",
            "aug.",
            "sept.");

    private final Tree tree;
    private final ClauseReader clauses;

    RuleMatcher(Tree tree, ClauseReader clauses) {
        this.tree = tree;
        this.clauses = clauses;
    }

    /** A rule that holds. {@code clause} has the rule's preposition undone: its argument stands as the object. */
    record Match(Rule rule, Predicate predicate, Clause clause, int weight) {}

    List<Match> matches(Clause clause, List<Codebook.Entry> entries) {
        List<Match> out = new ArrayList<>(2);
        for (Codebook.Entry entry : entries) {
            Match match = match(clause, entry);
            if (match != null) {
                out.add(match);
            }
        }
        return out;
    }

    private @Nullable Match match(Clause clause, Codebook.Entry entry) {
        Rule rule = entry.rule();
        if (entry.predicate().kind() != clause.kind()) {
            return null;
        }
        Clause read = withParticle(clause, entry.predicate());
        if (read == null
                || !demanded(read, rule)
                || !takes(read, rule)
                || !objectFits(read, rule, entry.predicate())
                || !allowed(read, rule)) {
            return null;
        }
        // What the rule itself asks to be negated is no longer a negated act.
        Clause put = rule.demands().negated() ? read.affirmed() : read;
        return new Match(rule, entry.predicate(), put, rule.weight(entry.predicate()));
    }

    /** The first step at which a rule stops at a clause, in words; null when it holds. For explanations. */
    @Nullable
    String stopped(Clause clause, Codebook.Entry entry) {
        Rule rule = entry.rule();
        Predicate predicate = entry.predicate();
        if (predicate.kind() != clause.kind()) {
            return "predicate: " + predicate + " is a " + word(predicate.kind()) + ", here it is a "
                    + word(clause.kind());
        }
        Clause read = withParticle(clause, predicate);
        if (read == null) {
            return "predicate: no \"" + predicate.particle() + "\" goes with it here";
        }
        if (!demanded(read, rule)) {
            return rule.demands().only() != null
                    ? "only: it must be " + rule.demands().only()
                            + (rule.demands().subjects().isEmpty() ? "" : ", or the subject another")
                    : "subject: " + words(read.subjects()) + " is none of its "
                            + rule.demands().subjects().size() + " words";
        }
        if (!takes(read, rule)) {
            return "takes: none of " + String.join(", ", new java.util.TreeSet<>(rule.takes())) + " follows";
        }
        if (!objectFits(read, rule, predicate)) {
            return rule.objects().isEmpty()
                    ? "not-object: " + words(read.objects()) + " is barred"
                    : "object: " + words(read.objects()) + " is none of its "
                            + rule.objects().size() + " words";
        }
        return allowed(read, rule) ? null : "unless: a word it is silent with stands there";
    }

    private static String word(Predicate.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String words(List<Integer> heads) {
        return heads.isEmpty()
                ? "nothing"
                : heads.stream()
                        .map(h -> "\"" + tree.token(h).form() + "\"")
                        .collect(java.util.stream.Collectors.joining(" and "));
    }

    /** The clause as the predicate's particle or preposition reads it; null when that is not there. */
    private @Nullable Clause withParticle(Clause clause, Predicate predicate) {
        if (predicate.particle() == null) {
            return clause;
        }
        if (predicate.particle().indexOf(' ') > 0) {
            List<Integer> whole = clause.oblique(predicate.particle());
            if (!whole.isEmpty()) {
                return clause.withObjects(whole);
            }
            if (tree.preposition(clause.predicate()).equals(predicate.particle())) {
                return clause;
            }
        }
        Clause out = clause;
        for (String word : predicate.particle().split(" ")) {
            List<Integer> argument =
                    clause.oblique(word).stream().filter(a -> !temporal(a)).toList();
            if (!argument.isEmpty()
                    && clause.kind() == Predicate.Kind.VERB
                    && ownObject(clause, predicate.particle())) {
                return null;
            }
            if (!argument.isEmpty()) {
                // "supplied Westland with arms": who gets them stands as an indirect object.
                out = out.withObjects(argument, word.equals("with") ? clause.objects() : List.of());
            } else if (hasParticle(clause, word)) {
                continue;
            } else if (clause.complements().stream()
                    .noneMatch(c -> c.mark().equals(word) && !c.kind().equals("infinitive"))) {
                return null;
            }
        }
        return out;
    }

    /** "for the fourth day", "on Monday": says when, so it is no argument. */
    private boolean temporal(int word) {
        Token token = tree.token(word);
        String unit = token.form().toLowerCase(Locale.ROOT);
        return TIMES.contains(tree.lemma(word))
                || TIMES.contains(unit)
                || token.upos().equals("NUM") && token.form().matches("1[89]\\d\\d|20\\d\\d");
    }

    /** Whether the verb has an object that is no part of the predicate itself ("take issue with"). */
    private boolean ownObject(Clause clause, String particle) {
        List<String> words = List.of(particle.split(" "));
        List<Token> objects = tree.children(clause.predicate(), "obj");
        return !clause.passive()
                && !WITH_OBJECT.contains(tree.lemma(clause.predicate()))
                && !objects.isEmpty()
                && objects.stream().noneMatch(o -> words.contains(o.lemma()));
    }

    private boolean hasParticle(Clause clause, String word) {
        for (Token child : tree.children(clause.predicate())) {
            if (Math.abs(child.index() - clause.predicate()) <= 8
                    && (child.lemma().equalsIgnoreCase(word) || child.form().equalsIgnoreCase(word))
                    && !Set.of("nsubj", "mark").contains(child.baseRelation())) {
                return true;
            }
            if (child.baseRelation().equals("obl") && !temporal(child.index())
                    || child.baseRelation().equals("obj")
                    || child.baseRelation().equals("xcomp")) {
                for (Token inner : tree.children(child.index(), "case", "amod", "mark", "compound")) {
                    if (!tree.preposition(child.index()).equals("except for")
                            && inner.lemma().equalsIgnoreCase(word)
                            && !inner.xpos().equals("TO")) {
                        return true;
                    }
                }
            }
        }
        return clause.objects().stream().anyMatch(o -> tree.lemma(o).equals(word));
    }

    private boolean demanded(Clause clause, Rule rule) {
        return (!rule.demands().negated() || clause.force().negated())
                && (!rule.demands().possible()
                        || clause.force().hypothetical()
                        || clause.force().future()
                        || "to".equals(tree.mark(clause.predicate())))
                && (!rule.demands().could() || clause.complements().stream().anyMatch(c -> possible(c.predicate())))
                && clause.subjects().stream()
                        .noneMatch(s -> named(s, rule.demands().notSubjects()))
                && (rule.demands().subjects().isEmpty()
                        || clause.subjects().stream()
                                .anyMatch(s -> named(s, rule.demands().subjects()) || standsForName(s, rule)));
    }

    /** "Ostland said it would not withdraw": a pronoun stands for a name where its clause is what a named party says. */
    private boolean standsForName(int subject, Rule rule) {
        Token pronoun = tree.token(subject);
        Token act = tree.token(pronoun.head() == 0 ? subject : pronoun.head());
        return pronoun.xpos().equals("PRP")
                && act.baseRelation().equals("ccomp")
                && tree.children(act.head(), "nsubj").stream()
                        .anyMatch(s -> named(s.index(), rule.demands().subjects()));
    }

    private boolean possible(int predicate) {
        return tree.children(predicate, "aux").stream().anyMatch(a -> POSSIBLE.contains(a.lemma()));
    }

    private boolean takes(Clause clause, Rule rule) {
        if (rule.takes().isEmpty()) {
            return true;
        }
        for (String wanted : rule.takes()) {
            boolean there = switch (wanted) {
                case "object" -> !clause.objects().isEmpty();
                case "control" ->
                    clause.complements().stream()
                            .anyMatch(c -> c.kind().equals("infinitive")
                                    && Set.of("xcomp", "ccomp")
                                            .contains(tree.token(c.predicate()).baseRelation()));
                case "together" -> together(clause);
                case "thing" ->
                    !clause.objects().isEmpty()
                            && clause.complements().stream()
                                    .noneMatch(c -> c.kind().equals("infinitive"));
                case "subjunctive" ->
                    clause.complements().stream()
                            .anyMatch(c -> c.kind().equals("clause") && subjunctive(c.predicate()));
                case "none" ->
                    clause.objects().isEmpty() && clause.complements().isEmpty();
                case "clause", "infinitive", "gerund" ->
                    clause.complements().stream().anyMatch(c -> c.kind().equals(wanted));
                default ->
                    !clause.oblique(wanted).isEmpty()
                            || clause.complements().stream()
                                    .anyMatch(c -> c.mark().equals(wanted));
            };
            if (there) {
                return true;
            }
        }
        return false;
    }

    /** "that Westland withdraw", "that it should withdraw": what is put as to be done, not told. */
    private boolean subjunctive(int predicate) {
        List<Token> auxiliaries = tree.children(predicate, "aux", "aux:pass", "cop");
        return auxiliaries.stream()
                        .anyMatch(a -> Set.of("should", "must", "ought")
                                .contains(a.form().toLowerCase(Locale.ROOT)))
                || (!auxiliaries.isEmpty()
                                || Set.of("VB", "VBP")
                                        .contains(tree.token(predicate).xpos()))
                        && auxiliaries.stream().allMatch(a -> a.form().equalsIgnoreCase("be"));
    }

    /** Whether several are said to do it: "the ministers", "Ostland and Westland", "both sides". */
    private boolean together(Clause clause) {
        return clause.subjects().size() > 1
                || clause.subjects().stream()
                        .anyMatch(s ->
                                Set.of("NNS", "NNPS").contains(tree.token(s).xpos())
                                        || Set.of("they", "both", "two").contains(tree.lemma(s)));
    }

    private boolean objectFits(Clause clause, Rule rule, Predicate predicate) {
        if (rule.objects().isEmpty() && rule.notObjects().isEmpty()) {
            return true;
        }
        List<Integer> heads =
                clause.kind() == Predicate.Kind.NOUN && clause.objects().isEmpty()
                        ? nounObjects(clause)
                        : objectsOrControlled(clause, rule);
        boolean hit = heads.stream().anyMatch(o -> named(o, rule.objects()));
        boolean any = predicate.particle() == null && rule.notObjects().contains("ANY");
        boolean barred = any && !clause.objects().isEmpty()
                || heads.stream().anyMatch(o -> named(o, rule.notObjects()))
                || clause.complements().stream().anyMatch(c -> barred(c.predicate(), rule));
        return (rule.objects().isEmpty() || hit) && !barred;
    }

    /** "refused to comment", "refused to give details". */
    private boolean barred(int complement, Rule rule) {
        return rule.notObjects().contains(tree.lemma(complement))
                || tree.children(complement, "obj").stream().anyMatch(o -> named(o.index(), rule.notObjects()));
    }

    /** "allowed the team to enter": parsers make the object the infinitive's subject. */
    private List<Integer> objectsOrControlled(Clause clause, Rule rule) {
        if (!clause.objects().isEmpty() || !rule.takes().contains("infinitive")) {
            return clause.objects();
        }
        return complement(
                        clause, c -> clauses.subjects(c, 0).isEmpty() ? clauses.objects(c, 0) : clauses.subjects(c, 0))
                .stream()
                .filter(w -> !clause.subjects().contains(w))
                .toList();
    }

    private static List<Integer> nounObjects(Clause clause) {
        List<Integer> out = new ArrayList<>(clause.oblique("of"));
        for (String preposition : List.of("on", "for", "against", "to", "from", "with")) {
            out.addAll(clause.oblique(preposition));
        }
        return out;
    }

    private boolean named(int object, Set<String> lemmas) {
        if (lemmas.isEmpty()) {
            return false;
        }
        // "millions of tonnes of steel" are steel and no millions.
        int head = tree.contentHead(object);
        if (lemmas.contains(tree.lemma(head))
                || lemmas.contains(singular(tree.lemma(head)))
                || lemmas.contains(tree.token(head).form().toLowerCase(Locale.ROOT))
                || tree.token(head).upos().equals("PROPN") && lemmas.contains("NAME")
                || lemmas.contains("PLACE") && place(head)
                || lemmas.contains("people") && counted(head)) {
            return true;
        }
        for (Token child : tree.children(head, "compound", "amod")) {
            if (lemmas.contains(tree.lemma(child.index()) + " " + tree.lemma(head))) {
                return true;
            }
        }
        return false;
    }

    /** "arrested 12": a number alone tells of people, where people are asked for. */
    private boolean counted(int word) {
        return tree.token(word).upos().equals("NUM")
                && tree.token(word).form().matches("\\p{L}+|\\d{1,3}(,\\d{3})?")
                && !tree.has(word, "nmod", "compound", "nmod:unmarked", "appos", "nummod");
    }

    private boolean place(int word) {
        return tree.sentence().names().stream()
                .anyMatch(n -> n.kind() == Sentence.Name.Kind.LOCATION && n.first() <= word && word <= n.last());
    }

    /** "sanctions": the encoder leaves some plurals as they are. */
    private static String singular(String lemma) {
        return lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
    }

    private boolean allowed(Clause clause, Rule rule) {
        if (rule.unless().isEmpty()) {
            return true;
        }
        for (Token child : tree.children(clause.predicate())) {
            if (Set.of("ccomp", "advcl", "conj", "parataxis").contains(child.baseRelation())) {
                continue;
            }
            boolean word = rule.unless().contains(tree.lemma(child.index()))
                    || rule.unless().contains(child.form().toLowerCase(Locale.ROOT));
            if (rule.unless().contains(tree.preposition(child.index())) || word && !place(child.index())) {
                return false;
            }
        }
        return clause.subjects().stream().noneMatch(s -> rule.unless().contains(tree.lemma(s)));
    }

    /** The phrases that fill one place of a rule, as {@code codebook/README.md} names places. */
    List<Integer> fill(Clause clause, String place) {
        return switch (place) {
            case "subject" -> clause.subjects();
            case "object" ->
                clause.kind() == Predicate.Kind.NOUN && clause.objects().isEmpty()
                        ? nounObject(clause)
                        : clause.objects();
            case "indirect-object" -> clause.indirect();
            case "lender" -> clauses.lenders(clause.predicate(), 0);
            case "possessive" -> dependents(clause.predicate(), "nmod:poss");
            case "object-possessive" -> each(clause.objects(), o -> dependents(o, "nmod:poss"));
            case "object-of" -> each(clause.objects(), o -> phrases(o, "of"));
            case "object-modifier" -> each(clause.objects(), o -> modifiers(o));
            case "subject-possessive" -> each(clause.subjects(), s -> dependents(s, "nmod:poss"));
            case "subject-modifier" -> each(clause.subjects(), s -> modifiers(s));
            case "subject-by" -> each(clause.subjects(), s -> phrases(s, "by"));
            case "complement-subject" ->
                complement(
                        clause, c -> clauses.subjects(c, 0).isEmpty() ? clauses.objects(c, 0) : clauses.subjects(c, 0));
            case "complement-object" -> complement(clause, c -> clauses.objects(c, 0));
            case "none" -> List.of();
            default ->
                place.startsWith("complement-")
                        ? complement(clause, c -> phrases(c, place.substring("complement-".length())))
                        : place.startsWith("object-")
                                ? each(clause.objects(), o -> phrases(o, place.substring("object-".length())))
                                : clause.oblique(place);
        };
    }

    /**
     * Whom the act is meant for or against, by its purpose or what its object can do, the likeliest first: "to deter Westland",
     * "capable of hitting Westland", "on alert against Westland".
     */
    List<Integer> aims(int word, int step) {
        List<Integer> out = new ArrayList<>();
        for (Token child : step > 4 ? List.<Token>of() : tree.children(word)) {
            int at = child.index();
            switch (child.baseRelation()) {
                case "obl", "nmod" -> {
                    if (tree.preposition(at).equals("against")) {
                        out.add(at);
                    }
                    out.addAll(aims(at, step + 1));
                }
                case "obj" -> out.addAll(aims(at, step + 1));
                case "amod" -> out.addAll(able(at) ? aims(at, step + 1) : List.of());
                case "xcomp", "advcl", "acl" -> {
                    if ("to".equals(tree.mark(at)) || child.xpos().equals("VBG") && able(word)) {
                        tree.children(at, "obj", "iobj").forEach(o -> out.add(o.index()));
                        out.addAll(aims(at, step + 1));
                    }
                }
                default -> {}
            }
        }
        return out;
    }

    private boolean able(int word) {
        return Set.of("capable", "able").contains(tree.lemma(word));
    }

    /** The object of a noun: of-phrase when somebody else is its subject. */
    private static List<Integer> nounObject(Clause clause) {
        return clause.subjects().isEmpty() ? List.of() : clause.oblique("of");
    }

    /**
     * Noun phrases inside the predicate's object and complements, nearest first: where the one concerned is named when
     * none of the rule's places names a party ("promised to continue aid to Westland"). Relative and other finite clauses
     * that only give circumstances are left out.
     */
    List<Integer> within(Clause clause) {
        List<Integer> level = new ArrayList<>(clause.objects());
        clause.complements().forEach(c -> level.add(c.predicate()));
        if (clause.kind() == Predicate.Kind.NOUN) {
            clause.obliques().forEach((p, words) -> level.addAll(PLACING.contains(p) ? List.of() : words));
        }
        List<Integer> out = new ArrayList<>();
        Set<Integer> seen = new java.util.HashSet<>(clause.subjects());
        List<Integer> now = level;
        for (int depth = 0; depth < 6 && !now.isEmpty(); depth++) {
            List<Integer> next = new ArrayList<>();
            for (int word : now) {
                if (seen.add(word)) {
                    if (tree.nominal(word) || tree.token(word).upos().equals("ADJ")) {
                        out.add(word);
                    }
                    for (Token child : tree.children(word)) {
                        if (!ASIDE.contains(child.relation())
                                && (!child.baseRelation().equals("advcl")
                                        || "to".equals(tree.mark(child.index()))
                                        || "at".equals(tree.mark(child.index()))
                                        || tree.token(word).upos().equals("ADJ"))) {
                            next.add(child.index());
                        }
                    }
                }
            }
            now = next;
        }
        return out;
    }

    private static final List<String> TOPIC =
            List.of("on", "over", "about", "of", "to", "into", "in", "from", "against", "for", "at");
    private static final Set<String> TOWARDS = Set.of("to", "against", "for");
    private static final Set<String> REMAINING = Set.of("stay", "remain");
    private static final Set<String> BOUNDS = Set.of("end", "stop", "halt", "effect", "brake");
    private static final Set<String> POSSIBLE = Set.of("could", "can");
    private static final Set<String> PLACING = Set.of("in", "at", "by", "after", "before", "during", "since", "on");
    private static final Set<String> ASIDE = Set.of(
            "acl:relcl",
            "parataxis",
            "punct",
            "nsubj",
            "nsubj:pass",
            "case",
            "mark",
            "det",
            "aux",
            "aux:pass",
            "cc",
            "obl:tmod",
            "obl:unmarked",
            "appos",
            "advmod");

    /** What a rule is about: the object of the act in its complement, else that act, else a phrase of its own. */
    List<Integer> issue(Clause clause, String place) {
        if (!place.equals("complement")) {
            List<Integer> phrase = fill(clause, place);
            return phrase.isEmpty() ? marked(clause, place) : phrase;
        }
        List<Integer> out = new ArrayList<>();
        for (Clause.Complement c : clause.complements()) {
            out.addAll(about(c.predicate(), 0));
        }
        return out;
    }

    /** "companies investing in mines": what somebody named with what they do is about. */
    List<Integer> actsOf(int word) {
        List<Integer> out = new ArrayList<>();
        for (Token child : tree.children(word, "acl")) {
            if (child.xpos().equals("VBG")) {
                out.addAll(about(child.index(), 0));
            }
        }
        return out;
    }

    /** "for giving arms to Westland": what the act under a preposition is about. */
    private List<Integer> marked(Clause clause, String preposition) {
        for (Clause.Complement c : clause.complements()) {
            if (c.mark().equals(preposition)) {
                return about(c.predicate(), 0);
            }
        }
        return List.of();
    }

    /** What an act is about: its object; for a state its subject; else a phrase that belongs to it, else the act itself. */
    List<Integer> about(int predicate, int step) {
        Clause act = clauses.read(predicate);
        if (act == null || step > 3) {
            return List.of(predicate);
        }
        List<Integer> objects = named(act.objects());
        if (!objects.isEmpty() && objects.stream().allMatch(o -> BOUNDS.contains(tree.lemma(o)))) {
            // "put an end to the strikes" is about the strikes.
            List<Integer> whole = act.oblique("to").isEmpty() ? act.oblique("of") : act.oblique("to");
            List<Integer> marked = whole.isEmpty() ? marked(act, "to") : whole;
            objects = marked.isEmpty() ? objects : marked;
        }
        if (!objects.isEmpty()) {
            return objects;
        }
        if (REMAINING.contains(tree.lemma(predicate)) && !named(act.subjects()).isEmpty()) {
            // "the crossing must stay in use" is about the crossing.
            return named(act.subjects());
        }
        for (Clause.Complement c : act.complements()) {
            // "talk to each other to end the row": what an act of its own is for is not what it is about.
            boolean purpose = tree.token(c.predicate()).baseRelation().equals("advcl")
                    && c.kind().equals("infinitive")
                    && !act.obliques().isEmpty();
            if (!purpose) {
                return about(c.predicate(), step + 1);
            }
        }
        boolean state = act.kind() != Predicate.Kind.VERB || !act.objects().isEmpty();
        boolean own = tree.has(predicate, "nsubj", "nsubj:pass");
        if (state && own && !named(act.subjects()).isEmpty()) {
            return named(act.subjects());
        }
        for (String preposition : TOPIC) {
            List<Integer> phrases = act.oblique(preposition);
            boolean addressed = phrases.stream().allMatch(w -> addressed(preposition, w));
            if (!phrases.isEmpty() && !addressed) {
                return phrases;
            }
        }
        return act.objects().isEmpty() ? List.of(predicate) : act.objects();
    }

    /** "apologise to Westland", "an offer to Westland": with whom it is done is not what it is about. */
    boolean addressed(String preposition, int word) {
        return TOWARDS.contains(preposition) && tree.token(word).upos().equals("PROPN");
    }

    /** Those that are no pronouns. */
    private List<Integer> named(List<Integer> words) {
        return words.stream().filter(w -> !tree.token(w).upos().equals("PRON")).toList();
    }

    private List<Integer> complement(Clause clause, java.util.function.IntFunction<List<Integer>> get) {
        for (Clause.Complement c : clause.complements()) {
            List<Integer> got = get.apply(c.predicate());
            if (!got.isEmpty()) {
                return got;
            }
        }
        return List.of();
    }

    private List<Integer> each(List<Integer> heads, java.util.function.IntFunction<List<Integer>> get) {
        List<Integer> out = new ArrayList<>();
        for (int head : heads) {
            out.addAll(get.apply(tree.contentHead(head)));
            if (tree.contentHead(head) != head) {
                out.addAll(get.apply(head));
            }
        }
        return out;
    }

    private List<Integer> dependents(int head, String relation) {
        List<Integer> out = new ArrayList<>();
        for (Token child : tree.children(head, relation)) {
            out.addAll(tree.conjuncts(child.index()));
        }
        return out;
    }

    private List<Integer> modifiers(int head) {
        List<Integer> out = new ArrayList<>(dependents(head, "nmod:poss"));
        for (Token child : tree.children(head, "amod", "compound")) {
            out.add(child.index());
        }
        return out;
    }

    private List<Integer> phrases(int head, String preposition) {
        List<Integer> out = new ArrayList<>();
        for (Token child : tree.children(head, "obl", "nmod")) {
            if (tree.preposition(child.index()).equals(preposition)) {
                out.addAll(tree.conjuncts(child.index()));
            }
        }
        return out;
    }
}

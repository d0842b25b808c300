package demarche.code;

import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.EventType;
import demarche.story.Position;
import demarche.story.Span;
import demarche.story.Stance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Codes one sentence: matches rules from the root down, so that an embedding predicate is seen before the act it embeds.
 *
 * <p>What an act becomes when it is announced, refused or demanded is PLOVER 2.0's: future cooperation is AGREE or
 * CONCEDE, announced harm is THREATEN, refused cooperation is REJECT, and what somebody says should be done is REQUEST.
 */
final class SentenceCoder {
    private static final Set<String> CIRCUMSTANCE = Set.of(
            "after",
            "following",
            "since",
            "because of",
            "despite",
            "amid",
            "before",
            "during",
            "in response to",
            "over",
            "for",
            "as part of",
            "in spite of",
            "due to",
            "given");

    /** Name of the engine's own rule by which who tells of another's violence blames it. */
    static final String BLAMES = "engine:blames";

    private static final Set<EventType> VIOLENT = Set.of(EventType.ASSAULT, EventType.COERCE);
    private static final Set<EventType> MATERIAL = Set.of(
            EventType.COOPERATE,
            EventType.AID,
            EventType.RETREAT,
            EventType.PROTEST,
            EventType.SANCTION,
            EventType.MOBILIZE,
            EventType.COERCE,
            EventType.ASSAULT);
    /** What is done after talks with somebody is done towards him. */
    private static final Set<EventType> YIELDING =
            Set.of(EventType.AGREE, EventType.CONCEDE, EventType.RETREAT, EventType.REJECT);

    /** What is bargained over is never the other side itself; who is praised or blamed is. */
    private static final Set<Stance> BARGAINED =
            Set.of(Stance.OFFERS, Stance.DEMANDS, Stance.REFUSES, Stance.THREATENS);

    private static final Set<String> THINGS = Set.of("it", "this", "that", "which", "there", "these", "those");
    private static final Set<String> VOWS = Set.of("vow", "swear", "promise", "pledge");
    private static final Set<String> BESIDE = Set.of("while", "whereas", "although", "though", "after", "as");
    private static final Set<String> OURSELVES = Set.of("we", "i", "let");

    private final Sentence sentence;
    private final List<CodedStatement> statements;
    private final Codebook codebook;
    private final Tree tree;
    private final ClauseReader clauses;
    private final RuleMatcher matcher;
    private final StrengthReader strengths;
    private final Set<Integer> absorbed = new HashSet<>();
    private final List<CodedEvent> events = new ArrayList<>();
    private final List<CodedPosition> positions = new ArrayList<>();

    SentenceCoder(Sentence sentence, List<CodedStatement> statements, Codebook codebook) {
        this.sentence = sentence;
        this.statements = statements;
        this.codebook = codebook;
        this.tree = new Tree(sentence);
        this.clauses = new ClauseReader(tree, codebook);
        this.matcher = new RuleMatcher(tree, clauses);
        this.strengths = new StrengthReader(tree);
    }

    List<CodedEvent> events() {
        return events;
    }

    List<CodedPosition> positions() {
        return positions;
    }

    void code() {
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, tree.size()).boxed().toList());
        order.sort(Comparator.<Integer>comparingInt(tree::depth).thenComparing(Comparator.naturalOrder()));
        for (int word : order) {
            if (!absorbed.contains(word)) {
                word(word);
            }
        }
        background();
    }

    /** Every rule one of whose predicates stands in the sentence, and what became of it; {@link #code} comes first. */
    List<Tried> tried() {
        List<Tried> out = new ArrayList<>();
        for (int word = 1; word <= tree.size(); word++) {
            for (Codebook.Entry entry : codebook.entries(tree.lemma(word))) {
                out.add(new Tried(ref(word), entry.rule(), entry.predicate(), outcome(word, entry)));
            }
        }
        return out;
    }

    private @Nullable String outcome(int word, Codebook.Entry entry) {
        Ref at = ref(word);
        String name = entry.rule().name();
        boolean coded = events.stream()
                        .anyMatch(e -> e.trigger().equals(at) && e.rule().equals(name))
                || positions.stream()
                        .anyMatch(p -> p.trigger().equals(at) && p.rule().equals(name));
        Clause clause = coded ? null : clauses.read(word);
        if (coded) {
            return null;
        }
        if (clause == null) {
            return "clause: it heads none here";
        }
        String stopped = matcher.stopped(clause, entry);
        if (stopped != null) {
            return stopped;
        }
        if (clause.force().purpose()) {
            return "purpose: it is only the aim of another act";
        }
        if (absorbed.contains(word)) {
            return "absorbed: it is what another act is about";
        }
        return "it holds, but another rule asks for more, or nobody is named who does it";
    }

    /**
     * Drops what only gives circumstances when the sentence has an act of its own: nouns under "after", "since", "because
     * of" …; and demands that demonstrators make by demonstrating (PLOVER 2.0, PROTEST).
     */
    private void background() {
        List<CodedEvent> kept = new ArrayList<>(events);
        kept.removeIf(e -> e.type() == EventType.REQUEST
                && events.stream()
                        .anyMatch(p -> p.type() == EventType.PROTEST
                                && (e.statement() < 0 || e.statement() == p.statement())));
        List<CodedEvent> own =
                kept.stream().filter(e -> !circumstance(e.trigger().token())).toList();
        events.clear();
        events.addAll(own.isEmpty() ? kept : own);
    }

    private boolean circumstance(int word) {
        int at = word;
        for (int step = 0; step < 4 && at != 0; step++) {
            if (CIRCUMSTANCE.contains(tree.preposition(at))) {
                return true;
            }
            if (tree.token(at).upos().equals("VERB")) {
                return false;
            }
            at = tree.token(at).head();
        }
        return false;
    }

    private void word(int word) {
        Clause clause = clauses.read(word);
        Token token = tree.token(word);
        boolean demanded = token.relation().equals("acl:relcl") && absorbed.contains(token.head());
        if (clause == null || aim(clause) || describing(word) || lifeless(clause)) {
            return;
        }
        List<RuleMatcher.Match> found = matcher.matches(clause, entries(word));
        if (found.isEmpty() && clause.passive()) {
            found = matcher.matches(
                    clauses.asAdjective(clause),
                    codebook.entries(tree.token(word).form().toLowerCase(Locale.ROOT)));
        }
        RuleMatcher.Match event = best(found, true);
        RuleMatcher.Match stance = best(found, false);
        if (event != null) {
            event(event);
        }
        if (stance != null && !(demanded && stance.rule().actor().equals("speaker"))) {
            position(stance);
        }
        if (event == null && stance == null) {
            refusal(clause);
        }
        if ((event == null || event.rule().event() == null) && clause.force().obliged()) {
            obligation(clause);
        }
    }

    /** What is only an act's aim; who does something "to protest against" the law does protest. */
    private boolean aim(Clause clause) {
        return clause.force().purpose() && !tree.lemma(clause.predicate()).equals("protest");
    }

    private List<Codebook.Entry> entries(int word) {
        Token token = tree.token(word);
        return token.upos().equals("VERB")
                ? codebook.entries(tree.lemma(word), token.form())
                : codebook.entries(tree.lemma(word));
    }

    /** "growth could support the plan": what does not act only does so in a manner of speaking. */
    private boolean lifeless(Clause clause) {
        return clause.kind() == Predicate.Kind.VERB
                && !clause.subjects().isEmpty()
                && clause.subjects().stream().allMatch(s -> codebook.isLifeless(tree.lemma(tree.contentHead(s))));
    }

    /** "the jailed journalist", "visiting officials": the participle says which one, it reports no act. */
    private boolean describing(int word) {
        Token token = tree.token(word);
        boolean object = tree.children(word, "amod", "compound").stream().anyMatch(c -> clauses.misreadRoot(c.index()));
        boolean participle = token.upos().equals("VERB") && token.baseRelation().equals("amod");
        return object || participle && (clauses.passive(word) || token.xpos().equals("VBG"));
    }

    private RuleMatcher.@Nullable Match best(List<RuleMatcher.Match> found, boolean event) {
        RuleMatcher.Match best = null;
        for (RuleMatcher.Match m : found) {
            boolean spoken = !m.rule().actor().equals("speaker")
                    || statementAt(m.clause().predicate()) >= 0;
            if (spoken
                    && (event ? m.rule().event() != null : m.rule().stance() != null)
                    && (best == null || m.weight() > best.weight())) {
                best = m;
            }
        }
        return best;
    }

    private void event(RuleMatcher.Match match) {
        Rule rule = match.rule();
        Clause clause = match.clause();
        Clause.Force force = clause.force();
        int statement = statementAt(clause.predicate());
        Announced put = Announced.of(
                rule,
                codebook,
                tried(rule, clause) ? force.certain() : force,
                statement >= 0,
                clauses.unless(clause.predicate()),
                decided(clause.predicate()));
        if (put.type() == EventType.AGREE
                && (put.status().negated() ? clause.kind() == Predicate.Kind.ADJECTIVE : promisesNot(clause))) {
            // "is not prepared to" refuses as "promised not to" does.
            put = new Announced(EventType.REJECT, Announced.PLAIN, false);
        } else if (rule.stance() == Stance.OFFERS && put.type() == EventType.AGREE && harms(clause)) {
            put = new Announced(EventType.THREATEN, put.status(), false);
        }
        put = vowed(clause, warned(clause, put, statement));
        if (rule.event() == EventType.ASSAULT && clauses.prepared(clause.predicate())) {
            put = new Announced(EventType.MOBILIZE, Announced.PLAIN, false);
        }
        if (put.byObligation() && clause.subjects().stream().anyMatch(s -> OURSELVES.contains(tree.lemma(s)))
                || put.byObligation()
                        && !clause.subjects().isEmpty()
                        && clause.subjects().stream().allMatch(this::unasked)
                || onlyThought(clause, rule, put)
                || bystander(clause, rule)
                || (put.byObligation() || rule.actor().equals("speaker")) && (watched(statement) || ruled(statement))
                || untold(clause, rule)) {
            return;
        }
        List<List<Ref>> actors = actors(match, statement);
        List<List<Ref>> found = new ArrayList<>();
        List<List<Ref>> recipients = found;
        boolean meant = somebodyMeant(clause, put.type());
        for (String place : rule.recipient()) {
            if (place.equals("aim")) {
                matcher.aims(clause.predicate(), 0).forEach(w -> add(found, tree.conjuncts(w)));
            } else if (!(meant && place.startsWith("complement-"))) {
                add(recipients, concerned(match, place));
            }
        }
        if (!rule.recipient().contains("none") && !meant) {
            matcher.within(clause).stream()
                    .filter(w -> !suffers(match, w) && !freed(match, w))
                    .forEach(w -> add(found, tree.conjuncts(w)));
        }
        if (put.type() == EventType.THREATEN || put.type() == EventType.REJECT) {
            add(found, clauses.conditionSubjects(clause.predicate()));
        }
        if (put.byObligation()) {
            recipients = actors;
            actors = speaker(statement);
        } else if (actors.isEmpty() && givesWay(clause, rule)) {
            add(actors, clause.objects());
            recipients = new ArrayList<>();
            for (String place : rule.recipient()) {
                add(recipients, place.equals("object") ? List.of() : concerned(match, place));
            }
        }
        if (YIELDING.contains(put.type())) {
            add(recipients, clauses.partners(clause.predicate()));
        }
        boolean reciprocal =
                rule.reciprocal() || clause.reciprocal() && !rule.actor().equals("lender");
        Codebook.Refinement finer = finer(put.type(), match);
        events.add(new CodedEvent(
                rule.name(),
                put.type(),
                put.type() == rule.event() && rule.mode() != null ? rule.mode() : finer.mode(),
                finer.cameo() == null || finer.cameo().endsWith("0") && put.type() == rule.event()
                        ? rule.cameo()
                        : finer.cameo(),
                contexts(rule),
                actors,
                recipients,
                ref(clause.predicate()),
                put.status(),
                statement,
                reciprocal,
                agentless(clause),
                confidence(clause, statement)));
        if (statement >= 0
                && clause.kind() == Predicate.Kind.VERB
                && VIOLENT.contains(put.type())
                && put.status().equals(Announced.PLAIN)) {
            blame(clause, actors, statement);
        }
        if (put.byObligation() || rule.stance() == null && rule.event() != put.type()) {
            derived(clause, put.type(), actors, recipients, statement);
        }
        if (rule.absorbs()) {
            absorb(clause, rule);
        } else if (!rule.objects().isEmpty()) {
            // "imposed a blockade": the noun is part of this act, not another one.
            clause.objects().forEach(o -> absorbed.add(tree.contentHead(o)));
            absorbed.addAll(clause.objects());
        }
        for (int object : clause.objects()) {
            // "launched a strike": the noun is part of the predicate.
            if (match.predicate().particle() != null
                    && List.of(match.predicate().particle().split(" ")).contains(tree.lemma(object))) {
                absorbed.add(object);
            }
        }
        if (rule.event() == EventType.ASSAULT) {
            // "a raid on the port killed two": the raid and the killing are one act.
            clause.subjects().stream()
                    .map(tree::contentHead)
                    .filter(s -> codebook.isArms(tree.lemma(s)))
                    .forEach(absorbed::add);
        }
        // "blocked lawyers from visiting": what is prevented did not happen.
        clause.complements().stream().filter(c -> c.mark().equals("from")).forEach(c -> absorbSubtree(c.predicate()));
    }

    /** "The soldiers were withdrawn", "rebels were disarmed": who is moved is all that is told of who withdraws. */
    private boolean givesWay(Clause clause, Rule rule) {
        return clause.passive()
                && rule.event() == EventType.RETREAT
                && Set.of("withdraw", "disarm").contains(String.valueOf(rule.mode()));
    }

    private List<Integer> concerned(RuleMatcher.Match match, String place) {
        if (blaming(match) && place.startsWith("object")) {
            // "condemned the invasion of Sudia by Nordia": who did it, not who suffered it.
            List<Integer> doers = new ArrayList<>();
            match.clause().objects().forEach(o -> doers.addAll(clauses.doers(tree.contentHead(o))));
            if (doers.isEmpty() && !match.clause().passive()) {
                // Parsers hang the phrase on the verb too, which as an active one has none of its own.
                doers.addAll(match.clause().oblique("by"));
            }
            if (!doers.isEmpty()) {
                return doers;
            }
        }
        return matcher.fill(match.clause(), place).stream()
                .filter(w -> !suffers(match, w) && !freed(match, w))
                .toList();
    }

    /** "demanded the release of the crew", "refused to free the crew": it is not the crew that is asked or refused. */
    private boolean freed(RuleMatcher.Match match, int word) {
        EventType type = match.rule().event();
        if (type != EventType.REQUEST && type != EventType.REJECT) {
            return false;
        }
        int at = word;
        while (Set.of("amod", "compound", "nmod:poss").contains(tree.token(at).relation())) {
            at = tree.token(at).head();
        }
        Token token = tree.token(at);
        boolean undergoes = token.baseRelation().equals("obj")
                || token.relation().equals("nsubj:pass")
                || tree.preposition(at).equals("of");
        boolean inside =
                undergoes && token.head() != 0 && token.head() != match.clause().predicate();
        return word == at && at != match.clause().predicate() && releases(at) || inside && releases(token.head());
    }

    private boolean releases(int word) {
        Rule act = inner(List.of(word));
        return act != null && act.event() == EventType.RETREAT && "release".equals(act.mode());
    }

    /** "condemned the aggression against Westland": who suffers what is condemned is not who did it. */
    private boolean suffers(RuleMatcher.Match match, int word) {
        if (match.rule().event() == EventType.ACCUSE && sufferedIt(match.clause(), word)) {
            return true;
        }
        boolean condemned = blaming(match);
        int at = word;
        for (int step = 0;
                condemned && step < 4 && at != 0 && at != match.clause().predicate();
                step++) {
            int governor = tree.token(at).head();
            boolean ofNoun = governor != 0 && tree.token(governor).upos().equals("NOUN");
            if (ofNoun && Set.of("against", "on", "upon", "towards", "toward").contains(tree.preposition(at))) {
                return true;
            }
            at = governor;
        }
        return false;
    }

    /** "alleged that its men were beaten": they are not who did it. */
    private boolean sufferedIt(Clause clause, int word) {
        Clause told = clause.complements().stream()
                .filter(c -> c.kind().equals("clause"))
                .findFirst()
                .map(c -> clauses.read(c.predicate()))
                .orElse(null);
        return told != null && told.passive() && told.objects().contains(word);
    }

    /** Whether the object of the verb is what somebody is blamed for. */
    private static boolean blaming(RuleMatcher.Match match) {
        return match.rule().stance() == Stance.ACCUSES
                && match.clause().kind() == Predicate.Kind.VERB
                && match.predicate().particle() == null
                && match.rule().objects().isEmpty();
    }

    /** "accused him of arming rebels": the pronoun is who is accused, whether or not it is found out who that is. */
    private boolean somebodyMeant(Clause clause, EventType type) {
        return (type == EventType.ACCUSE || type == EventType.REQUEST)
                && clause.kind() == Predicate.Kind.VERB
                && !clause.objects().isEmpty()
                && clause.objects().stream()
                        .allMatch(o -> tree.token(o).upos().equals("PRON") && !THINGS.contains(tree.lemma(o)));
    }

    /**
     * What is only possible and no predication of its own ("the power to seize", "if Ostland attacks") is no act at all;
     * "may seize" is one, flagged.
     */
    private boolean onlyThought(Clause clause, Rule rule, Announced put) {
        boolean notRefused = put.type() == EventType.REJECT && put.status().negated();
        if (notRefused || put.status().hypothetical() && put.status().negated()) {
            return true;
        }
        boolean cleared = put.type() == EventType.ACCUSE
                && put.status().negated()
                && rule.actor().equals("speaker");
        return cleared
                || put.status().hypothetical() && !clauses.possible(clause.predicate())
                || put.status().negated()
                        && clause.kind() == Predicate.Kind.VERB
                        && !clauses.denied(clause.predicate());
    }

    /** Words by those who only watch ("analysts accuse") are no political act. */
    private boolean bystander(Clause clause, Rule rule) {
        return !MATERIAL.contains(rule.event())
                && !clause.subjects().isEmpty()
                && codebook.isBystander(
                        tree.lemma(tree.contentHead(clause.subjects().get(0))));
    }

    /** Whether those who only watch say it ("an analyst said", "said analyst Karl Dorn"). */
    private boolean watched(int statement) {
        int head = speakerHere(statement);
        return head != 0
                && (codebook.isBystander(tree.lemma(head))
                        || tree.children(head, "compound", "appos", "flat").stream()
                                .anyMatch(c -> codebook.isBystander(c.lemma())));
    }

    /** What a court rules ("found the arrest unlawful") accuses nobody. */
    private boolean ruled(int statement) {
        int head = speakerHere(statement);
        return head != 0 && codebook.is("courts", tree.lemma(tree.contentHead(head)));
    }

    /** The word of this sentence that names who speaks; 0 when nobody does or another sentence names him. */
    private int speakerHere(int statement) {
        Ref head = statement < 0 ? null : statements.get(statement).speakerHead();
        return head == null || head.sentence() != sentence.index() ? 0 : head.token();
    }

    /** "any negotiations with Ostland", "the release of the ship": what nobody is said to do; attacks alone may be agentless. */
    private boolean untold(Clause clause, Rule rule) {
        boolean told = rule.event() != EventType.ASSAULT
                || rule.reciprocal()
                || !codebook.isArms(tree.lemma(clause.predicate()));
        return told
                && rule.actor().equals("subject")
                && clause.kind() == Predicate.Kind.NOUN
                && clause.subjects().isEmpty()
                && !clause.reciprocal();
    }

    private boolean tried(Rule rule, Clause clause) {
        return Set.of(EventType.ASSAULT, EventType.COERCE, EventType.REQUEST).contains(rule.event())
                && clauses.attempted(clause.predicate());
    }

    private List<String> contexts(Rule rule) {
        Set<String> out = new java.util.LinkedHashSet<>(rule.contexts());
        out.addAll(codebook.contexts(tree));
        return List.copyOf(out);
    }

    /** "will expel", "decided to expel" is settled; "plans to expel" is not. */
    private boolean decided(int word) {
        Token token = tree.token(word);
        if (token.baseRelation().equals("conj") && !tree.has(word, "aux", "nsubj")) {
            return decided(token.head());
        }
        return tree.has(word, "aux") && !token.baseRelation().equals("xcomp")
                || token.head() != 0 && Set.of("decide", "decision", "order").contains(tree.lemma(token.head()));
    }

    /** "vowed not to return": a refusal, unless what is forsworn is harm ("promised not to attack"). */
    private boolean promisesNot(Clause clause) {
        for (Clause.Complement c : clause.complements()) {
            Clause act = clauses.read(c.predicate());
            boolean own = act != null
                    && (c.kind().equals("infinitive")
                            || act.subjects().stream()
                                    .anyMatch(s ->
                                            tree.token(s).upos().equals("PRON") && !THINGS.contains(tree.lemma(s))));
            if (act != null && own && act.force().negated()) {
                return !isHostile(act);
            }
        }
        return false;
    }

    /** "ready to strike", "promised to expel": what is embedded is harm, so it is a threat and no offer. */
    private boolean harms(Clause clause) {
        for (Clause.Complement c : clause.complements()) {
            Clause act = clauses.read(c.predicate());
            if (act != null && !act.force().negated() && isHostile(act)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rule that reads an embedded act best codes harm. */
    private boolean isHostile(Clause act) {
        RuleMatcher.Match inner = best(matcher.matches(act, entries(act.predicate())), true);
        return inner != null
                && inner.rule().event() != null
                && Announced.hostile(inner.rule().event());
    }

    /** "people want", "nobody fears": nobody in particular holds it. */
    private boolean nobodys(RuleMatcher.Match match) {
        // "it" of what somebody says may be the speaker: who it is, is found out later.
        boolean said = statementAt(match.clause().predicate()) >= 0;
        List<Integer> holders = match.rule().actor().equals("speaker")
                ? List.of()
                : matcher.fill(match.clause(), match.rule().actor());
        return !holders.isEmpty()
                && holders.stream()
                        .allMatch(h -> codebook.isNobody(tree.lemma(h))
                                && !(said && tree.lemma(h).equals("it")));
    }

    /** "Ostland said Westland shelled the port": the speaker blames who did it. Whether the two are opposed is told later. */
    private void blame(Clause clause, List<List<Ref>> actors, int statement) {
        if (!Set.of("ccomp", "root", "parataxis", "conj")
                .contains(tree.token(clause.predicate()).baseRelation())) {
            // "the port which Westland captured": told by the way, nobody is blamed for it.
            return;
        }
        positions.add(new CodedPosition(
                BLAMES,
                Stance.ACCUSES,
                speaker(statement),
                aboutRefs(clause),
                actors,
                null,
                Position.Strength.PLAIN,
                null,
                ref(clause.predicate()),
                statement,
                0.5));
    }

    /** "He said his army might strike if Westland lands": harm that somebody says he may do under a condition is a threat. */
    private Announced warned(Clause clause, Announced put, int statement) {
        boolean own = statement >= 0
                && !watched(statement)
                && !clause.subjects().isEmpty()
                && clause.subjects().stream().allMatch(this::ownName);
        return own
                        && Announced.HARMFUL.contains(put.type())
                        && put.status().hypothetical()
                        && !put.status().negated()
                        && clauses.conditioned(clause.predicate())
                ? new Announced(EventType.THREATEN, Announced.PLAIN, false)
                : put;
    }

    /** "it", "we", "his forces": how speakers name themselves. */
    private boolean ownName(int subject) {
        Token token = tree.token(subject);
        return token.upos().equals("PRON")
                        && !THINGS.contains(tree.lemma(subject))
                        && !token.form().equalsIgnoreCase("you")
                || token.form().equalsIgnoreCase("it")
                || tree.children(subject, "nmod:poss").stream()
                        .anyMatch(p -> p.upos().equals("PRON"));
    }

    /** "vowed to strike" threatens, "vowed to help" offers: what is vowed tells. */
    private Announced vowed(Clause clause, Announced put) {
        boolean vow = VOWS.contains(tree.lemma(clause.predicate()));
        EventType inner = vow ? promised(clause) : null;
        if (inner == null) {
            return put;
        }
        boolean harm = Announced.hostile(inner);
        boolean forsworn = clause.complements().stream()
                .map(c -> clauses.read(c.predicate()))
                .anyMatch(act -> act != null && act.force().negated());
        if (put.type() == EventType.AGREE && harm) {
            // "promised not to attack" is a promise.
            return forsworn ? put : new Announced(EventType.THREATEN, put.status(), false);
        }
        if ((put.type() == EventType.AGREE || put.type() == EventType.THREATEN) && inner == EventType.REJECT) {
            return new Announced(EventType.REJECT, put.status(), false);
        }
        if (forsworn && Announced.COOPERATIVE.contains(inner)) {
            return new Announced(EventType.REJECT, put.status(), false);
        }
        return put.type() == EventType.THREATEN && Announced.COOPERATIVE.contains(inner)
                ? new Announced(EventType.AGREE, put.status(), false)
                : put;
    }

    private @Nullable EventType promised(Clause clause) {
        Rule inner = inner(
                clause.complements().stream().map(Clause.Complement::predicate).toList());
        return inner == null ? null : inner.event();
    }

    /** The rule of the first of these words that is an act. */
    private @Nullable Rule inner(List<Integer> words) {
        for (int word : words) {
            Clause act = clauses.read(word);
            RuleMatcher.Match inner = act == null ? null : best(matcher.matches(act, entries(word)), true);
            if (inner != null) {
                return inner.rule();
            }
        }
        return null;
    }

    /** Mode and CAMEO code that what an act is about gives it: the act it was made from, or the one in its complement or object. */
    private Codebook.Refinement finer(EventType type, RuleMatcher.Match match) {
        List<Integer> about = new ArrayList<>();
        match.clause().complements().forEach(c -> about.add(c.predicate()));
        match.clause().objects().forEach(o -> about.add(tree.contentHead(o)));
        Rule inner = type == match.rule().event() ? inner(about) : match.rule();
        return inner == null ? codebook.refined(type, null, null) : codebook.refined(type, inner.event(), inner.mode());
    }

    /** An act that is refused or threatened is a position too. */
    private void derived(
            Clause clause, EventType type, List<List<Ref>> actors, List<List<Ref>> recipients, int statement) {
        Stance stance = switch (type) {
            case REJECT -> Stance.REFUSES;
            case THREATEN -> Stance.THREATENS;
            case REQUEST -> Stance.DEMANDS;
            default -> null;
        };
        if (stance != null) {
            // "Ostland will attack it": nobody's position is about himself.
            List<Ref> about = aboutRefs(clause).stream()
                    .filter(a -> actors.stream().noneMatch(choice -> choice.contains(a)))
                    .toList();
            positions.add(new CodedPosition(
                    "engine:"
                            + (type == EventType.REJECT
                                    ? "will-not"
                                    : type == EventType.THREATEN ? "will-harm" : "should"),
                    stance,
                    actors,
                    about.isEmpty() ? List.of(ref(clause.predicate())) : about,
                    recipients,
                    strengths.condition(clause),
                    strengths.strength(clause, Position.Strength.PLAIN),
                    null,
                    ref(clause.predicate()),
                    statement,
                    0.6));
        }
    }

    private List<Ref> aboutRefs(Clause clause) {
        return matcher.about(clause.predicate(), 0).stream()
                .map(w -> ref(tree.contentHead(w)))
                .toList();
    }

    private void position(RuleMatcher.Match match) {
        Rule rule = match.rule();
        Clause clause = match.clause();
        Stance stance =
                rule.stance() == Stance.OFFERS && harms(clause) ? Stance.THREATENS : Stances.put(rule, clause.force());
        boolean mentioned = clause.kind() == Predicate.Kind.NOUN
                && clause.force().hypothetical()
                && !clauses.possible(clause.predicate());
        int statement = statementAt(clause.predicate());
        boolean asked = clause.force().obliged() && statement >= 0;
        boolean tried = stance == Stance.ACCEPTS && clauses.attempted(clause.predicate());
        boolean ruling = rule.actor().equals("speaker") && ruled(statement);
        boolean none =
                ruling || mentioned || asked || tried || nobodys(match) || clauses.conditional(clause.predicate());
        if (stance == null || none || stance == Stance.FEARS && announces(clause)) {
            return;
        }
        List<Ref> issues = new ArrayList<>();
        for (String place : rule.issue()) {
            for (int word : matcher.issue(clause, place)) {
                if (BARGAINED.contains(stance) && matcher.addressed(place, word)) {
                    continue;
                }
                issues.add(ref(tree.contentHead(word)));
                matcher.actsOf(word).forEach(w -> issues.add(ref(tree.contentHead(w))));
            }
        }
        List<List<Ref>> counterparts = new ArrayList<>();
        for (String place : rule.recipient()) {
            add(counterparts, concerned(match, place));
        }
        events.stream()
                .filter(e ->
                        e.trigger().equals(ref(clause.predicate())) && e.rule().equals(rule.name()))
                .flatMap(e -> e.recipients().stream())
                .map(choice -> choice.stream().filter(r -> another(issues, r)).toList())
                .filter(choice -> !choice.isEmpty())
                .forEach(counterparts::add);
        positions.add(new CodedPosition(
                rule.name(),
                stance,
                actors(match, statement),
                issues,
                counterparts,
                strengths.condition(clause),
                strengths.strength(clause, rule.strength()),
                frame(clause, rule),
                ref(clause.predicate()),
                statement,
                confidence(clause, statement)));
        if (rule.absorbs()) {
            absorb(clause, rule);
        }
    }

    /** A name that is neither what is bargained over nor a part of its name: "the Aven reservoir" is no side. */
    private boolean another(List<Ref> issues, Ref ref) {
        Token token = tree.token(ref.token());
        boolean part = token.baseRelation().matches("compound|flat");
        return token.upos().equals("PROPN")
                && issues.stream().noneMatch(i -> i.equals(ref) || part && tree.dominates(i.token(), ref.token()));
    }

    /** "warned that it will not accept the plan": what is announced is no danger that somebody fears. */
    private boolean announces(Clause clause) {
        return clause.complements().stream().anyMatch(c -> clauses.ownRefusal(c.predicate()));
    }

    private @Nullable Span frame(Clause clause, Rule rule) {
        String place = rule.demands().frame();
        List<Integer> words = place == null ? List.of() : clause.oblique(place);
        if (words.isEmpty()) {
            return null;
        }
        Tree.Range range = tree.range(words.get(0));
        int first = range.first();
        while (first < words.get(0)
                && Set.of("case", "det").contains(tree.token(first).baseRelation())) {
            first++;
        }
        return sentence.token(first).span().union(sentence.token(range.last()).span());
    }

    /** "was killed", "the killing of", "a bomb killed": who did it is left out, which an active verb without a subject does not say. */
    private boolean agentless(Clause clause) {
        return clause.subjects().isEmpty()
                ? clause.passive() || clause.kind() != Predicate.Kind.VERB || ofNoun(clause.predicate())
                : clause.subjects().stream().allMatch(s -> codebook.isArms(tree.lemma(tree.contentHead(s))));
    }

    /** "an attempt to kill": an infinitive that belongs to a noun; in headlines it belongs to a name ("OSTLAND TO KILL"). */
    private boolean ofNoun(int word) {
        Token token = tree.token(word);
        return token.baseRelation().equals("acl")
                && tree.token(token.head()).upos().equals("NOUN");
    }

    /** "will not be returned": a refusal whatever the verb, by its subject or, in a passive, by who says so. */
    private void refusal(Clause clause) {
        Clause.Force force = clause.force();
        if (clause.kind() != Predicate.Kind.VERB
                || !force.negated()
                || !force.future()
                || force.hypothetical()
                || Stances.STATIVE.contains(tree.lemma(clause.predicate()))
                || !clauses.ownRefusal(clause.predicate())
                || aside(clause)
                || unanswered(clause.predicate())
                || clause.subjects().stream().anyMatch(s -> idle(clause, s))) {
            return;
        }
        int statement = statementAt(clause.predicate());
        List<List<Ref>> actors = new ArrayList<>();
        add(
                actors,
                clause.subjects().stream()
                        .filter(s -> !codebook.isNobody(tree.lemma(s)))
                        .toList());
        if (clause.passive()) {
            actors.addAll(speaker(statement));
        }
        if (actors.isEmpty() || !refuses(clause.predicate(), statement)) {
            return;
        }
        List<List<Ref>> recipients = new ArrayList<>();
        List<String> places = handed(clause) ? List.of("to") : List.of("indirect-object", "to", "with", "object");
        places.forEach(p -> add(recipients, matcher.fill(clause, p)));
        Ref trigger = ref(clause.predicate());
        events.add(new CodedEvent(
                "engine:will-not",
                EventType.REJECT,
                null,
                "120",
                codebook.contexts(tree),
                actors,
                recipients,
                trigger,
                Announced.PLAIN,
                statement,
                false,
                false,
                0.6));
        List<Ref> issues = aboutRefs(clause);
        positions.add(new CodedPosition(
                "engine:will-not",
                Stance.REFUSES,
                actors,
                issues,
                recipients,
                strengths.condition(clause),
                strengths.strength(clause, Position.Strength.PLAIN),
                null,
                trigger,
                statement,
                0.6));
        clause.complements().forEach(c -> absorbSubtree(c.predicate()));
    }

    /** "that will not work"; but "Ostland said it would not yield". */
    private boolean idle(Clause clause, int subject) {
        boolean speaks = tree.lemma(subject).equals("it")
                && statementAt(clause.predicate()) >= 0
                && !clause.passive()
                && !tree.has(clause.predicate(), "cop", "expl");
        return THINGS.contains(tree.lemma(subject)) && !speaks;
    }

    /** "will not give them back": what is handed over is a thing. */
    private boolean handed(Clause clause) {
        return tree.children(clause.predicate(), "compound:prt", "advmod").stream()
                .anyMatch(t -> Set.of("back", "over", "up").contains(t.lemma()));
    }

    /** "work which would not be finished", "what he would not do": told of a thing, refused to nobody. */
    private boolean aside(Clause clause) {
        Token token = tree.token(clause.predicate());
        return token.relation().equals("acl:relcl") && clause.passive()
                || tree.lemma(clause.predicate()).equals("do")
                        && clause.objects().stream()
                                .allMatch(o -> tree.token(o).upos().equals("PRON"));
    }

    /** "will not be left unanswered", "will not go unpunished": no refusal but a threat of an answer. */
    private boolean unanswered(int predicate) {
        return tree.children(predicate, "xcomp", "advmod", "advcl").stream()
                .anyMatch(t -> t.form().matches("un\\w+(ed|t)"));
    }

    /** "will not", or "would not" in what somebody says; "would not have" is only imagined. */
    private boolean refuses(int predicate, int statement) {
        List<Token> auxiliaries = tree.children(predicate, "aux");
        boolean imagined = auxiliaries.stream().anyMatch(a -> a.lemma().equals("have"));
        boolean would = auxiliaries.stream()
                .anyMatch(a -> a.form().equalsIgnoreCase("would") || a.lemma().equals("would"));
        return !imagined && (!would || statement >= 0);
    }

    /** "A man said: you should not ask": nobody in particular demands it. */
    private boolean saidByNobody(int statement) {
        int head = speakerHere(statement);
        return head != 0 && tree.token(head).upos().equals("NOUN") && codebook.isNobody(tree.lemma(head));
    }

    /** "must end the war" asks somebody, "the war must end" nobody. */
    private boolean brought(Clause clause) {
        return Set.of("end", "stop").contains(tree.lemma(clause.predicate()))
                && !(clause.objects().isEmpty() && clause.complements().isEmpty());
    }

    private boolean unasked(int subject) {
        return codebook.is("unasked", tree.lemma(tree.contentHead(subject)));
    }

    /**
     * "Westland should withdraw", said by somebody: a demand of the speaker on the subject. What "we" should do, and what
     * somebody should be or know, is asked of nobody.
     */
    private void obligation(Clause clause) {
        int statement = statementAt(clause.predicate());
        Token predicate = tree.token(clause.predicate());
        boolean ofOneself = clause.subjects().stream()
                .anyMatch(s ->
                        Set.of("we", "i", "one").contains(tree.token(s).form().toLowerCase(Locale.ROOT)));
        boolean state = clause.kind() != Predicate.Kind.VERB
                || !clause.passive() && Stances.STATIVE.contains(tree.lemma(clause.predicate())) && !brought(clause);
        if (statement < 0
                || watched(statement)
                || saidByNobody(statement)
                || clause.force().hypothetical()
                || clauses.asked(clause.predicate())
                || ofOneself
                || state
                || predicate.relation().equals("acl:relcl")) {
            return;
        }
        List<List<Ref>> recipients = new ArrayList<>();
        // "any deal must guarantee peace" asks nobody in particular.
        add(recipients, clause.subjects().stream().filter(s -> !unasked(s)).toList());
        Ref trigger = ref(clause.predicate());
        if (!recipients.isEmpty()) {
            events.add(new CodedEvent(
                    "engine:should",
                    EventType.REQUEST,
                    null,
                    "100",
                    codebook.contexts(tree),
                    speaker(statement),
                    recipients,
                    trigger,
                    Announced.PLAIN,
                    statement,
                    false,
                    false,
                    0.5));
        }
        List<Ref> issues = aboutRefs(clause);
        positions.add(new CodedPosition(
                "engine:should",
                Stance.DEMANDS,
                speaker(statement),
                issues,
                recipients,
                strengths.condition(clause),
                strengths.strength(clause, Position.Strength.PLAIN),
                null,
                trigger,
                statement,
                0.5));
        absorbSubtree(clause.predicate());
    }

    private List<List<Ref>> actors(RuleMatcher.Match match, int statement) {
        List<List<Ref>> out = new ArrayList<>();
        if (match.rule().actor().equals("speaker")) {
            return speaker(statement);
        }
        List<Integer> found = matcher.fill(match.clause(), match.rule().actor());
        List<Integer> acts = found.stream()
                .map(tree::contentHead)
                .filter(w -> codebook.isArms(tree.lemma(w)))
                .toList();
        acts.forEach(w -> add(out, clauses.doers(w)));
        add(out, found);
        found.forEach(word -> add(out, clauses.holders(word)));
        acts.forEach(w -> add(out, clauses.nounSubjects(w, 0)));
        if (match.rule().reciprocal()) {
            // "X met with Y": both are actors
            List<Integer> all =
                    new ArrayList<>(out.isEmpty() ? List.of() : match.clause().subjects());
            all.addAll(match.clause().oblique("with"));
            if (all.size() > match.clause().subjects().size() && !all.isEmpty()) {
                add(out, all);
            }
        }
        if (out.isEmpty() && match.clause().passive() && match.rule().event() == EventType.MOBILIZE) {
            // "police were deployed": who moves acts.
            add(out, match.clause().objects());
        }
        if (out.isEmpty()
                && match.clause().passive()
                && statement >= 0
                && match.clause().force().future()) {
            out.addAll(speaker(statement));
        }
        return out;
    }

    private List<List<Ref>> speaker(int statement) {
        Ref head = statement < 0 ? null : statements.get(statement).speakerHead();
        return head == null ? List.of() : List.of(List.of(head));
    }

    /** What an absorbing predicate embeds is its issue, not an act that happened. */
    private void absorb(Clause clause, Rule rule) {
        clause.complements().forEach(c -> absorbSubtree(c.predicate()));
        for (int object : clause.objects()) {
            absorbSubtree(object);
        }
        for (String place : rule.issue()) {
            clause.oblique(place).forEach(this::absorbSubtree);
        }
    }

    private void absorbSubtree(int word) {
        if (!absorbed.add(word)) {
            return;
        }
        for (Token child : tree.children(word)) {
            if (!child.relation().equals("acl:relcl") && !child.relation().equals("parataxis") && !beside(child)) {
                absorbSubtree(child.index());
            }
        }
    }

    /** "while the rebels accused …": told beside what is embedded, so it is an act of its own. */
    private boolean beside(Token clause) {
        return clause.baseRelation().equals("advcl")
                && BESIDE.contains(String.valueOf(tree.mark(clause.index())))
                && tree.has(clause.index(), "nsubj");
    }

    /** Index of the innermost statement whose content holds a word, -1 for none. */
    private int statementAt(int word) {
        Span span = tree.token(word).span();
        int best = -1;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < statements.size(); i++) {
            for (Span content : statements.get(i).content()) {
                if (content.covers(span) && content.length() < shortest) {
                    best = i;
                    shortest = content.length();
                }
            }
        }
        return best;
    }

    private void add(List<List<Ref>> choices, List<Integer> words) {
        if (!words.isEmpty()) {
            choices.add(words.stream()
                    .map(tree::contentHead)
                    .distinct()
                    .map(this::ref)
                    .toList());
        }
    }

    private Ref ref(int word) {
        return new Ref(sentence.index(), word);
    }

    private static double confidence(Clause clause, int statement) {
        double c = clause.kind() == Predicate.Kind.NOUN ? 0.7 : 0.9;
        return c - (clause.subjects().isEmpty() ? 0.2 : 0) - (statement >= 0 ? 0.05 : 0);
    }
}

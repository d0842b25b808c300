package demarche.resolve;

import demarche.code.Coded;
import demarche.code.CodedEvent;
import demarche.code.CodedPosition;
import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Stance;
import demarche.story.Statement;
import demarche.story.StoryDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The resolve room's door: gives phrases their parties and issues and puts the reading together. Pure and thread-safe. */
public final class ReadingMaker {
    /** The engine's own rule by which who says what somebody should do asks it of him. */
    private static final String ASKED_OF = "engine:should";

    /** Sectors whose words are a side's words. */
    private static final Set<String> BODIES =
            Set.of("GOV", "MIL", "REB", "PTY", "LEG", "PRM", "OPP", "SPY", "JUD", "COP", "UAF", "PRE");

    private static final Set<EventType> NEEDS_RECIPIENT = Set.of(EventType.COOPERATE);
    private static final Set<EventType> MOVES = Set.of(EventType.RETREAT, EventType.MOBILIZE);
    /** Acts with what the actors have themselves: "agreed to send its troops". */
    private static final Set<EventType> VERBAL_MOVES = Set.of(
            EventType.AGREE,
            EventType.CONCEDE,
            EventType.REJECT,
            EventType.THREATEN,
            EventType.RETREAT,
            EventType.SANCTION,
            EventType.MOBILIZE);

    private static final Set<EventType> LOCAL = Set.of(
            EventType.ASSAULT,
            EventType.COERCE,
            EventType.CONCEDE,
            EventType.RETREAT,
            EventType.MOBILIZE,
            EventType.AID,
            EventType.SANCTION);
    private static final Set<EventType> FORCE =
            Set.of(EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION);
    private static final Set<EventType> VERBAL = Set.of(
            EventType.AGREE,
            EventType.SUPPORT,
            EventType.CONCEDE,
            EventType.REQUEST,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.THREATEN);
    /** Sectors that make nobody a political actor by themselves. */
    private static final Set<String> PRIVATE = Set.of("BUS", "JRN", "UNK");

    private static final Set<String> BELONGING = Set.of("of", "by", "from", "with", "off", "near");
    private static final Set<String> TOWARDS = Set.of("on", "against", "for", "to", "upon");

    private static final Set<String> AREAS =
            Set.of("region", "province", "republic", "territory", "enclave", "state", "island");

    /** PLOVER's classes that stand in a country's place. */
    private static final Set<String> CLASSES = Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG");

    private static final Set<EventType> CONTENTIOUS = Set.of(
            EventType.REQUEST,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.THREATEN,
            EventType.PROTEST,
            EventType.CONSULT);

    private final PartyResolver resolver;
    private final Register register;
    private final IssueWords words = IssueWords.load();

    public ReadingMaker(Register register) {
        this.resolver = new PartyResolver(register);
        this.register = register;
    }

    /** Loads now what is else loaded when a story first names a place. */
    public static void prepare() {
        Gazetteer.load();
    }

    /** The reading of a coded story. */
    public Reading make(Parse parse, Coded coded, Reading.Engine engine) {
        return new Making(parse, coded, engine).reading();
    }

    private static @Nullable LocalDate published(Parse parse) {
        String text = parse.story().published();
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private final class Making {
        private final Parse parse;
        private final Coded coded;
        private final Reading.Engine engine;
        private final Parties parties;
        private final Issues issues;
        private final Business business;
        private final DateReader dates;
        private final StoryPlaces named;
        private final PlaceReader places;
        private final UnnamedParties unnamed;
        private final Map<String, Party> byId = new HashMap<>();
        private final Map<Integer, Tree> trees = new HashMap<>();
        private final Map<String, List<Issue.Frame>> frames = new HashMap<>();

        Making(Parse parse, Coded coded, Reading.Engine engine) {
            this.parse = parse;
            this.coded = coded;
            this.engine = engine;
            this.parties = resolver.resolve(parse, coded, published(parse));
            parties.list().forEach(p -> byId.put(p.id(), p));
            this.dates = new DateReader(published(parse));
            this.business = new Business(parse.story());
            this.named = new StoryPlaces(parse, register, countries());
            this.places = new PlaceReader(parse, named);
            this.unnamed = new UnnamedParties(parse, parties, named);
            this.issues = Issues.of(parse, coded.positions(), words);
        }

        /** The state where an act with no other recipient was done, when the actors are not of it. */
        private List<String> stateOf(@Nullable Place place, List<String> actors) {
            if (place == null || place.country() == null) {
                return List.of();
            }
            boolean rebels = !actors.isEmpty() && actors.stream().allMatch(a -> of(a, "REB"));
            boolean own =
                    !rebels && actors.stream().anyMatch(a -> place.country().equals(country(a)));
            return own
                    ? List.of()
                    : parties.list().stream()
                            .filter(p -> p.kind() == Party.Kind.STATE
                                    && place.country().equals(p.country()))
                            .map(Party::id)
                            .limit(1)
                            .toList();
        }

        private Set<String> countries() {
            Set<String> out = new HashSet<>();
            for (Party party : parties.list()) {
                if (party.kind() == Party.Kind.STATE && party.country() != null) {
                    out.add(party.country());
                }
            }
            return out;
        }

        private final Map<Ref, String> issueOfAct = new HashMap<>();
        private final Map<Span, String> issueByTrigger = new HashMap<>();

        Reading reading() {
            List<Statement> statements = statements();
            List<Event> events = events();
            List<Position> positions = positions();
            return new Reading(
                    Reading.SCHEMA,
                    engine,
                    parse.story(),
                    parse.sentences().stream()
                            .map(s -> new Reading.Sentence(
                                    s.span().start(), s.span().end(), s.span().in()))
                            .toList(),
                    parties(),
                    issues.list().stream()
                            .filter(i -> positions.stream().anyMatch(p -> i.id().equals(p.issue())))
                            .map(this::framed)
                            .toList(),
                    statements,
                    events,
                    positions,
                    named.list());
        }

        private List<Party> parties() {
            List<Party> out = new ArrayList<>(parties.list());
            out.addAll(unnamed.list());
            return out.stream().map(this::officeOfFirm).toList();
        }

        /** "Norvik Inc president Karl Dorn": an office of a firm is no government's. */
        private Party officeOfFirm(Party p) {
            return p.kind() == Party.Kind.PERSON && "GOV".equals(p.sector()) && business.is(p)
                    ? new Party(p.id(), p.name(), p.kind(), p.country(), "BUS", p.speaksFor(), p.roles(), p.mentions())
                    : p;
        }

        private List<Statement> statements() {
            List<Statement> out = new ArrayList<>();
            ResponseFinder responses = new ResponseFinder(parse, coded.statements(), parties::at, this::side);
            for (int i = 0; i < coded.statements().size(); i++) {
                CodedStatement s = coded.statements().get(i);
                Span speaker = s.speaker();
                Span cue = s.cue();
                out.add(new Statement(
                        "s" + (i + 1),
                        speaker == null
                                ? null
                                : new Statement.Speaker(speaking(s), speaker.start(), speaker.end(), speaker.in()),
                        cue == null ? null : new Statement.Cue(cue.start(), cue.end(), cue.in(), s.cueLemma()),
                        s.content(),
                        s.form(),
                        addressee(s),
                        responses.of(i),
                        dateOf(s.cueHead(), true),
                        s.parent() < 0 ? null : "s" + (s.parent() + 1)));
            }
            return out;
        }

        /** To whom it is said; nobody speaks to himself ("quoted Berg as saying": Berg speaks). */
        private @Nullable String addressee(CodedStatement s) {
            String to = who(s.addressee());
            return to == null || to.equals(speaking(s)) ? null : to;
        }

        /** The speaker's party: what the head of the words denotes, else what they name beside it ("a critic, Anna Berg"). */
        private @Nullable String speaking(CodedStatement s) {
            return who(s.speakerHead());
        }

        private @Nullable String who(@Nullable Ref head) {
            String found = first(head);
            if (found != null || head == null) {
                return found;
            }
            Tree tree = tree(head);
            String content = first(new Ref(head.sentence(), tree.contentHead(head.token())));
            if (content != null) {
                return content;
            }
            for (Token child : tree.children(head.token(), "appos", "flat", "nmod", "conj")) {
                boolean own = !child.baseRelation().equals("nmod")
                        || Set.of("by", "from", "of").contains(tree.preposition(child.index()));
                String beside = own ? first(new Ref(head.sentence(), child.index())) : null;
                if (beside != null) {
                    return beside;
                }
            }
            return null;
        }

        private @Nullable String first(@Nullable Ref ref) {
            List<String> found = ref == null ? List.of() : parties.at(ref);
            return found.isEmpty() ? null : found.get(0);
        }

        private List<Event> events() {
            aboutActs();
            List<Event> found = new ArrayList<>();
            for (CodedEvent e : bodyFirst(coded.events(), CodedEvent::trigger)) {
                Event event = event(e, found);
                if (event != null) {
                    found.add(event);
                }
            }
            List<Event> out = new ArrayList<>();
            for (Event e : Repeats.dropped(found, parse)) {
                out.add(e.withId("e" + (out.size() + 1)));
            }
            return out;
        }

        /** A title sums up what the body says more clearly, so it comes last and tells only what the body does not. */
        private <T> List<T> bodyFirst(List<T> coded, Function<T, Ref> trigger) {
            return coded.stream()
                    .sorted(Comparator.comparing((T c) -> inTitle(trigger.apply(c))))
                    .toList();
        }

        private boolean inTitle(Ref ref) {
            Span span = parse.sentences().get(ref.sentence()).span();
            String title = parse.story().title();
            boolean headline = title != null
                    && parse.story().text().stripLeading().startsWith(title)
                    && span.end() <= title.codePointCount(0, title.length()) + 2;
            return span.in() != null || headline;
        }

        /** "The merger with Norvik should help": what is expected of a thing is asked of nobody. */
        private boolean asksSomebody(CodedEvent e) {
            return e.recipients().stream()
                    .flatMap(List::stream)
                    .anyMatch(ref -> !parties.at(ref).isEmpty());
        }

        /** The event with its parties; null when nobody is found who does it. */
        private @Nullable Event event(CodedEvent e, List<Event> before) {
            List<String> doers = choose(e.actors(), Set.of());
            List<String> named = actors(e, doers);
            List<String> recipients = recipients(e, doers, named);
            if (named.isEmpty() && !standsAlone(e, recipients)
                    || e.rule().equals(ASKED_OF) && (recipients.isEmpty() || !asksSomebody(e))
                    || foretold(e.trigger(), e.statement(), named)
                    || shadowed(before, e, named)
                    || retold(before, e, named)
                    || inTitle(e.trigger())
                            && (e.status().negated() || before.stream().anyMatch(o -> o.eventType() == e.type()))) {
                return null;
            }
            if (MOVES.contains(e.type())) {
                recipients = recipients.stream().filter(r -> !own(r, named)).toList();
            }
            Place place = places.placeOf(e.trigger());
            boolean bySomebody = !named.isEmpty() || before.stream().anyMatch(b -> struckBySomebody(b, e.trigger()));
            List<String> actors = bySomebody ? named : known(unnamed.attackers(e, place));
            recipients = struck(e, place, named, recipients);
            if (recipients.isEmpty() && actors.size() < 2 && NEEDS_RECIPIENT.contains(e.type())
                    || unpolitical(e, actors, recipients)) {
                return null;
            }
            StoryDate date = dateOf(e.trigger(), VERBAL.contains(e.type()));
            return new Event(
                    "",
                    e.type(),
                    e.mode(),
                    e.contexts(),
                    e.cameo(),
                    actors,
                    recipients,
                    date,
                    place,
                    MagnitudeReader.of(tree(e.trigger()), e.trigger().token(), e.type()),
                    dated(e.status(), date, e.trigger()),
                    e.statement() < 0 ? null : "s" + (e.statement() + 1),
                    evidence(e.trigger()),
                    e.rule(),
                    e.confidence());
        }

        private List<String> recipients(CodedEvent e, List<String> doers, List<String> named) {
            if (e.reciprocal() && named.size() > 1) {
                return List.of();
            }
            Set<String> own = new HashSet<>(named);
            own.addAll(doers);
            Set<String> andForces = new HashSet<>(own);
            andForces.addAll(VERBAL_MOVES.contains(e.type()) ? forcesOf(named) : Set.of());
            List<String> found = reached(e.recipients(), andForces, e.type() != EventType.ACCUSE);
            return found.isEmpty() && e.type() == EventType.SANCTION ? reached(e.recipients(), own, true) : found;
        }

        private List<String> actors(CodedEvent e, List<String> doers) {
            List<String> named = doers.stream().map(this::spokenFor).distinct().toList();
            return named.isEmpty() && e.type() == EventType.PROTEST
                    ? known(unnamed.crowd(e, places.placeOf(e.trigger())))
                    : named;
        }

        /** "Its peacekeepers": what the actors have is not whom they act on. */
        private Set<String> forcesOf(List<String> actors) {
            Set<String> out = new HashSet<>();
            for (Party party : parties.list()) {
                boolean possessed = party.name().matches("(?i)(its|their|his|her) .*");
                boolean envoys = "GOV".equals(party.sector())
                        && party.kind() != Party.Kind.STATE
                        && actors.stream().map(this::country).anyMatch(c -> c != null && c.equals(party.country()));
                if (possessed && (envoys || party.kind() == Party.Kind.GROUP && own(party.id(), actors))) {
                    out.add(party.id());
                }
            }
            return out;
        }

        /** Soldiers whom their own state moves are not whom it is done to. */
        private boolean own(String recipient, List<String> actors) {
            Party party = byId.get(recipient);
            boolean soldiers = !actors.isEmpty() && actors.stream().allMatch(a -> of(a, "MIL"));
            boolean theirs = soldiers
                    && party != null
                    && party.kind() == Party.Kind.STATE
                    && actors.stream().map(this::country).allMatch(c -> c != null && c.equals(party.country()));
            return theirs
                    || party != null
                            && party.kind() == Party.Kind.GROUP
                            && "MIL".equals(party.sector())
                            && (party.country() == null
                                    || actors.stream().map(this::country).anyMatch(party.country()::equals));
        }

        /**
         * Whether nobody political acts: firms count when they make demands on, accuse or defy a state or the like, private
         * persons when the story has a body of their country or they face a political party.
         */
        private boolean unpolitical(CodedEvent e, List<String> actors, List<String> recipients) {
            if (e.type() == EventType.PROTEST) {
                // States neither down tools nor march: "a U.S. strike", "protests by Ostland" are of another kind.
                boolean noun =
                        tree(e.trigger()).token(e.trigger().token()).upos().equals("NOUN");
                return ("strike".equals(e.mode()) || "demo".equals(e.mode()) && noun)
                        && !actors.isEmpty()
                        && actors.stream().allMatch(this::state);
            }
            if (actors.isEmpty() || actors.stream().anyMatch(this::political)) {
                return false;
            }
            if (actors.stream().allMatch(this::watches)) {
                return true;
            }
            boolean faced = recipients.stream().anyMatch(r -> political(r) && !isCourt(r));
            if (actors.stream().allMatch(this::firm)) {
                return !(faced && CONTENTIOUS.contains(e.type()));
            }
            return !faced && actors.stream().noneMatch(this::amongPoliticians);
        }

        /** Who suffers an act: the people of a town rather than its state, and where nobody is named those where it was done. */
        private List<String> struck(CodedEvent e, @Nullable Place place, List<String> actors, List<String> recipients) {
            if (recipients.isEmpty()) {
                List<String> people = known(unnamed.struck(e.type(), place));
                return people.isEmpty() && LOCAL.contains(e.type()) ? stateOf(place, actors) : people;
            }
            Party one = recipients.size() == 1 ? byId.get(recipients.get(0)) : null;
            List<String> people = one == null || one.kind() != Party.Kind.STATE || one.country() == null
                    ? List.of()
                    : known(unnamed.townsfolk(e, one.country()));
            return people.isEmpty() ? recipients : people;
        }

        /** Whether an attack told in the same sentence has somebody who did it. */
        private boolean struckBySomebody(Event event, Ref trigger) {
            Span sentence = parse.sentences().get(trigger.sentence()).span();
            return event.eventType() == EventType.ASSAULT
                    && !event.actors().isEmpty()
                    && event.evidence().start() == sentence.start();
        }

        private List<String> known(@Nullable String id) {
            unnamed.list().forEach(p -> byId.putIfAbsent(p.id(), p));
            return id == null ? List.of() : List.of(id);
        }

        private boolean amongPoliticians(String id) {
            String home = country(id);
            return home != null
                    && parties.list().stream()
                            .anyMatch(p -> home.equals(p.country())
                                    && p.sector() != null
                                    && p.kind() != Party.Kind.STATE
                                    && BODIES.contains(p.sector()));
        }

        /** Courts are where firms sue each other. */
        private boolean isCourt(String id) {
            Party party = byId.get(id);
            return party != null && "JUD".equals(party.sector());
        }

        private boolean political(String id) {
            Party party = byId.get(id);
            return party != null
                    && !business.watches(party)
                    && !business.is(party)
                    && (party.kind() == Party.Kind.STATE
                            || party.sector() != null && !PRIVATE.contains(party.sector())
                            || party.country() != null && CLASSES.contains(party.country()));
        }

        private boolean firm(String id) {
            Party party = byId.get(id);
            return party != null && business.is(party);
        }

        private boolean state(String id) {
            Party party = byId.get(id);
            return party != null && party.kind() == Party.Kind.STATE;
        }

        private boolean watches(String id) {
            Party party = byId.get(id);
            return party != null && business.watches(party);
        }

        private @Nullable StoryDate dateOf(@Nullable Ref ref, boolean spoken) {
            return ref == null ? null : dates.dateOf(parse.sentences().get(ref.sentence()), ref.token(), spoken);
        }

        /** PLOVER 2.0, historical: the text tells it as past history, here what lies more than a year back. */
        private Event.Status dated(Event.Status status, @Nullable StoryDate date, Ref trigger) {
            return PastReader.old(date, published(parse)) || PastReader.longAgo(tree(trigger), trigger.token())
                    ? new Event.Status(status.negated(), status.future(), status.hypothetical(), true)
                    : status;
        }

        /** Without an actor only an act of force on somebody who can be named counts. */
        private boolean standsAlone(CodedEvent e, List<String> recipients) {
            return FORCE.contains(e.type())
                    && e.agentless()
                    && recipients.stream()
                            .anyMatch(r -> byId.containsKey(r) && byId.get(r).country() != null);
        }

        /** A noun that takes up an act told before ("the offer", "their refusal") is no second act. */
        private boolean retold(List<Event> out, CodedEvent e, List<String> actors) {
            boolean noun = tree(e.trigger()).token(e.trigger().token()).upos().equals("NOUN");
            String issue = issueOfAct.get(e.trigger());
            Span sentence = parse.sentences().get(e.trigger().sentence()).span();
            Set<String> sides = actors.stream().map(this::holder).collect(java.util.stream.Collectors.toSet());
            return out.stream()
                    .anyMatch(o -> o.eventType() == e.type()
                            && o.evidence().start() != sentence.start()
                            && o.actors().stream().map(this::holder).anyMatch(sides::contains)
                            && (noun
                                    || issue != null
                                            && issue.equals(issueByTrigger.get(
                                                    o.evidence().trigger()))));
        }

        /** What each act that is a position too is about, by its trigger in the parse and in the text. */
        private void aboutActs() {
            for (CodedPosition p : coded.positions()) {
                String issue = issue(p);
                if (issue != null) {
                    issueOfAct.put(p.trigger(), issue);
                    issueByTrigger.put(evidence(p.trigger()).trigger(), issue);
                }
            }
        }

        /** "Nordia said Ostland will attack": harm that others expect is no threat of who is to do it. */
        private boolean foretold(Ref trigger, int statement, List<String> actors) {
            boolean harm = coded.positions().stream()
                    .anyMatch(p ->
                            p.rule().equals("engine:will-harm") && p.trigger().equals(trigger));
            String teller = !harm || statement < 0
                    ? null
                    : first(coded.statements().get(statement).speakerHead());
            if (teller == null || actors.contains(teller)) {
                return false;
            }
            String home = country(holder(teller));
            return watches(teller)
                    || home != null && actors.stream().map(this::country).noneMatch(c -> c == null || c.equals(home));
        }

        /** PLOVER: no MOBILIZE where the same text has the ASSAULT. */
        private boolean shadowed(List<Event> out, CodedEvent e, List<String> actors) {
            return e.type() == EventType.MOBILIZE
                    && out.stream()
                            .anyMatch(o -> o.eventType() == EventType.ASSAULT
                                    && o.actors().equals(actors));
        }

        private List<Position> positions() {
            List<Position> out = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            Set<String> contested = contested();
            for (CodedPosition p : bodyFirst(coded.positions(), CodedPosition::trigger)) {
                if (inTitle(p.trigger()) && out.stream().anyMatch(o -> o.stance() == p.stance())) {
                    continue;
                }
                List<String> who = choose(p.parties(), Set.of());
                Set<String> own = new HashSet<>(who);
                own.addAll(speakers(p.statement()));
                List<String> at = reached(p.counterparts(), own, p.stance() != Stance.ACCUSES);
                String issue = issue(p);
                if (p.blames() && !opposed(who, at)
                        || foretold(p.trigger(), p.statement(), who)
                        || amongFirms(who, at)
                        || p.rule().equals(ASKED_OF)
                                && at.isEmpty()
                                && !p.counterparts().isEmpty()
                                && !demandsDone(p.trigger())
                        || warnsOfItself(p, who)) {
                    continue;
                }
                for (String party : foremost(who)) {
                    String holder = holder(party);
                    frame(p, holder, issue);
                    boolean counts = p.frame() == null || contested.contains(issue);
                    if (counts && seen.add(holder + "|" + p.stance() + "|" + issue)) {
                        out.add(new Position(
                                "q" + (out.size() + 1),
                                holder,
                                p.stance(),
                                issue,
                                at.isEmpty() || holder(at.get(0)).equals(holder) ? null : holder(at.get(0)),
                                condition(p),
                                p.strength(),
                                p.statement() < 0 ? null : "s" + (p.statement() + 1),
                                evidence(p.trigger()),
                                p.rule(),
                                p.confidence()));
                    }
                }
            }
            return out;
        }

        /** "The party, the parliament, the government and the people": many of one side hold what the first does. */
        private List<String> foremost(List<String> holders) {
            Set<String> homes = new HashSet<>();
            holders.forEach(h -> homes.add(country(h)));
            homes.remove(null);
            boolean oneSide =
                    holders.size() > 2 && homes.size() < 2 && holders.stream().noneMatch(this::state);
            return oneSide ? holders.subList(0, 1) : holders;
        }

        /** What firms offer, refuse and ask among themselves is business. */
        private boolean amongFirms(List<String> who, List<String> at) {
            return !who.isEmpty()
                    && who.stream().allMatch(w -> firm(holder(w)) || watches(w))
                    && at.stream().noneMatch(a -> political(a) && !isCourt(a));
        }

        /** "The crew must be freed": a passive with "must" or "should" is a demand even when nobody is told who is to do it. */
        private boolean demandsDone(Ref verb) {
            return tree(verb).has(verb.token(), "nsubj:pass", "aux:pass")
                    && tree(verb).children(verb.token(), "aux").stream()
                            .anyMatch(a -> a.form().matches("(?i)must|should|ought"));
        }

        /** "Ostland warned that it would …": what a side says that it will do itself is not what it fears. */
        private boolean warnsOfItself(CodedPosition p, List<String> who) {
            if (!p.rule().equals("warn-that") || p.issues().isEmpty()) {
                return false;
            }
            Set<String> sides = who.stream().map(this::side).collect(java.util.stream.Collectors.toSet());
            return parties.at(p.issues().get(0)).stream().map(this::side).anyMatch(sides::contains);
        }

        /** Who says it: nobody takes a position against himself, so "Ostland will fight for its rights" is not aimed at who says so. */
        private List<String> speakers(int statement) {
            Ref head = statement < 0 ? null : coded.statements().get(statement).speakerHead();
            return head == null ? List.of() : parties.at(head);
        }

        /** Whether a political body of one country tells of what another country's party did. */
        private boolean opposed(List<String> tellers, List<String> doers) {
            if (tellers.isEmpty() || doers.isEmpty()) {
                return false;
            }
            Party teller = byId.get(holder(tellers.get(0)));
            String there = country(doers.get(0));
            return teller != null
                    && there != null
                    && teller.country() != null
                    && !there.equals(teller.country())
                    && teller.sector() != null
                    && BODIES.contains(teller.sector());
        }

        /** Issues on which somebody takes a position other than calling them something. */
        private Set<String> contested() {
            Set<String> out = new HashSet<>();
            for (CodedPosition p : coded.positions()) {
                String issue = issue(p);
                if (p.frame() == null && issue != null) {
                    out.add(issue);
                }
            }
            return out;
        }

        /** The first phrase that names an issue; one that names a party only when nothing else does. */
        private @Nullable String issue(CodedPosition p) {
            String party = null;
            for (Ref ref : p.issues()) {
                String found = issues.at(ref);
                if (found != null && parties.at(ref).isEmpty()) {
                    return found;
                }
                party = party == null ? found : party;
            }
            return party;
        }

        private void frame(CodedPosition p, String party, @Nullable String issue) {
            Span span = p.frame();
            if (span != null && issue != null) {
                frames.computeIfAbsent(issue, k -> new ArrayList<>())
                        .add(new Issue.Frame(party, text(span), span.start(), span.end(), span.in()));
            }
        }

        private Issue framed(Issue issue) {
            return new Issue(
                    issue.id(),
                    issue.name(),
                    issue.kind(),
                    issue.mentions(),
                    frames.getOrDefault(issue.id(), List.of()));
        }

        /** A spokesperson acts for the body spoken for (PLOVER 2.0, actors). */
        private String spokenFor(String party) {
            Party p = byId.get(party);
            String body = p == null || p.kind() != Party.Kind.PERSON ? null : p.speaksFor();
            return body == null || !byId.containsKey(body) ? party : body;
        }

        /** Whose side a party is on: its state's when it speaks or acts for it, else of whom it speaks for. */
        private String side(String party) {
            String body = holder(party);
            Party p = byId.get(body);
            return p == null || p.country() == null || !"GOV".equals(p.sector()) ? body : p.country();
        }

        /** A spokesperson's position is that of the body spoken for. */
        private String holder(String party) {
            String at = party;
            for (int step = 0; step < 3; step++) {
                Party p = byId.get(at);
                if (p == null || p.speaksFor() == null || !byId.containsKey(p.speaksFor())) {
                    return at;
                }
                at = p.speaksFor();
            }
            return at;
        }

        private Position.@Nullable Condition condition(CodedPosition p) {
            Span span = p.condition();
            return span == null ? null : new Position.Condition(text(span), span.start(), span.end(), span.in());
        }

        private String text(Span span) {
            String whole = span.in() == null
                    ? parse.story().text()
                    : String.valueOf(parse.story().title());
            return whole.substring(whole.offsetByCodePoints(0, span.start()), whole.offsetByCodePoints(0, span.end()));
        }

        private Evidence evidence(Ref trigger) {
            Sentence sentence = parse.sentences().get(trigger.sentence());
            return new Evidence(
                    sentence.span().start(),
                    sentence.span().end(),
                    sentence.span().in(),
                    sentence.token(trigger.token()).span());
        }

        /**
         * As {@link #choose}; last, whom what is given or done is for or against: "the ban on Ostland", if {@code towards}:
         * who suffers what somebody blames is not who did it.
         */
        private List<String> reached(List<List<Ref>> choices, Set<String> not, boolean towards) {
            List<String> found = choose(choices, not);
            if (!found.isEmpty() || !towards) {
                return found;
            }
            for (List<Ref> choice : choices) {
                Set<String> out = new LinkedHashSet<>();
                choice.forEach(ref -> out.addAll(around(ref, not, "nmod", TOWARDS)));
                if (!out.isEmpty()) {
                    return List.copyOf(out);
                }
            }
            return List.of();
        }

        /** The first reading that names a party; else the first whose modifiers do ("the embassy of Ostland"). */
        private List<String> choose(List<List<Ref>> choices, Set<String> not) {
            for (List<Ref> choice : choices) {
                for (boolean deep : new boolean[] {false, true}) {
                    Set<String> out = new LinkedHashSet<>();
                    for (Ref ref : choice) {
                        out.addAll(deep ? around(ref, not) : parties.at(ref));
                    }
                    out.removeAll(not);
                    if (!out.isEmpty()) {
                        return List.copyOf(out);
                    }
                }
            }
            return List.of();
        }

        private boolean of(String id, String sector) {
            Party party = byId.get(id);
            return party != null && sector.equals(party.sector());
        }

        private @Nullable String country(String id) {
            Party party = byId.get(id);
            return party == null ? null : party.country();
        }

        private Tree tree(Ref ref) {
            return trees.computeIfAbsent(
                    ref.sentence(), s -> new Tree(parse.sentences().get(s)));
        }

        private List<String> around(Ref ref, Set<String> not) {
            List<String> state = List.of();
            if (AREAS.contains(tree(ref).lemma(ref.token()))) {
                // "Ostland's breakaway region of Sudia": that region.
                List<String> found = around(ref, not, "nmod", Set.of("of"));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            for (String relation : List.of("appos", "nmod:poss", "amod", "compound", "nmod")) {
                List<String> found = around(ref, not, relation, BELONGING);
                // "an Ostlandian guerrilla camp": the guerrillas'
                if (relation.equals("amod") && found.stream().allMatch(this::state)) {
                    state = found;
                } else if (!found.isEmpty() && (state.isEmpty() || relation.equals("compound"))) {
                    return found;
                } else if (!state.isEmpty()) {
                    return state;
                }
            }
            return state;
        }

        private List<String> around(Ref ref, Set<String> not, String relation, Set<String> prepositions) {
            Tree tree = tree(ref);
            Set<String> out = new LinkedHashSet<>();
            for (Token child : tree.children(ref.token(), relation)) {
                if (relation.equals("nmod") && !prepositions.contains(tree.preposition(child.index()))) {
                    continue;
                }
                if (tree.token(child.index()).form().matches("(?i).*\\b(owned|operated|flagged|registered)")) {
                    // "an Ostlandian-owned mine"
                    tree.children(child.index())
                            .forEach(c -> out.addAll(parties.at(new Ref(ref.sentence(), c.index()))));
                }
                for (int each : tree.conjuncts(child.index())) {
                    parties.at(new Ref(ref.sentence(), each)).stream()
                            .filter(id -> !relation.equals("appos") || country(id) != null)
                            .forEach(out::add);
                }
            }
            out.removeAll(not);
            // "a Karen guerrilla base": the guerrillas', not those of whose people they are.
            boolean mixed = relation.equals("compound")
                    && out.stream().map(byId::get).anyMatch(p -> p != null && p.kind() == Party.Kind.GROUP);
            return mixed ? out.stream().filter(id -> !state(id)).toList() : List.copyOf(out);
        }
    }
}

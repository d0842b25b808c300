package demarche.ledger;

import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reading with corrections applied, in the order in which they were given. Pure. */
public final class Corrected {
    private final Reading reading;
    private final List<Party> parties;
    private final List<Issue> issues;
    private final List<Correction> corrections;
    private final Set<String> wrong = new HashSet<>();

    private Corrected(Reading reading, List<Correction> corrections) {
        this.reading = reading;
        this.parties = new ArrayList<>(reading.parties());
        this.issues = new ArrayList<>(reading.issues());
        this.corrections = standing(corrections);
        for (Correction c : this.corrections) {
            if (c.field() == Correction.Field.WRONG) {
                wrong.add(c.record());
            }
        }
    }

    /** Corrections that were not taken back. */
    public static List<Correction> standing(List<Correction> all) {
        Set<String> undone = new HashSet<>();
        all.stream().filter(c -> c.field() == Correction.Field.UNDO).forEach(c -> undone.add(c.value()));
        return all.stream()
                .filter(c -> c.field() != Correction.Field.UNDO && !undone.contains(String.valueOf(c.seq())))
                .toList();
    }

    /** What counts: without the records that are wrong. */
    public static Reading of(Reading reading, List<Correction> corrections) {
        return corrections.isEmpty() ? reading : new Corrected(reading, corrections).made(true);
    }

    /** The same with the records that are wrong still in it, to show them. */
    public static Reading withWrong(Reading reading, List<Correction> corrections) {
        return corrections.isEmpty() ? reading : new Corrected(reading, corrections).made(false);
    }

    private Reading made(boolean drop) {
        List<Statement> statements = reading.statements().stream()
                .filter(s -> !drop || !wrong.contains(s.id()))
                .map(this::statement)
                .toList();
        List<Event> events = reading.events().stream()
                .filter(e -> !drop || !wrong.contains(e.id()))
                .map(this::event)
                .toList();
        List<Position> positions = reading.positions().stream()
                .filter(p -> !drop || !wrong.contains(p.id()))
                .map(this::position)
                .toList();
        return new Reading(
                reading.schema(),
                reading.engine(),
                reading.story(),
                reading.sentences(),
                List.copyOf(parties),
                List.copyOf(issues),
                statements,
                events,
                positions);
    }

    private List<Correction> of(String record) {
        return corrections.stream()
                .filter(c -> c.record().equals(record) && c.field() != Correction.Field.WRONG)
                .toList();
    }

    private Statement statement(Statement s) {
        Statement out = s;
        for (Correction c : of(s.id())) {
            if (c.field() == Correction.Field.SPEAKER) {
                Statement.Speaker words = out.speaker();
                String party = first(c.value());
                Statement.Speaker speaker = words == null
                        ? new Statement.Speaker(
                                party,
                                s.content().get(0).start(),
                                s.content().get(0).start(),
                                s.content().get(0).in())
                        : new Statement.Speaker(party, words.start(), words.end(), words.in());
                out = new Statement(
                        s.id(),
                        speaker,
                        s.cue(),
                        s.content(),
                        s.form(),
                        s.addressee(),
                        s.respondsTo(),
                        s.date(),
                        s.parent());
            }
        }
        return out;
    }

    private Event event(Event e) {
        Event out = e;
        for (Correction c : of(e.id())) {
            out = switch (c.field()) {
                case TYPE -> event(out, EventType.valueOf(c.value()), out.actors(), out.recipients());
                case ACTORS -> event(out, out.eventType(), ids(c.value()), out.recipients());
                case RECIPIENTS -> event(out, out.eventType(), out.actors(), ids(c.value()));
                case RIGHT -> event(out, out.eventType(), out.actors(), out.recipients());
                case WRONG, PARTY, COUNTERPART, STANCE, ISSUE, SPEAKER, UNDO -> out;
            };
        }
        return out;
    }

    /** Mode and CAMEO code go with the type. */
    private static Event event(Event e, EventType type, List<String> actors, List<String> recipients) {
        boolean same = type == e.eventType();
        return new Event(
                e.id(),
                type,
                same ? e.eventMode() : null,
                e.contexts(),
                same ? e.cameo() : null,
                actors,
                recipients,
                e.date(),
                e.place(),
                e.magnitude(),
                e.status(),
                e.attribution(),
                e.evidence(),
                e.rule(),
                1);
    }

    private Position position(Position p) {
        Position out = p;
        for (Correction c : of(p.id())) {
            out = switch (c.field()) {
                case PARTY -> {
                    String party = first(c.value());
                    yield position(
                            out, party == null ? out.party() : party, out.stance(), out.issue(), out.counterpart());
                }
                case COUNTERPART -> position(out, out.party(), out.stance(), out.issue(), first(c.value()));
                case STANCE -> position(out, out.party(), Stance.valueOf(c.value()), out.issue(), out.counterpart());
                case ISSUE -> position(out, out.party(), out.stance(), issue(c.value()), out.counterpart());
                case RIGHT -> position(out, out.party(), out.stance(), out.issue(), out.counterpart());
                case WRONG, TYPE, ACTORS, RECIPIENTS, SPEAKER, UNDO -> out;
            };
        }
        return out;
    }

    private static Position position(
            Position p, String party, Stance stance, @Nullable String issue, @Nullable String counterpart) {
        return new Position(
                p.id(),
                party,
                stance,
                issue,
                counterpart,
                p.condition(),
                p.strength(),
                p.attribution(),
                p.evidence(),
                p.rule(),
                1);
    }

    private @Nullable String issue(String name) {
        if (name.isBlank()) {
            return null;
        }
        for (Issue i : issues) {
            if (i.name().equalsIgnoreCase(name)) {
                return i.id();
            }
        }
        Issue made = new Issue("ci" + issues.size(), name, Issue.Kind.OTHER, List.of(), List.of());
        issues.add(made);
        return made.id();
    }

    private @Nullable String first(String value) {
        List<String> ids = ids(value);
        return ids.isEmpty() ? null : ids.get(0);
    }

    private List<String> ids(String value) {
        return Correction.Named.parse(value).stream().map(this::party).toList();
    }

    /** The story's party of this name, or a new one. */
    private String party(Correction.Named named) {
        for (Party p : parties) {
            if (p.name().equalsIgnoreCase(named.name())) {
                return p.id();
            }
        }
        Party made = new Party(
                "cp" + parties.size(),
                named.name(),
                Party.Kind.valueOf(named.kind().toUpperCase(Locale.ROOT)),
                named.country(),
                named.sector(),
                null,
                List.of(),
                List.of(new Party.Mention(0, 0, null, Party.MentionKind.NAME)));
        parties.add(made);
        return made.id();
    }
}

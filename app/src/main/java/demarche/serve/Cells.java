package demarche.serve;

import demarche.ledger.Corrected;
import demarche.ledger.Correction;
import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import demarche.story.StoryDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements, events and positions of one story, as people read them. */
final class Cells {
    private final Reading reading;
    private final Map<String, String> ledgerIds;
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Issue> issues = new HashMap<>();
    private final Map<String, String> verdicts = new HashMap<>();

    /**
     * A record in a line; {@code id} is the one in the reading, {@code at} where its evidence is, {@code verdict} what people
     * said of it (wrong, corrected, right; empty when nothing).
     */
    record Cell(String id, String kind, String style, String label, String summary, Span at, String verdict) {}

    /** One of a record's fields; {@code href} is null where it leads nowhere. */
    record Field(String name, String value, @Nullable String href) {}

    /**
     * A record in full.
     *
     * @param rule its name; null for statements
     * @param confidence from 0 to 1; null for statements
     */
    record Full(
            Cell cell,
            List<Field> fields,
            String sentence,
            @Nullable String rule,
            @Nullable Double confidence) {}

    /**
     * @param ledgerIds of the story's parties, by their ids in the reading
     */
    Cells(Reading reading, Map<String, String> ledgerIds, List<Correction> corrections) {
        this.reading = reading;
        this.ledgerIds = ledgerIds;
        reading.parties().forEach(p -> parties.put(p.id(), p));
        reading.issues().forEach(i -> issues.put(i.id(), i));
        for (Correction c : Corrected.standing(corrections)) {
            verdicts.merge(
                    c.record(),
                    c.field() == Correction.Field.WRONG
                            ? "wrong"
                            : c.field() == Correction.Field.RIGHT ? "right" : "corrected",
                    (a, b) -> a.equals("wrong") || b.equals("wrong") ? "wrong" : a.equals("corrected") ? a : b);
        }
    }

    /** What people said of a record: wrong, corrected, right; empty when nothing. */
    private String verdict(String id) {
        return verdicts.getOrDefault(id, "");
    }

    /** All records in the order of the text. */
    List<Cell> all() {
        List<Cell> out = new ArrayList<>();
        reading.statements().forEach(s -> out.add(cell(s)));
        reading.events().forEach(e -> out.add(cell(e)));
        reading.positions().forEach(p -> out.add(cell(p)));
        out.sort(Comparator.comparing(Cell::at));
        return out;
    }

    /** A record by its id in the reading; null when there is none. */
    @Nullable
    Full full(String id) {
        for (Statement s : reading.statements()) {
            if (s.id().equals(id)) {
                return full(s);
            }
        }
        for (Event e : reading.events()) {
            if (e.id().equals(id)) {
                return full(e);
            }
        }
        for (Position p : reading.positions()) {
            if (p.id().equals(id)) {
                return full(p);
            }
        }
        return null;
    }

    private Cell cell(Statement s) {
        String words = s.content().stream().map(this::text).collect(Collectors.joining(" … "));
        Span at = s.cue() == null
                ? s.content().get(0)
                : new Span(s.cue().start(), s.cue().end(), s.cue().in());
        String cue = s.cue() == null ? "says" : s.cue().lemma();
        return new Cell(s.id(), "statement", "said", speaker(s) + " · " + cue, words, at, verdict(s.id()));
    }

    /** The speaker's name; where no party was told, the words that stand for it. */
    private String speaker(Statement s) {
        if (s.speaker() == null) {
            return "somebody";
        }
        return s.speaker().party() != null
                ? name(s.speaker().party())
                : text(new Span(
                        s.speaker().start(), s.speaker().end(), s.speaker().in()));
    }

    private Cell cell(Event e) {
        String to = e.recipients().isEmpty() ? "" : " → " + names(e.recipients());
        Span at = e.evidence().trigger() == null
                ? span(e.evidence())
                : e.evidence().trigger();
        String mode = e.eventMode() == null ? "" : " · " + Tone.word(e.eventMode());
        return new Cell(
                e.id(),
                "event",
                Tone.event(e.eventType().name()),
                Tone.word(e.eventType().name()) + mode,
                (e.actors().isEmpty() ? "somebody" : names(e.actors())) + to,
                at,
                verdict(e.id()));
    }

    private Cell cell(Position p) {
        String issue = p.issue() == null ? "" : " " + issueName(p.issue());
        return new Cell(
                p.id(),
                "position",
                Tone.stance(p.stance().name()),
                Tone.word(p.stance().name()),
                name(p.party()) + " ·" + issue,
                p.evidence().trigger() == null
                        ? span(p.evidence())
                        : p.evidence().trigger(),
                verdict(p.id()));
    }

    private Full full(Statement s) {
        List<Field> fields = new ArrayList<>();
        String speaker = s.speaker() == null ? null : s.speaker().party();
        fields.add(speaker == null ? new Field("Speaker", speaker(s), null) : party("Speaker", speaker));
        if (s.cue() != null) {
            fields.add(new Field("Cue", s.cue().lemma(), null));
        }
        fields.add(new Field("Form", Tone.word(s.form().name()), null));
        if (s.addressee() != null) {
            fields.add(party("Addressee", s.addressee()));
        }
        if (s.respondsTo() != null && s.respondsTo().party() != null) {
            fields.add(party("Answers", s.respondsTo().party()));
        }
        date(fields, s.date());
        Cell cell = cell(s);
        return new Full(cell, fields, sentenceAt(s.content().get(0)), null, null);
    }

    private Full full(Event e) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                "Event type",
                e.eventType().name(),
                "/events?type=" + Tone.word(e.eventType().name())));
        fields.add(new Field("Class", Tone.word(e.eventType().quad().name()), null));
        optional(fields, "Mode", e.eventMode());
        optional(fields, "CAMEO code", e.cameo());
        e.actors().forEach(a -> fields.add(party("Actor", a)));
        e.recipients().forEach(r -> fields.add(party("Recipient", r)));
        optional(fields, "Context", e.contexts().isEmpty() ? null : String.join(", ", e.contexts()));
        optional(fields, "Status", status(e.status()));
        date(fields, e.date());
        if (e.place() != null) {
            fields.add(new Field("Place", e.place().name(), null));
        }
        magnitude(fields, e.magnitude());
        attribution(fields, e.attribution());
        return new Full(cell(e), fields, text(span(e.evidence())), e.rule(), e.confidence());
    }

    private Full full(Position p) {
        List<Field> fields = new ArrayList<>();
        fields.add(party("Party", p.party()));
        fields.add(new Field("Stance", p.stance().name(), null));
        optional(fields, "Issue", p.issue() == null ? null : issueName(p.issue()));
        if (p.counterpart() != null) {
            fields.add(party("Counterpart", p.counterpart()));
        }
        optional(
                fields,
                "Condition",
                p.condition() == null ? null : p.condition().text());
        fields.add(new Field("Strength", Tone.word(p.strength().name()), null));
        attribution(fields, p.attribution());
        return new Full(cell(p), fields, text(span(p.evidence())), p.rule(), p.confidence());
    }

    private static void optional(List<Field> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add(new Field(name, value, null));
        }
    }

    private static void date(List<Field> fields, @Nullable StoryDate date) {
        if (date != null) {
            fields.add(new Field(
                    "Date", date.value() == null ? date.text() : date.value() + " (“" + date.text() + "”)", null));
        }
    }

    private static void magnitude(List<Field> fields, Event.@Nullable Magnitude m) {
        if (m != null) {
            optional(fields, "Killed", Objects.toString(m.dead(), null));
            optional(fields, "Injured", Objects.toString(m.injured(), null));
            optional(fields, "People", Objects.toString(m.size(), null));
        }
    }

    private static void attribution(List<Field> fields, @Nullable String statement) {
        if (statement != null) {
            fields.add(
                    new Field("Reported in", "statement " + statement, "?cell=" + Links.encoded(statement) + "#cell"));
        }
    }

    private static @Nullable String status(Event.Status s) {
        List<String> out = new ArrayList<>();
        if (s.negated()) {
            out.add("negated: did not happen");
        }
        if (s.future()) {
            out.add("future: is to happen");
        }
        if (s.hypothetical()) {
            out.add("hypothetical");
        }
        if (s.historical()) {
            out.add("historical: background to the news");
        }
        return out.isEmpty() ? null : String.join(", ", out);
    }

    private Field party(String field, @Nullable String id) {
        String ledger = id == null ? null : ledgerIds.get(id);
        return new Field(field, name(id), ledger == null ? null : Links.party(ledger));
    }

    private String name(@Nullable String party) {
        Party found = party == null ? null : parties.get(party);
        return found == null ? "unknown" : found.name();
    }

    private String names(List<String> ids) {
        return ids.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String issueName(String id) {
        Issue found = issues.get(id);
        return found == null ? id : found.name();
    }

    static Span span(Evidence e) {
        return new Span(e.start(), e.end(), e.in());
    }

    private String sentenceAt(Span span) {
        for (Reading.Sentence s : reading.sentences()) {
            Span whole = new Span(s.start(), s.end(), s.in());
            if (whole.overlaps(span)) {
                return text(whole);
            }
        }
        return text(span);
    }

    private String text(Span span) {
        String whole = span.in() == null
                ? reading.story().text()
                : String.valueOf(reading.story().title());
        int start = whole.offsetByCodePoints(0, span.start());
        return whole.substring(start, whole.offsetByCodePoints(start, span.length()))
                .replaceAll("\\s+", " ")
                .strip();
    }
}

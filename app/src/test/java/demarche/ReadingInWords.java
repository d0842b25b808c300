package demarche;

import demarche.story.Event;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import demarche.story.StoryDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reading as somebody would tell it, one line a party, statement, event and position. Offsets, ids and confidences are
 * left out: the first two follow from the words, and confidences are rounded otherwise on other processors.
 */
record ReadingInWords(List<String> parties, List<String> statements, List<String> events, List<String> positions) {
    static ReadingInWords of(Reading r) {
        return new ReadingInWords(
                r.parties().stream().map(p -> party(r, p)).toList(),
                r.statements().stream().map(s -> statement(r, s)).toList(),
                r.events().stream().map(e -> event(r, e)).toList(),
                r.positions().stream().map(p -> position(r, p)).toList());
    }

    List<String> lines() {
        return Stream.of(parties, statements, events, positions)
                .flatMap(List::stream)
                .toList();
    }

    /** Words of the story's text, with single spaces. */
    static String text(Reading r, int start, int end) {
        String text = r.story().text();
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end))
                .replaceAll("\\s+", " ");
    }

    private static String party(Reading r, Party p) {
        String roles = p.roles().stream().map(Party.Role::text).distinct().collect(Collectors.joining(", "));
        String mentions = p.mentions().stream()
                .map(m -> text(r, m.start(), m.end()))
                .distinct()
                .collect(Collectors.joining(", "));
        return p.name() + " (" + lower(p.kind()) + ", " + p.country() + " " + p.sector() + ")"
                + (roles.isEmpty() ? "" : ", " + roles)
                + (p.speaksFor() == null ? "" : ", speaks for " + name(r, p.speaksFor()))
                + ": " + mentions;
    }

    private static String statement(Reading r, Statement s) {
        Statement.Speaker by = s.speaker();
        Statement.Cue cue = s.cue();
        Statement.Response answered = s.respondsTo();
        Statement.Response none = new Statement.Response(null, null);
        Statement.Response to = answered == null ? none : answered;
        return (by == null ? "-" : name(r, by.party()) + " [" + text(r, by.start(), by.end()) + "]")
                + " | " + (cue == null ? "-" : text(r, cue.start(), cue.end()))
                + " | " + spans(r, s.content())
                + " | " + lower(s.form())
                + (s.addressee() == null ? "" : ", to " + name(r, s.addressee()))
                + (to.party() == null ? "" : ", answers " + name(r, to.party()))
                + (to.statement() == null ? "" : ", answers " + cue(r, to.statement()))
                + (s.parent() == null ? "" : ", within " + cue(r, s.parent()))
                + date(s.date());
    }

    private static String event(Reading r, Event e) {
        Event.Status status = e.status();
        List<String> flags = new ArrayList<>();
        Span trigger = e.evidence().trigger();
        Place place = e.place();
        add(flags, status.negated(), "negated");
        add(flags, status.future(), "future");
        add(flags, status.hypothetical(), "hypothetical");
        add(flags, status.historical(), "historical");
        return e.eventType() + (e.eventMode() == null ? "" : " " + e.eventMode())
                + " | " + names(r, e.actors()) + " -> " + names(r, e.recipients())
                + " | " + (trigger == null ? "-" : text(r, trigger.start(), trigger.end()))
                + flags.stream().map(f -> ", " + f).collect(Collectors.joining())
                + (e.attribution() == null ? "" : ", as " + cue(r, e.attribution()))
                + (place == null ? "" : ", in " + place.name())
                + date(e.date());
    }

    private static String position(Reading r, Position p) {
        Position.Condition condition = p.condition();
        String issue = r.issues().stream()
                .filter(i -> i.id().equals(p.issue()))
                .map(i -> i.name())
                .findFirst()
                .orElse("-");
        return name(r, p.party()) + " " + p.stance() + " " + issue
                + " | " + lower(p.strength())
                + (p.counterpart() == null ? "" : ", towards " + name(r, p.counterpart()))
                + (condition == null ? "" : ", " + condition.text());
    }

    private static void add(List<String> flags, boolean holds, String flag) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String date(@Nullable StoryDate date) {
        return date == null ? "" : ", " + (date.value() == null ? date.text() : date.value());
    }

    private static String spans(Reading r, List<Span> spans) {
        return spans.stream().map(c -> text(r, c.start(), c.end())).collect(Collectors.joining(" … "));
    }

    private static String names(Reading r, List<String> ids) {
        return ids.isEmpty() ? "-" : ids.stream().map(id -> name(r, id)).collect(Collectors.joining(" + "));
    }

    private static String name(Reading r, @Nullable String id) {
        return r.parties().stream()
                .filter(p -> p.id().equals(id))
                .map(Party::name)
                .findFirst()
                .orElse("-");
    }

    /** Speaker and cue of a statement: "Berg said". */
    private static String cue(Reading r, String id) {
        Statement s = r.statements().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
        Statement.Speaker by = s.speaker();
        Statement.Cue cue = s.cue();
        return (by == null ? "-" : text(r, by.start(), by.end()))
                + (cue == null ? "" : " " + text(r, cue.start(), cue.end()));
    }
}

package demarche.serve;

import demarche.story.Event;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A story's title or text cut into paragraphs and pieces, so that what was read from it can be marked in place. */
final class Marked {
    /** A paragraph. */
    record Paragraph(List<Piece> pieces) {
        /** Its text without the labels that were put in. */
        String plain() {
            StringBuilder out = new StringBuilder();
            pieces.stream().filter(p -> !p.style().startsWith("stance ")).forEach(p -> out.append(p.text()));
            return out.toString();
        }
    }

    private record Mark(
            int start,
            int end,
            String style,
            @Nullable String href,
            @Nullable String label) {}

    private final String text;
    private final @Nullable String in;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> ends = new ArrayList<>();

    private Marked(String text, @Nullable String in) {
        this.text = text;
        this.in = in;
    }

    /** A story to show: its title, and its text without a first line that repeats the title. */
    record Text(List<Piece> title, List<Paragraph> paragraphs) {}

    /**
     * A story with the marks of its records.
     *
     * @param selected id of the record that was chosen, null for none
     */
    static Text of(Reading reading, @Nullable String selected) {
        List<Paragraph> title = of(reading, Span.TITLE, selected);
        List<Paragraph> text = of(reading, null, selected);
        String head =
                title.isEmpty() ? "" : String.valueOf(reading.story().title()).strip();
        boolean repeated = !text.isEmpty() && text.get(0).plain().strip().equals(head);
        if (repeated) {
            return new Text(text.get(0).pieces(), text.subList(1, text.size()));
        }
        return new Text(
                title.isEmpty()
                        ? List.of(new Piece("Untitled story", "", null, null))
                        : title.get(0).pieces(),
                text);
    }

    private static List<Paragraph> of(Reading reading, @Nullable String in, @Nullable String selected) {
        Story story = reading.story();
        Marked out = new Marked(in == null ? story.text() : Objects.requireNonNullElse(story.title(), ""), in);
        if (in == null) {
            story.boilerplate().forEach(b -> out.mark(new Span(b.start(), b.end(), null), "boilerplate", null, null));
        }
        reading.statements().forEach(s -> out.statement(s, s.id().equals(selected)));
        reading.events().forEach(e -> out.event(e, e.id().equals(selected)));
        reading.positions().forEach(p -> out.position(p, p.id().equals(selected)));
        return out.paragraphs();
    }

    private void statement(Statement s, boolean selected) {
        String chosen = selected ? " here" : "";
        s.content().forEach(c -> mark(c, "said" + chosen, null, null));
        if (s.speaker() != null) {
            mark(new Span(s.speaker().start(), s.speaker().end(), s.speaker().in()), "speaker" + chosen, null, null);
        }
        if (s.cue() != null) {
            mark(new Span(s.cue().start(), s.cue().end(), s.cue().in()), "cue" + chosen, href(s.id()), "statement");
        }
    }

    private void event(Event e, boolean selected) {
        if (selected) {
            mark(Cells.span(e.evidence()), "here", null, null);
        }
        if (e.evidence().trigger() != null) {
            String type = e.eventType().name();
            mark(e.evidence().trigger(), "event " + Tone.event(type), href(e.id()), "event: " + Tone.word(type));
        }
    }

    private void position(Position p, boolean selected) {
        Span at = Cells.span(p.evidence());
        if (selected) {
            mark(at, "here", null, null);
        }
        if (Objects.equals(at.in(), in)) {
            String stance = p.stance().name();
            int end = text.offsetByCodePoints(0, at.end());
            String chosen = selected ? " chosen" : "";
            ends.add(new Mark(end, end, "stance " + Tone.stance(stance) + chosen, href(p.id()), Tone.word(stance)));
        }
    }

    private static String href(String id) {
        return "?cell=" + Links.encoded(id) + "#cell";
    }

    private void mark(Span span, String style, @Nullable String href, @Nullable String label) {
        if (Objects.equals(span.in(), in) && span.length() > 0) {
            int start = text.offsetByCodePoints(0, span.start());
            marks.add(new Mark(start, text.offsetByCodePoints(start, span.length()), style, href, label));
        }
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> out = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (!text.substring(start, end).isBlank()) {
                out.add(new Paragraph(pieces(start, end)));
            }
            start = end + 1;
        }
        return out;
    }

    private List<Piece> pieces(int from, int to) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        for (Mark m : marks) {
            cuts.add(Math.max(from, Math.min(to, m.start())));
            cuts.add(Math.max(from, Math.min(to, m.end())));
        }
        ends.forEach(m -> cuts.add(Math.max(from, Math.min(to, m.end()))));
        List<Piece> out = new ArrayList<>();
        Integer before = null;
        for (int cut : cuts) {
            if (before != null) {
                out.add(piece(before, cut));
                int at = cut;
                ends.stream()
                        .filter(m -> m.end() == at)
                        .forEach(m -> out.add(new Piece(String.valueOf(m.label()), m.style(), m.href(), "position")));
            }
            before = cut;
        }
        return out;
    }

    private Piece piece(int start, int end) {
        List<Mark> over = marks.stream()
                .filter(m -> m.start() <= start && end <= m.end())
                .sorted(Comparator.comparingInt((Mark m) -> m.end() - m.start()).reversed())
                .toList();
        StringBuilder style = new StringBuilder();
        Mark link = null;
        for (Mark m : over) {
            style.append(style.isEmpty() ? "" : " ").append(m.style());
            link = m.href() == null ? link : m;
        }
        return new Piece(
                text.substring(start, end),
                style.toString(),
                link == null ? null : link.href(),
                link == null ? null : link.label());
    }
}

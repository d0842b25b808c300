package demarche.cli;

import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import java.io.PrintWriter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A reading as a page for people: by party, what it holds, did and said, each with its sentence and rule. */
final class StoryPage {
    private static final String INDENT = "    ";

    private final PrintWriter out;
    private final Terminal terminal;

    StoryPage(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void print(Reading reading) {
        new Page(reading).print();
    }

    private final class Page {
        private final Reading reading;
        private final Map<String, Party> parties = new HashMap<>();
        private final Map<String, Issue> issues = new HashMap<>();

        Page(Reading reading) {
            this.reading = reading;
            reading.parties().forEach(p -> parties.put(p.id(), p));
            reading.issues().forEach(i -> issues.put(i.id(), i));
        }

        void print() {
            String title = reading.story().title();
            wrapped(title == null ? reading.story().id() : title, "", terminal::bold);
            StringJoiner about = new StringJoiner(" · ");
            for (String part : new String[] {
                reading.story().outlet(),
                reading.story().published(),
                reading.story().url()
            }) {
                if (part != null) {
                    about.add(part);
                }
            }
            if (about.length() > 0) {
                out.println(terminal.faint(about.toString()));
            }
            out.println();
            List<Party> order = new ArrayList<>(reading.parties());
            order.sort(Comparator.comparingInt((Party p) -> -weight(p)));
            for (Party party : order) {
                if (weight(party) > 0) {
                    party(party);
                }
            }
            unknown();
            out.println(terminal.faint(count(reading.statements().size(), "statement") + ", "
                    + count(reading.positions().size(), "position") + ", "
                    + count(reading.events().size(), "event") + " in "
                    + count(reading.sentences().size(), "sentence")));
            out.println();
        }

        private static String count(int n, String of) {
            return n + " " + of + (n == 1 ? "" : "s");
        }

        private int weight(Party party) {
            int n = 0;
            for (Position p : reading.positions()) {
                n += p.party().equals(party.id()) ? 3 : 0;
            }
            for (Event e : reading.events()) {
                n += e.actors().contains(party.id()) ? 2 : 0;
            }
            for (Statement s : reading.statements()) {
                n += spokenBy(s, party.id()) ? 1 : 0;
            }
            return n;
        }

        private boolean spokenBy(Statement statement, String id) {
            Statement.Speaker speaker = statement.speaker();
            return speaker != null && id.equals(speaker.party());
        }

        private void party(Party party) {
            out.println(terminal.bold(party.name()) + terminal.faint(code(party)));
            records(
                    reading.positions().stream()
                            .filter(p -> p.party().equals(party.id()))
                            .toList(),
                    reading.events().stream()
                            .filter(e ->
                                    !e.actors().isEmpty() && e.actors().get(0).equals(party.id()))
                            .toList());
            for (Statement s : reading.statements()) {
                if (spokenBy(s, party.id())) {
                    statement(s);
                }
            }
            out.println();
        }

        /** Positions and events in the order of their sentences, each sentence once, under all that was read from it. */
        private void records(List<Position> positions, List<Event> events) {
            Map<Evidence, List<String>> lines = new TreeMap<>(
                    Comparator.comparing((Evidence e) -> e.in() == null ? "" : e.in(), Comparator.reverseOrder())
                            .thenComparing(Evidence::start)
                            .thenComparing(Evidence::end));
            positions.forEach(p ->
                    lines.computeIfAbsent(p.evidence(), e -> new ArrayList<>()).add(position(p)));
            events.forEach(e ->
                    lines.computeIfAbsent(e.evidence(), v -> new ArrayList<>()).add(event(e)));
            lines.forEach((evidence, found) -> {
                found.forEach(out::println);
                wrapped(
                        "“" + text(new Span(evidence.start(), evidence.end(), evidence.in())) + "”",
                        INDENT,
                        terminal::faint);
            });
        }

        private String code(Party party) {
            StringJoiner parts = new StringJoiner(", ", "  (", ")");
            parts.setEmptyValue("");
            if (party.country() != null || party.sector() != null) {
                parts.add((party.country() == null ? "---" : party.country())
                        + (party.sector() == null ? "" : " " + party.sector()));
            }
            party.roles().stream().map(Party.Role::text).distinct().limit(2).forEach(parts::add);
            if (party.speaksFor() != null) {
                parts.add("speaks for " + name(party.speaksFor()));
            }
            return parts.toString();
        }

        private String position(Position p) {
            Issue issue = p.issue() == null ? null : issues.get(p.issue());
            String what = p.stance()
                    + (issue == null ? "" : " " + issue.name())
                    + (p.counterpart() == null ? "" : " → " + name(p.counterpart()));
            String extra = (p.strength() == Position.Strength.PLAIN
                            ? ""
                            : "  " + p.strength().name().toLowerCase(Locale.ROOT))
                    + (p.condition() == null
                            ? ""
                            : "  condition: " + p.condition().text());
            return "  " + terminal.tinted(what) + extra + terminal.faint("  [" + p.rule() + "]");
        }

        private String event(Event e) {
            String who = e.actors().size() > 1
                    ? " (with " + names(e.actors().subList(1, e.actors().size())) + ")"
                    : "";
            String what = e.eventType()
                    + (e.eventMode() == null ? "" : "/" + e.eventMode())
                    + who
                    + (e.recipients().isEmpty() ? "" : " → " + names(e.recipients()));
            return "  " + terminal.tinted(what) + flags(e.status())
                    + terminal.faint("  [" + e.rule() + (e.cameo() == null ? "" : ", CAMEO " + e.cameo()) + "]");
        }

        private String flags(Event.Status status) {
            StringJoiner flags = new StringJoiner(", ", "  ", "");
            flags.setEmptyValue("");
            if (status.negated()) {
                flags.add("negated");
            }
            if (status.future()) {
                flags.add("future");
            }
            if (status.hypothetical()) {
                flags.add("hypothetical");
            }
            if (status.historical()) {
                flags.add("historical");
            }
            return flags.toString();
        }

        private void statement(Statement s) {
            StringJoiner said = new StringJoiner(" … ");
            s.content().forEach(c -> said.add(text(c)));
            Statement.Cue cue = s.cue();
            String written = cue == null ? "says" : text(new Span(cue.start(), cue.end(), cue.in()));
            // A headline's colon is a cue without a word.
            String verb = written.equals(":") ? "headline" : written;
            wrapped(
                    verb + (s.addressee() == null ? "" : " (to " + name(s.addressee()) + ")") + ": " + said,
                    "  ",
                    t -> t);
        }

        private void unknown() {
            List<Statement> open = reading.statements().stream()
                    .filter(s -> s.speaker() == null || s.speaker().party() == null)
                    .toList();
            List<Event> events =
                    reading.events().stream().filter(e -> e.actors().isEmpty()).toList();
            if (!open.isEmpty() || !events.isEmpty()) {
                out.println(terminal.bold("Party not known"));
                records(List.of(), events);
                for (Statement s : open) {
                    Statement.Speaker speaker = s.speaker();
                    out.print(
                            speaker == null
                                    ? ""
                                    : "  " + text(new Span(speaker.start(), speaker.end(), speaker.in())) + "\n");
                    statement(s);
                }
                out.println();
            }
        }

        private String name(@Nullable String id) {
            Party party = id == null ? null : parties.get(id);
            return party == null ? String.valueOf(id) : party.name();
        }

        private String names(List<String> ids) {
            return String.join(", ", ids.stream().map(this::name).toList());
        }

        private String text(Span span) {
            String whole = span.in() == null
                    ? reading.story().text()
                    : String.valueOf(reading.story().title());
            return whole.substring(whole.offsetByCodePoints(0, span.start()), whole.offsetByCodePoints(0, span.end()))
                    .replaceAll("\\s+", " ");
        }
    }

    private void wrapped(String text, String indent, java.util.function.UnaryOperator<String> style) {
        int width = terminal.width() - indent.length();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next - start > width && end > start) {
                out.println(indent + style.apply(text.substring(start, end).stripTrailing()));
                start = end;
            }
            end = next;
        }
        if (start < text.length()) {
            out.println(indent + style.apply(text.substring(start)));
        }
    }
}

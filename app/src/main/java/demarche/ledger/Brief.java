package demarche.ledger;

import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.EventView;
import demarche.ledger.Views.PositionView;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.StatementView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One page on a dispute, to be sent as it is: what is contested, who wants what, how it got here, what changed last, who
 * said what; each line with its source.
 */
public record Brief(String title, List<Section> sections) {
    private static final int MOVES = 12;
    private static final int WORDS = 6;
    private static final int LONGEST = 320;
    private static final Set<String> MOVING = Set.of(
            "AGREE",
            "CONCEDE",
            "RETREAT",
            "REQUEST",
            "REJECT",
            "THREATEN",
            "SANCTION",
            "MOBILIZE",
            "COERCE",
            "ASSAULT",
            "ACCUSE");

    /** A heading and its lines. */
    public record Section(String heading, List<Line> lines) {}

    /** One line and where it is from; both plain text. */
    public record Line(String text, String quote, String source) {}

    /** The brief of a dispute. */
    public static Brief of(DisputePage d) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("What is contested", List.of(contested(d))));
        sections.add(new Section("Who wants what", wants(d)));
        sections.add(new Section("What changed last", changes(d)));
        sections.add(new Section("How it got here", moves(d)));
        sections.add(new Section("In whose words", words(d)));
        return new Brief(
                d.name(), sections.stream().filter(s -> !s.lines().isEmpty()).toList());
    }

    private static Line contested(DisputePage d) {
        String names = d.issues().stream()
                .flatMap(i -> i.namings().stream().limit(3))
                .distinct()
                .limit(8)
                .collect(Collectors.joining(", "));
        return new Line(
                names + ". " + d.status().substring(0, 1).toUpperCase(Locale.ROOT)
                        + d.status().substring(1) + "; " + d.stories() + " stories from " + d.first() + " to "
                        + d.last() + ".",
                "",
                "");
    }

    /** The newest position of each side on each issue. */
    private static List<Line> wants(DisputePage d) {
        Map<String, PositionView> latest = new LinkedHashMap<>();
        for (PositionView p : d.positions()) {
            latest.put(p.partyId() + " " + p.issueId(), p);
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(PositionView::party)
                        .thenComparing(p -> String.valueOf(p.date()), Comparator.reverseOrder()))
                .limit(MOVES)
                .map(p -> new Line(
                        p.party() + " " + verb(p.stance()) + " " + p.issue()
                                + (p.counterpart() == null ? "" : " (towards " + p.counterpart() + ")")
                                + (p.condition() == null ? "" : ", " + p.condition()),
                        cut(p.sentence()),
                        source(p.date(), p.outlets(), p.story())))
                .toList();
    }

    private static List<Line> changes(DisputePage d) {
        List<ShiftView> last = d.shifts()
                .subList(Math.max(0, d.shifts().size() - 4), d.shifts().size());
        return last.stream()
                .sorted(Comparator.comparing((ShiftView s) -> String.valueOf(s.to().date()))
                        .reversed())
                .map(s -> new Line(
                        s.party() + " " + s.kind() + " on " + s.issue() + ": on "
                                + s.from().date() + " it " + verb(s.from().stance()) + ", on " + s.to().date() + " it "
                                + verb(s.to().stance()),
                        cut(s.to().sentence()),
                        source(s.to().date(), List.of(), s.to().story())))
                .toList();
    }

    private static List<Line> moves(DisputePage d) {
        List<EventView> events = d.events().stream()
                .filter(e -> MOVING.contains(e.eventType()) && !e.negated() && !e.hypothetical())
                .toList();
        return events.subList(Math.max(0, events.size() - MOVES), events.size()).stream()
                .map(e -> new Line(
                        e.date() + ": " + String.join(", ", e.actors()) + " – "
                                + e.eventType().toLowerCase(Locale.ROOT)
                                + (e.recipients().isEmpty() ? "" : " – " + String.join(", ", e.recipients())),
                        cut(e.sentence()),
                        source(e.date(), e.outlets(), e.story())))
                .toList();
    }

    private static List<Line> words(DisputePage d) {
        List<StatementView> named = d.statements().stream()
                .filter(s -> s.speaker() != null && s.content().length() > 40)
                .toList();
        return named.subList(Math.max(0, named.size() - WORDS), named.size()).stream()
                .map(s -> new Line(s.speaker() + ":", cut(s.content()), source(s.date(), s.outlets(), s.story())))
                .toList();
    }

    private static String verb(String stance) {
        return switch (stance) {
            case "DEMANDS" -> "demands";
            case "OFFERS" -> "offers";
            case "ACCEPTS" -> "accepts";
            case "REFUSES" -> "refuses";
            case "CLAIMS" -> "claims";
            case "DENIES" -> "denies";
            case "ACCUSES" -> "accuses over";
            case "THREATENS" -> "threatens over";
            case "FEARS" -> "fears";
            default -> "supports";
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).replaceAll("\\s+\\S*$", "") + " …";
    }

    private static String source(@org.jspecify.annotations.Nullable String date, List<String> outlets, String story) {
        return (outlets.isEmpty() ? "" : String.join(", ", outlets) + ", ") + date + ", story " + story;
    }
}

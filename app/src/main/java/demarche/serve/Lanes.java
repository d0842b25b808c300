package demarche.serve;

import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.EventView;
import demarche.ledger.Views.PartyView;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.StatementView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dispute's time as swim lanes, one a party: events above the line, statements below, shifts on it. Lengths are units of the
 * drawing, which is {@link #WIDTH} wide; marks that would lie on one another are stacked.
 */
public record Lanes(int height, List<Lane> lanes, List<Tick> ticks) {
    static final int WIDTH = 1000;
    static final int LEFT = 150;
    private static final int RIGHT = 16;
    private static final int TOP = 26;
    private static final int STEP = 11;
    private static final int MOST = 7;

    /** A party's lane: its line's height and marks. */
    public record Lane(PartyView party, int top, int line, int bottom, List<Mark> marks) {}

    /** A mark and where it leads; {@code kind} is event, statement, shift or more. */
    public record Mark(String kind, String style, double x, double y, String text, String sentence, String href) {}

    /** A labelled moment on the axis. */
    public record Tick(double x, String label) {}

    private record Thing(String kind, String style, LocalDate day, String text, String sentence, String href) {}

    static Lanes of(DisputePage page) {
        Map<String, List<Thing>> byParty = new HashMap<>();
        page.events().forEach(e -> e.actorSides().stream().distinct().forEach(s -> add(byParty, s, event(e))));
        page.statements().forEach(s -> add(byParty, String.valueOf(s.side()), statement(s)));
        page.shifts().forEach(h -> add(byParty, h.partyId(), shift(h)));
        List<LocalDate> days = page.parties().stream()
                .flatMap(p -> byParty.getOrDefault(p.id(), List.of()).stream())
                .map(Thing::day)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return new Lanes(0, List.of(), List.of());
        }
        Axis axis = Axis.of(page, days);
        List<Lane> lanes = new ArrayList<>();
        int top = TOP;
        for (PartyView party : page.parties()) {
            List<Thing> mine = byParty.getOrDefault(party.id(), List.of());
            if (!mine.isEmpty()) {
                Lane lane = lane(party, mine, axis, top);
                lanes.add(lane);
                top = lane.bottom();
            }
        }
        return new Lanes(top + 4, lanes, axis.ticks());
    }

    private static void add(Map<String, List<Thing>> byParty, String side, @Nullable Thing thing) {
        if (thing != null) {
            byParty.computeIfAbsent(side, k -> new ArrayList<>()).add(thing);
        }
    }

    private static @Nullable LocalDate day(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    private static @Nullable Thing event(EventView e) {
        LocalDate day = day(e.date());
        String to = e.recipients().isEmpty() ? "" : " → " + String.join(", ", e.recipients());
        return day == null || e.negated()
                ? null
                : new Thing(
                        "event",
                        Tone.event(e.eventType()),
                        day,
                        String.join(", ", e.actors()) + ": " + Tone.word(e.eventType()) + to,
                        e.sentence(),
                        Links.cell(e.story(), e.id()));
    }

    private static @Nullable Thing statement(StatementView s) {
        LocalDate day = day(s.date());
        return day == null
                ? null
                : new Thing(
                        "statement",
                        "",
                        day,
                        Objects.requireNonNullElse(s.speaker(), "Somebody") + " says",
                        s.sentence(),
                        Links.cell(s.story(), s.id()));
    }

    private static @Nullable Thing shift(ShiftView h) {
        LocalDate day = day(h.to().date());
        return day == null
                ? null
                : new Thing(
                        "shift",
                        Tone.shift(h.kind()),
                        day,
                        h.party() + " shifts (" + h.kind() + "): "
                                + Tone.word(h.from().what()) + " → " + Tone.word(h.to().what()),
                        h.to().sentence(),
                        "#shift-" + h.id());
    }

    private static Lane lane(PartyView party, List<Thing> things, Axis axis, int top) {
        Map<String, Integer> heights = new HashMap<>();
        List<Mark> marks = new ArrayList<>();
        int up = rows(tallest(things, axis, "event"));
        int down = rows(tallest(things, axis, "statement"));
        int line = top + 16 + up * STEP;
        for (Thing t : sorted(things)) {
            double x = axis.column(t.day());
            int n = heights.merge(t.kind() + x, 1, Integer::sum);
            double y = t.kind().equals("shift") ? line : line + (t.kind().equals("event") ? -1 : 1) * (n * STEP + 1);
            if (n < MOST || t.kind().equals("shift")) {
                marks.add(new Mark(t.kind(), t.style(), x, y, t.text(), t.sentence(), t.href()));
            } else if (n == MOST) {
                long all = things.stream()
                        .filter(o -> o.kind().equals(t.kind()) && axis.column(o.day()) == x)
                        .count();
                double aside = Math.round(x / STEP) % 2 * (y - line) / n;
                marks.add(new Mark("more", "", x, y + aside, "+" + (all - MOST + 1), "", "#" + t.kind() + "s"));
            }
        }
        return new Lane(party, top, line, line + 16 + down * STEP, marks);
    }

    /** How many rows of marks are drawn; counts of what is left out take two, so that neighbouring ones do not touch. */
    private static int rows(int tallest) {
        return tallest < MOST ? tallest : MOST + 1;
    }

    private static List<Thing> sorted(List<Thing> things) {
        return Stream.concat(
                        things.stream().filter(t -> !t.kind().equals("shift")),
                        things.stream().filter(t -> t.kind().equals("shift")))
                .toList();
    }

    private static int tallest(List<Thing> things, Axis axis, String kind) {
        Map<Double, Integer> counts = new HashMap<>();
        things.stream()
                .filter(t -> t.kind().equals(kind))
                .forEach(t -> counts.merge(axis.column(t.day()), 1, Integer::sum));
        return counts.values().stream().max(Integer::compare).orElse(0);
    }

    /** Days to places from left to right. */
    private record Axis(LocalDate first, LocalDate last) {
        /** The time of the dispute's stories; what they tell of other days goes to the ends. */
        static Axis of(DisputePage page, List<LocalDate> days) {
            LocalDate first = Objects.requireNonNullElse(day(page.first()), days.get(0));
            LocalDate last = Objects.requireNonNullElse(day(page.last()), days.get(days.size() - 1));
            return new Axis(first, last);
        }

        double x(LocalDate day) {
            long days = Math.max(1, Days.between(first, last));
            double share = Math.max(0, Math.min(1, (double) Days.between(first, day) / days));
            return LEFT + 14 + (WIDTH - LEFT - RIGHT - 28) * share;
        }

        /** The middle of the column of marks that a day belongs to. */
        double column(LocalDate day) {
            return Math.round(x(day) / STEP) * (double) STEP;
        }

        List<Tick> ticks() {
            long days = Days.between(first, last);
            List<Tick> out = new ArrayList<>();
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(days > 900 ? "uuuu" : days > 75 ? "MMM uuuu" : "d MMM", Locale.ENGLISH);
            LocalDate day = days > 900 ? first.withDayOfYear(1) : days > 75 ? first.withDayOfMonth(1) : first;
            while (!day.isAfter(last)) {
                if (!day.isBefore(first)) {
                    out.add(new Tick(x(day), day.format(format)));
                }
                day = next(day, days);
            }
            return out;
        }

        private static LocalDate next(LocalDate day, long days) {
            if (days > 900) {
                return day.plusYears(Math.max(1, days / 4000));
            }
            return days > 75
                    ? day.plusMonths(Math.max(1, days / 240))
                    : day.plusDays(Math.max(1, Math.round(days / 8.0)));
        }
    }
}

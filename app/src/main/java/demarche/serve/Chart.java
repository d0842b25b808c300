package demarche.serve;

import demarche.ledger.EventSearch.Count;
import demarche.ledger.EventSearch.Span;
import demarche.ledger.EventSearch.Step;
import demarche.story.EventType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events over time as bars: cooperation above the line, conflict below it, deeds next to the line and words beyond them. The
 * drawing is 1000 units wide.
 *
 * @param outside how many events lie before or after the time that is drawn
 */
public record Chart(int height, double zero, List<Bar> bars, List<Tick> ticks, long most, long outside) {
    static final Chart NONE = new Chart(0, 0, List.of(), List.of(), 0, 0);

    private static final double LEFT = 44;
    private static final double RIGHT = 8;
    private static final double TOP = 14;
    private static final double ROOM = 150;

    /** A rectangle and what it stands for. */
    public record Bar(
            String style, double x, double y, double width, double height, String label, String since, String until) {}

    /** A labelled moment. */
    public record Tick(double x, String label) {}

    /**
     * @param time what is drawn
     */
    static Chart of(List<Count> counts, Step step, Span time) {
        TreeMap<LocalDate, Map<EventType.Quad, Long>> byTime = new TreeMap<>();
        long outside = 0;
        for (Count c : counts) {
            if (c.from().isAfter(time.last()) || !next(c.from(), step).isAfter(time.first())) {
                outside += c.count();
                continue;
            }
            byTime.computeIfAbsent(c.from(), k -> new EnumMap<>(EventType.Quad.class))
                    .merge(EventType.valueOf(c.type()).quad(), c.count(), Long::sum);
        }
        if (byTime.isEmpty()) {
            return NONE;
        }
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate day = byTime.firstKey(); !day.isAfter(byTime.lastKey()); day = next(day, step)) {
            starts.add(day);
        }
        long up = 1;
        long down = 1;
        for (Map<EventType.Quad, Long> q : byTime.values()) {
            up = Math.max(up, sum(q, EventType.Quad.MATERIAL_COOPERATION, EventType.Quad.VERBAL_COOPERATION));
            down = Math.max(down, sum(q, EventType.Quad.MATERIAL_CONFLICT, EventType.Quad.VERBAL_CONFLICT));
        }
        double unit = ROOM / (up + down);
        double zero = TOP + up * unit;
        double column = (1000 - LEFT - RIGHT) / starts.size();
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil(starts.size() / 9.0));
        for (int i = 0; i < starts.size(); i++) {
            double x = LEFT + i * column;
            bars(
                    bars,
                    byTime.getOrDefault(starts.get(i), Map.of()),
                    new Place(x, column, zero, unit),
                    starts.get(i),
                    step);
            if (i % every == 0) {
                ticks.add(new Tick(x + column / 2, label(starts.get(i), step)));
            }
        }
        return new Chart((int) (TOP + ROOM + 26), zero, bars, ticks, Math.max(up, down), outside);
    }

    private record Place(double x, double column, double zero, double unit) {}

    private static long sum(Map<EventType.Quad, Long> counts, EventType.Quad a, EventType.Quad b) {
        return counts.getOrDefault(a, 0L) + counts.getOrDefault(b, 0L);
    }

    private static void bars(List<Bar> out, Map<EventType.Quad, Long> counts, Place at, LocalDate start, Step step) {
        double up = at.zero();
        double down = at.zero();
        for (EventType.Quad quad : List.of(
                EventType.Quad.MATERIAL_COOPERATION,
                EventType.Quad.VERBAL_COOPERATION,
                EventType.Quad.MATERIAL_CONFLICT,
                EventType.Quad.VERBAL_CONFLICT)) {
            long n = counts.getOrDefault(quad, 0L);
            if (n > 0) {
                double height = n * at.unit();
                boolean with = quad == EventType.Quad.MATERIAL_COOPERATION || quad == EventType.Quad.VERBAL_COOPERATION;
                boolean deed = quad == EventType.Quad.MATERIAL_COOPERATION || quad == EventType.Quad.MATERIAL_CONFLICT;
                up -= with ? height : 0;
                out.add(new Bar(
                        (with ? "with" : "against") + (deed ? " deed" : " word"),
                        at.x(),
                        with ? up : down,
                        Math.min(40, Math.max(1, at.column() - 1)),
                        height,
                        label(start, step) + ": " + n + " " + Tone.word(quad.name()),
                        start.toString(),
                        next(start, step).minusDays(1).toString()));
                down += with ? 0 : height;
            }
        }
    }

    private static LocalDate next(LocalDate day, Step step) {
        return switch (step) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.plusWeeks(1);
            case MONTH -> day.plusMonths(1);
            case YEAR -> day.plusYears(1);
        };
    }

    private static String label(LocalDate day, Step step) {
        String pattern = switch (step) {
            case DAY, WEEK -> "d MMM uuuu";
            case MONTH -> "MMM uuuu";
            case YEAR -> "uuuu";
        };
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}

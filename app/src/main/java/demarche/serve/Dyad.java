package demarche.serve;

import demarche.ledger.PartyList;
import demarche.ledger.PartyList.Deed;
import demarche.story.EventType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a party and another did to each other.
 *
 * @param done events by the party towards the other, by type
 * @param met events by the other towards the party, by type
 * @param balance cooperative less conflictive events of both by week, or by month over a long time, oldest first
 */
public record Dyad(
        String other,
        String name,
        long cooperative,
        long conflictive,
        Map<String, Long> done,
        Map<String, Long> met,
        List<Integer> balance,
        LocalDate from) {
    private static final int MONTHS = 36;
    private static final int WEEKS = 30;

    /** From when to when, and in what steps. */
    private record Time(LocalDate first, LocalDate last, ChronoUnit step) {
        int place(LocalDate day) {
            return day.isBefore(first) ? -1 : (int) step.between(first, day);
        }
    }

    static List<Dyad> of(String party, PartyList list, int limit) {
        Map<String, List<Deed>> byOther = new LinkedHashMap<>();
        for (Deed d : list.deeds(party)) {
            byOther.computeIfAbsent(d.actor().equals(party) ? d.recipient() : d.actor(), k -> new ArrayList<>())
                    .add(d);
        }
        List<Map.Entry<String, List<Deed>>> busiest = byOther.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Deed>> e) -> -sum(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .toList();

        List<LocalDate> months = byOther.values().stream()
                .flatMap(List::stream)
                .map(Deed::week)
                .sorted()
                .toList();
        if (months.isEmpty()) {
            return List.of();
        }
        LocalDate last = months.get(months.size() - 1);
        LocalDate first =
                months.get(0).isBefore(last.minusMonths(MONTHS - 1)) ? last.minusMonths(MONTHS - 1) : months.get(0);
        ChronoUnit step = ChronoUnit.WEEKS.between(first, last) < WEEKS ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        return busiest.stream()
                .map(e -> of(party, e.getKey(), list.name(e.getKey()), e.getValue(), new Time(first, last, step)))
                .toList();
    }

    private static long sum(List<Deed> deeds) {
        return deeds.stream().mapToLong(Deed::count).sum();
    }

    private static boolean with(Deed d) {
        EventType.Quad quad = EventType.valueOf(d.type()).quad();
        return quad == EventType.Quad.VERBAL_COOPERATION || quad == EventType.Quad.MATERIAL_COOPERATION;
    }

    private static Dyad of(String party, String other, String name, List<Deed> deeds, Time time) {
        Map<String, Long> done = new TreeMap<>();
        Map<String, Long> met = new TreeMap<>();
        List<Integer> balance = new ArrayList<>(Collections.nCopies(time.place(time.last()) + 1, 0));
        long good = 0;
        for (Deed d : deeds) {
            (d.actor().equals(party) ? done : met).merge(d.type(), d.count(), Long::sum);
            good += with(d) ? d.count() : 0;
            int place = time.place(d.week());
            if (place >= 0) {
                balance.set(place, balance.get(place) + (int) (with(d) ? d.count() : -d.count()));
            }
        }
        return new Dyad(other, name, good, sum(deeds) - good, done, met, balance, time.first());
    }

    /** Bars of the months in which cooperation outweighed, above the middle of a drawing 160 by 36 units. */
    public String above() {
        return bars(1);
    }

    /** Bars of the months in which conflict outweighed, below it. */
    public String below() {
        return bars(-1);
    }

    private String bars(int sign) {
        int most = Math.max(1, balance.stream().mapToInt(Math::abs).max().orElse(1));
        double step = Math.min(16, 160.0 / balance.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < balance.size(); i++) {
            int value = balance.get(i) * sign;
            if (value > 0) {
                double height = Math.max(1.5, 17.0 * value / most);
                out.append(String.format(
                        Locale.ROOT,
                        "M%.1f 18v%.1fh%.1fv%.1fz",
                        i * step,
                        -sign * height,
                        Math.max(1, step - 1),
                        sign * height));
            }
        }
        return out.toString();
    }

    /** The drawing for those who cannot see it. */
    public String words() {
        return cooperative + " cooperative and " + conflictive + " conflictive events since " + from;
    }
}

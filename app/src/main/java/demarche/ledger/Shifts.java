package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where what a side holds or does differs from what it held or did before on the same thing: in one dispute or issue, about the
 * same, by the same holder, and not toward somebody else. Both ends must stand at the beginning of a story or be told by a
 * second one, so that one sentence misread makes no shift. Pure.
 */
final class Shifts {
    private static final double ALIKE = 0.5;
    /** Stories so many days apart may tell the same move. */
    private static final int SOON = 4;
    /** What was held longer ago is no longer what a side moves away from. */
    private static final int LONG = 120;

    /**
     * A change of course, strength or condition; {@code kind} as {@link Opposition#shift} names it.
     *
     * @param issue null when both ends are events
     */
    record Shift(
            String id,
            String side,
            @Nullable String issue,
            @Nullable String dispute,
            LocalDate date,
            String kind,
            Stand from,
            Stand to) {}

    private Shifts() {}

    /** All shifts between stands. */
    static List<Shift> of(List<Stand> stands) {
        Map<String, List<Stand>> byHolder = new LinkedHashMap<>();
        for (Stand s : stands) {
            byHolder.computeIfAbsent(s.place() + " " + s.holder(), k -> new ArrayList<>())
                    .add(s);
        }
        List<Shift> out = new ArrayList<>();
        byHolder.values().forEach(all -> along(all, out));
        return out;
    }

    private static void along(List<Stand> all, List<Shift> out) {
        all.sort(Comparator.comparing(Stand::day).thenComparing(Stand::id));
        Set<String> made = new HashSet<>();
        for (Stand to : all) {
            if (to.anew() && sure(to, all)) {
                Stand from = before(to, all);
                String kind = from == null ? null : Opposition.shift(from, to);
                if (from != null && kind != null && made.add(to.day() + kind)) {
                    out.add(new Shift(
                            "shift-" + to.id(),
                            to.side(),
                            to.issue() == null ? from.issue() : to.issue(),
                            to.disputed() ? to.place() : null,
                            to.day(),
                            kind,
                            from,
                            to));
                }
            }
        }
    }

    /** Whether a story says it at its beginning, or a second story says the like. */
    private static boolean sure(Stand s, List<Stand> all) {
        return s.foremost()
                || all.stream()
                        .anyMatch(o -> !o.story().equals(s.story())
                                && o.course() == s.course()
                                && Math.abs(o.day().toEpochDay() - s.day().toEpochDay()) <= SOON
                                && comparable(o, s));
    }

    /**
     * The last stand of an earlier day on the same thing that is sure; null when that day or this one tells both courses.
     */
    private static @Nullable Stand before(Stand to, List<Stand> all) {
        List<Stand> like = all.stream()
                .filter(s ->
                        !s.day().isAfter(to.day()) && s.day().isAfter(to.day().minusDays(LONG)) && comparable(s, to))
                .toList();
        Stand from = null;
        for (Stand s : like) {
            if (s.day().isBefore(to.day()) && !s.story().equals(to.story()) && sure(s, all)) {
                from = s;
            }
        }
        Stand last = from;
        return last == null
                        || last.course() != to.course()
                                && last.course() != Stand.Course.THREATENS
                                && like.stream().anyMatch(s -> s.day().equals(to.day()) && s.course() == last.course())
                        || like.stream().anyMatch(s -> s.day().equals(last.day()) && s.course() == to.course())
                ? null
                : last;
    }

    private static boolean comparable(Stand a, Stand b) {
        boolean otherwise = !a.toward().isEmpty()
                && !b.toward().isEmpty()
                && a.toward().stream().noneMatch(b.toward()::contains);
        boolean asked = a.course() == Stand.Course.DEMANDS || b.course() == Stand.Course.DEMANDS;
        if (asked && a.disputed() && a.toward().stream().noneMatch(b.toward()::contains)) {
            return false;
        }
        return !otherwise
                && (namedAlike(a, b)
                        || a.disputed() && !vague(a.day().isBefore(b.day()) ? a : b) && aboutTheSame(a, b));
    }

    /** Giving way to nobody named, on something of another name, may be to anybody. */
    private static boolean vague(Stand s) {
        return s.course() == Stand.Course.GIVES && s.toward().isEmpty();
    }

    private static boolean namedAlike(Stand a, Stand b) {
        long shared = a.naming().stream().filter(b.naming()::contains).count();
        long telling = a.naming().stream()
                .filter(w -> b.naming().contains(w) && !IssueLinker.generic(w))
                .count();
        return telling >= (a.disputed() ? 1 : 2)
                && shared >= ALIKE * Math.max(a.naming().size(), b.naming().size());
    }

    private static boolean aboutTheSame(Stand a, Stand b) {
        long shared = a.about().stream().filter(b.about()::contains).count();
        int fewer = Math.min(a.about().size(), b.about().size());
        boolean toTheSame = a.foremost() && b.foremost() && a.toward().stream().anyMatch(b.toward()::contains);
        return toTheSame && shared >= 1
                || shared >= 2 && shared * 2 >= fewer
                || shared == 1
                        && (a.about().size() == 1 && b.event() || b.about().size() == 1 && a.event());
    }
}

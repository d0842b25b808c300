package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a side's stance differs from the one it took in an earlier story on the same thing: in one dispute or issue, named
 * alike, held by the same holder, and not put to somebody else. Pure.
 */
final class Shifts {
    private static final double ALIKE = 0.5;

    /** A change of stance, strength or condition; {@code kind} as {@link Opposition#shift} names it. */
    record Shift(
            String id, String side, String issue, @Nullable LocalDate date, String kind, String from, String to) {}

    private Shifts() {}

    /**
     * All shifts.
     *
     * @param disputeOf the dispute of each position that belongs to one
     */
    static List<Shift> of(List<Held> positions, Map<String, String> disputeOf) {
        Map<String, List<Held>> bySide = new LinkedHashMap<>();
        for (Held held : positions) {
            if (held.date() != null && held.own()) {
                String about = disputeOf.getOrDefault(held.id(), held.issue());
                bySide.computeIfAbsent(held.holder() + " " + about, k -> new ArrayList<>())
                        .add(held);
            }
        }
        List<Shift> out = new ArrayList<>();
        bySide.values()
                .forEach(list -> along(list, disputeOf.containsKey(list.get(0).id()), out));
        return out;
    }

    private static void along(List<Held> held, boolean disputed, List<Shift> out) {
        held.sort(Comparator.comparing((Held h) -> String.valueOf(h.date())).thenComparing(Held::id));
        for (int i = 1; i < held.size(); i++) {
            Held to = held.get(i);
            Held from = before(held, i, disputed ? 1 : 2);
            String kind = from == null ? null : Opposition.shift(from, to);
            if (from != null && kind != null) {
                out.add(new Shift("shift-" + to.id(), to.side(), to.issue(), to.date(), kind, from.id(), to.id()));
            }
        }
    }

    /** The last position of an earlier day on the same thing; null when the day itself holds the opposite too. */
    private static @Nullable Held before(List<Held> held, int at, int words) {
        Held to = held.get(at);
        for (int i = at - 1; i >= 0; i--) {
            Held from = held.get(i);
            if (comparable(from, to, words)) {
                return String.valueOf(from.date()).equals(String.valueOf(to.date())) ? null : from;
            }
        }
        return null;
    }

    private static boolean comparable(Held from, Held to, int words) {
        boolean sameCounterpart = from.counterpart() == null
                || to.counterpart() == null
                || from.counterpart().equals(to.counterpart());
        Set<String> a = IssueLinker.words(from.naming());
        Set<String> b = IssueLinker.words(to.naming());
        long shared = a.stream().filter(b::contains).count();
        long telling =
                a.stream().filter(w -> b.contains(w) && !IssueLinker.generic(w)).count();
        return sameCounterpart && telling >= words && shared >= ALIKE * Math.max(a.size(), b.size());
    }
}

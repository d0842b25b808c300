package demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a side's stance on an issue differs from the one it last took in an earlier story. Pure. */
final class Shifts {
    /** A change of stance, strength or condition; {@code kind} as {@link Opposition#shift} names it. */
    record Shift(
            String id, String side, String issue, @Nullable LocalDate date, String kind, String from, String to) {}

    private Shifts() {}

    static List<Shift> of(List<Held> positions) {
        Map<String, List<Held>> bySide = new LinkedHashMap<>();
        for (Held held : positions) {
            if (held.date() != null) {
                bySide.computeIfAbsent(held.side() + " " + held.issue(), k -> new ArrayList<>())
                        .add(held);
            }
        }
        List<Shift> out = new ArrayList<>();
        bySide.values().forEach(list -> along(list, out));
        return out;
    }

    private static void along(List<Held> held, List<Shift> out) {
        held.sort(Comparator.comparing((Held h) -> String.valueOf(h.date())).thenComparing(Held::id));
        for (int i = 1; i < held.size(); i++) {
            Held to = held.get(i);
            Held from = held.get(i - 1);
            String kind = to.story().equals(from.story()) || dateOf(to).equals(dateOf(from))
                    ? null
                    : Opposition.shift(from, to);
            if (kind != null) {
                out.add(new Shift("shift-" + to.id(), to.side(), to.issue(), to.date(), kind, from.id(), to.id()));
            }
        }
    }

    private static String dateOf(Held held) {
        return String.valueOf(held.date());
    }
}

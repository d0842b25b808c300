package demarche.serve;

import demarche.ledger.Dyads.Dyad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who acts on whom as a drawing: parties as discs, one's acts on another as an arrow that bends to its right. */
public record NetworkDrawing(int height, List<Node> nodes, List<Arrow> arrows) {
    static final int WIDTH = 1200;
    private static final int ARROWS = 140;
    private static final double LETTER = 7.3;

    /** A party; {@code events} counts what it did and what was done to it. */
    public record Node(String id, String name, long events, double x, double y, double radius, String text) {}

    /** One's acts on another; {@code path} is SVG path data. */
    public record Arrow(String from, String to, String path, double width, String tone, String text) {}

    /**
     * @param dyads the most frequent first
     * @param most how many parties at most
     * @param centre the party that must be among them, with those it has to do with; null for those with most events
     */
    static NetworkDrawing of(List<Dyad> dyads, int most, @Nullable String centre) {
        List<Party> parties = parties(dyads, most, centre);
        Map<String, Integer> place = new HashMap<>();
        parties.forEach(p -> place.put(p.id, place.size()));
        List<Dyad> drawn = dyads.stream()
                .filter(d -> place.containsKey(d.actor()) && place.containsKey(d.recipient()))
                .limit(ARROWS)
                .toList();
        double heaviest =
                Math.log1p(drawn.stream().mapToLong(Dyad::events).max().orElse(1));
        long busiest = parties.stream().mapToLong(p -> p.events).max().orElse(1);
        int height = parties.size() < 8 ? 400 : 700;
        List<ForceLayout.Extent> extents = parties.stream()
                .map(p -> new ForceLayout.Extent(
                        radius(p, busiest) + 4,
                        radius(p, busiest) + 8 + LETTER * label(p.name).length(),
                        Math.max(11, radius(p, busiest) + 3)))
                .toList();
        List<ForceLayout.Pull> pulls = drawn.stream()
                .map(d -> new ForceLayout.Pull(
                        Objects.requireNonNull(place.get(d.actor())),
                        Objects.requireNonNull(place.get(d.recipient())),
                        Math.log1p(d.events()) / heaviest))
                .toList();
        List<EqualEarth.Point> points = ForceLayout.of(extents, pulls, WIDTH, height);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            Party p = parties.get(i);
            EqualEarth.Point at = points.get(i);
            nodes.add(new Node(
                    p.id,
                    label(p.name),
                    p.events,
                    at.x(),
                    at.y(),
                    radius(p, busiest),
                    p.name + ": " + Balance.words(p.events, p.conflict)));
        }
        List<Arrow> arrows = drawn.stream()
                .map(d -> arrow(
                        d,
                        nodes.get(Objects.requireNonNull(place.get(d.actor()))),
                        nodes.get(Objects.requireNonNull(place.get(d.recipient()))),
                        heaviest))
                .toList();
        return new NetworkDrawing(height, nodes, arrows);
    }

    private static final class Party {
        final String id;
        final String name;
        long events;
        long conflict;

        Party(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    private static List<Party> parties(List<Dyad> dyads, int most, @Nullable String centre) {
        Map<String, Party> all = new LinkedHashMap<>();
        for (Dyad d : dyads) {
            if (centre == null || d.actor().equals(centre) || d.recipient().equals(centre)) {
                add(all, d.actor(), d.actorName(), d);
                add(all, d.recipient(), d.recipientName(), d);
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparing((Party p) -> !p.id.equals(centre))
                        .thenComparing(p -> -p.events)
                        .thenComparing(p -> p.id))
                .limit(most)
                .toList();
    }

    private static void add(Map<String, Party> all, String id, String name, Dyad d) {
        Party party = all.computeIfAbsent(id, k -> new Party(id, name));
        party.events += d.events();
        party.conflict += d.conflict();
    }

    private static String label(String name) {
        return name.length() <= 24 ? name : name.substring(0, 23).strip() + "…";
    }

    private static double radius(Party p, long busiest) {
        return Math.round(10 * (4 + 14 * Math.sqrt((double) p.events / busiest))) / 10.0;
    }

    private static Arrow arrow(Dyad d, Node from, Node to, double heaviest) {
        double far = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double ux = (to.x() - from.x()) / far;
        double uy = (to.y() - from.y()) / far;
        double bend = Math.min(40, far * 0.14);
        double width = 1 + 4 * Math.log1p(d.events()) / heaviest;
        double end = to.radius() + 4 + width;
        double cx = (from.x() + to.x()) / 2 - uy * bend;
        double cy = (from.y() + to.y()) / 2 + ux * bend;
        double tx = to.x() - cx;
        double ty = to.y() - cy;
        double last = Math.max(1, Math.hypot(tx, ty));
        String path = String.format(
                Locale.ROOT,
                "M%.0f %.0fQ%.0f %.0f %.0f %.0f",
                from.x(),
                from.y(),
                cx,
                cy,
                to.x() - tx / last * end,
                to.y() - ty / last * end);
        return new Arrow(
                d.actor(),
                d.recipient(),
                path,
                Math.round(10 * width) / 10.0,
                Balance.tone(d.cooperation(), d.conflict()),
                d.actorName() + " → " + d.recipientName() + ": " + Balance.words(d.events(), d.conflict()));
    }
}

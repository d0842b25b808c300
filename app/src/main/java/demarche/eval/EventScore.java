package demarche.eval;

import demarche.story.Event;
import demarche.story.Party;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Coded events against gold records of one sentence each, as PLOVER's own validation set has them.
 *
 * <p>Rules: records that share a text are one sentence; an event is right if it is right for any record of its sentence,
 * each record is recalled on its own; events of compound actors count once for each pair. A code's first three letters are
 * its country or actor class, what follows are sectors.
 */
public final class EventScore {
    private static final Map<String, String> MERGED =
            Map.of("FIGHT", "ASSAULT", "INVESTIGATE", "ACCUSE", "DISAPPROVE", "ACCUSE");
    private static final Map<String, String> QUAD = quads();

    private final boolean merge;
    private final Set<String> names = new TreeSet<>();
    private final List<Group> groups = new ArrayList<>();

    private record Triple(String type, String source, String target) {}

    private record Coded(String code, String sector) {}

    private record Gold(
            String type,
            Set<String> sources,
            Set<String> targets,
            boolean reciprocal,
            Set<Coded> sourceRoles,
            Set<Coded> targetRoles) {}

    private record Group(List<Gold> records, List<Triple> events, int other) {}

    private EventScore(boolean merge) {
        this.merge = merge;
    }

    /** Scores readings by story id. {@code merge}: old type names stand for their PLOVER 2.0 types. */
    public static EventScore of(List<JsonNode> gold, Map<String, Reading> readings, boolean merge) {
        EventScore score = new EventScore(merge);
        gold.stream().filter(EventScore::holds).forEach(g -> score.names.add(score.merged(GoldFile.text(g, "event"))));
        Map<String, List<JsonNode>> byText = new LinkedHashMap<>();
        gold.forEach(g -> byText.computeIfAbsent(GoldFile.text(g, "text"), k -> new ArrayList<>())
                .add(g));
        byText.values().forEach(g -> score.groups.add(score.group(g, readings)));
        return score;
    }

    private static Map<String, String> quads() {
        Map<String, String> out = new HashMap<>();
        Map.of(
                        "VCOOP",
                        "AGREE CONSULT SUPPORT CONCEDE",
                        "MCOOP",
                        "COOPERATE AID RETREAT",
                        "VCONF",
                        "INVESTIGATE DEMAND DISAPPROVE ACCUSE REJECT THREATEN",
                        "MCONF",
                        "PROTEST MOBILIZE SANCTION COERCE ASSAULT FIGHT")
                .forEach((quad, types) -> List.of(types.split(" ")).forEach(t -> out.put(t, quad)));
        return out;
    }

    /** A type's name in PLOVER 2.0: earlier drafts had DEMAND, INVESTIGATE, DISAPPROVE and FIGHT. */
    static String currentName(String type) {
        return type.equals("DEMAND") ? "REQUEST" : MERGED.getOrDefault(type, type);
    }

    private String merged(String type) {
        return merge ? MERGED.getOrDefault(type, type) : type;
    }

    private Group group(List<JsonNode> records, Map<String, Reading> readings) {
        Set<Triple> events = new HashSet<>();
        int other = 0;
        for (JsonNode record : records) {
            Reading reading = readings.get(GoldFile.text(record, "id"));
            if (reading == null) {
                continue;
            }
            for (Event event : reading.events()) {
                if (!event.status().negated() && !event.status().hypothetical()) {
                    other += triples(reading, event, events) ? 0 : 1;
                }
            }
        }
        return new Group(
                records.stream().filter(EventScore::holds).map(this::gold).toList(), List.copyOf(events), other);
    }

    /** Whether a record tells an event: one without only counts what is coded for it, as does one of what did not happen. */
    private static boolean holds(JsonNode record) {
        return !GoldFile.text(record, "event").isEmpty()
                && !GoldFile.text(record, "status").matches("negated|hypothetical");
    }

    /** Adds an event's pairs; false when its type is not one of the gold's. */
    private boolean triples(Reading reading, Event event, Set<Triple> out) {
        String type = merged(
                event.eventType().name().equals("REQUEST")
                        ? "DEMAND"
                        : event.eventType().name());
        if (!names.contains(type)) {
            return false;
        }
        List<String> actors = codes(reading, event.actors());
        List<String> recipients = codes(reading, event.recipients());
        List<String> targets = event.recipients().isEmpty() && event.actors().size() > 1 ? actors : recipients;
        actors.forEach(a -> targets.forEach(t -> out.add(new Triple(type, a, t))));
        return true;
    }

    private static List<String> codes(Reading reading, List<String> ids) {
        Map<String, Party> parties = new HashMap<>();
        reading.parties().forEach(p -> parties.put(p.id(), p));
        List<String> out = new ArrayList<>();
        for (String id : ids) {
            Party party = parties.get(id);
            String country = party == null ? null : party.country();
            String sector = party == null ? null : party.sector();
            out.add((country == null ? "---" : country) + (sector == null ? "" : sector));
        }
        return out.isEmpty() ? List.of("---") : out;
    }

    private Gold gold(JsonNode record) {
        Set<String> sources = new HashSet<>();
        Set<String> targets = new HashSet<>();
        Set<Coded> sourceRoles = new HashSet<>();
        Set<Coded> targetRoles = new HashSet<>();
        fill(record.get("source"), sources, sourceRoles);
        fill(record.get("target"), targets, targetRoles);
        boolean reciprocal =
                record.get("reciprocal") != null && record.get("reciprocal").asBoolean() && targets.isEmpty();
        return new Gold(
                merged(GoldFile.text(record, "event")),
                sources,
                reciprocal ? sources : targets,
                reciprocal,
                sourceRoles,
                targetRoles);
    }

    private static void fill(JsonNode actors, Set<String> codes, Set<Coded> roles) {
        for (JsonNode actor : actors) {
            String code = GoldFile.text(actor, "code");
            String sector = GoldFile.text(actor, "sector");
            if (!code.isEmpty()) {
                codes.add(code);
            }
            if (!sector.isEmpty()) {
                roles.add(new Coded(
                        code, sector.substring(0, Math.min(3, sector.length())).toUpperCase(Locale.ROOT)));
            }
        }
    }

    private static String primary(String code) {
        return code.substring(0, Math.min(3, code.length()));
    }

    private static boolean role(String code, Set<Coded> gold) {
        for (int i = 3; i < code.length(); i += 3) {
            String part = code.substring(i, Math.min(code.length(), i + 3)).toUpperCase(Locale.ROOT);
            if (gold.contains(new Coded(primary(code), part))) {
                return true;
            }
        }
        return false;
    }

    private boolean sourceFits(Gold g, Triple e) {
        return g.sources().isEmpty() || g.sources().contains(primary(e.source()));
    }

    private boolean targetFits(Gold g, Triple e) {
        boolean same =
                g.reciprocal() && g.sources().size() > 1 && primary(e.source()).equals(primary(e.target()));
        return g.targets().isEmpty() || g.targets().contains(primary(e.target())) && !same;
    }

    /** The figures by name, in the order they are printed; counts are integers. */
    public Map<String, Number> figures() {
        Counts c = new Counts();
        for (Group group : groups) {
            count(group, c);
        }
        return c.figures(names);
    }

    private void count(Group group, Counts c) {
        Set<String> goldTypes = new HashSet<>();
        Set<String> types = new HashSet<>();
        group.records().forEach(r -> goldTypes.add(r.type()));
        group.events().forEach(e -> types.add(e.type()));
        c.add("sentences", 1);
        c.add("other", group.other());
        c.add("with event", group.events().isEmpty() ? 0 : 1);
        c.add("events", group.events().size());
        c.add("event type right", (int) group.events().stream()
                .filter(e -> goldTypes.contains(e.type()))
                .count());
        c.add("types", types.size());
        c.add("types right", (int) types.stream().filter(goldTypes::contains).count());
        Set<String> quads = quads(types);
        c.add("quads", quads.size());
        c.add("quads right", (int)
                quads(goldTypes).stream().filter(quads::contains).count());
        types.forEach(t -> c.add("coded " + t, 1));
        types.stream().filter(goldTypes::contains).forEach(t -> c.add("right " + t, 1));
        precision(group, c);
        Set<Triple> full = new HashSet<>();
        for (Gold record : group.records()) {
            recall(record, group.events(), types, quads, c, full);
        }
        c.add("events full right", full.size());
    }

    private static Set<String> quads(Set<String> types) {
        Set<String> out = new HashSet<>();
        types.forEach(t -> out.add(QUAD.getOrDefault(t, "")));
        return out;
    }

    private static void precision(Group group, Counts c) {
        Set<String> sources = new HashSet<>();
        Set<String> targets = new HashSet<>();
        group.records().forEach(r -> sources.addAll(r.sources()));
        group.records().forEach(r -> targets.addAll(r.targets()));
        if (!sources.isEmpty()) {
            c.add("source events", group.events().size());
            c.add("source events right", (int) group.events().stream()
                    .filter(e -> sources.contains(primary(e.source())))
                    .count());
        }
        if (!targets.isEmpty()) {
            c.add("target events", group.events().size());
            c.add("target events right", (int) group.events().stream()
                    .filter(e -> targets.contains(primary(e.target())))
                    .count());
        }
    }

    private void recall(Gold g, List<Triple> events, Set<String> types, Set<String> quads, Counts c, Set<Triple> full) {
        Predicate<Triple> s = e -> sourceFits(g, e);
        Predicate<Triple> t = e -> targetFits(g, e);
        Predicate<Triple> typed = e -> e.type().equals(g.type());
        c.add("records", 1);
        c.add("records " + g.type(), 1);
        c.add("hit", types.contains(g.type()));
        c.add("hit " + g.type(), types.contains(g.type()));
        c.add("quad hit", quads.contains(QUAD.getOrDefault(g.type(), "")));
        if (!g.sources().isEmpty()) {
            c.add("n source", 1);
            c.add("source", events.stream().anyMatch(s));
            c.add("source typed", events.stream().anyMatch(s.and(typed)));
        }
        if (!g.targets().isEmpty()) {
            c.add("n target", 1);
            c.add("target", events.stream().anyMatch(t));
            c.add("target typed", events.stream().anyMatch(t.and(typed)));
        }
        if (!g.sources().isEmpty() && !g.targets().isEmpty()) {
            c.add("n dyad", 1);
            c.add("dyad", events.stream().anyMatch(s.and(t)));
        }
        if (!g.sourceRoles().isEmpty()) {
            c.add("n source role", 1);
            c.add("source role", events.stream().anyMatch(e -> role(e.source(), g.sourceRoles())));
        }
        if (!g.targetRoles().isEmpty()) {
            c.add("n target role", 1);
            c.add("target role", events.stream().anyMatch(e -> role(e.target(), g.targetRoles())));
        }
        List<Triple> right = events.stream().filter(typed.and(s).and(t)).toList();
        c.add("full", !right.isEmpty());
        full.addAll(right);
        c.add("full all", allPairs(g, events));
    }

    private static boolean allPairs(Gold g, List<Triple> events) {
        Set<String> sources = g.sources().isEmpty() ? Set.of("") : g.sources();
        Set<String> targets = g.targets().isEmpty() ? Set.of("") : g.targets();
        for (String a : sources) {
            for (String b : targets) {
                if (g.reciprocal() && g.sources().size() > 1 && a.equals(b)) {
                    continue;
                }
                boolean found = coded(g, events, a, b) || g.reciprocal() && coded(g, events, b, a);
                if (!found) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean coded(Gold g, List<Triple> events, String a, String b) {
        return events.stream()
                .anyMatch(e -> e.type().equals(g.type())
                        && (a.isEmpty() || a.equals(primary(e.source())))
                        && (b.isEmpty() || b.equals(primary(e.target()))));
    }

    /** By gold type: records, sentences coded, right, precision, recall, F1. */
    public Map<String, double[]> perType() {
        Counts c = new Counts();
        groups.forEach(g -> count(g, c));
        Map<String, double[]> out = new TreeMap<>();
        for (String type : names) {
            out.put(type, c.type(type));
        }
        return out;
    }

    private static final class Counts {
        private final Map<String, Integer> counts = new HashMap<>();

        void add(String name, int n) {
            counts.merge(name, n, Integer::sum);
        }

        void add(String name, boolean yes) {
            add(name, yes ? 1 : 0);
        }

        int get(String name) {
            return counts.getOrDefault(name, 0);
        }

        double[] type(String type) {
            double p = Ratio.of(get("right " + type), get("coded " + type));
            double r = Ratio.of(get("hit " + type), get("records " + type));
            return new double[] {
                get("records " + type), get("coded " + type), get("right " + type), p, r, Ratio.f1(p, r)
            };
        }

        Map<String, Number> figures(Set<String> names) {
            Map<String, Number> out = new LinkedHashMap<>();
            out.put("records", get("records"));
            out.put("sentences", get("sentences"));
            out.put("sentences with a coded event", get("with event"));
            out.put("coded events", get("events"));
            out.put("events of no gold type (left out)", get("other"));
            double r = Ratio.of(get("hit"), get("records"));
            double p = Ratio.of(get("event type right"), get("events"));
            double pt = Ratio.of(get("types right"), get("types"));
            out.put("type recall", r);
            out.put("type precision (events)", p);
            out.put("type F1", Ratio.f1(p, r));
            out.put("type precision (types)", pt);
            out.put("type F1_types", Ratio.f1(pt, r));
            out.put(
                    "type macro-F1",
                    names.stream().mapToDouble(t -> type(t)[5]).average().orElse(0));
            double qr = Ratio.of(get("quad hit"), get("records"));
            double qp = Ratio.of(get("quads right"), get("quads"));
            out.put("quad recall", qr);
            out.put("quad precision", qp);
            out.put("quad F1", Ratio.f1(qp, qr));
            actors(out, "source");
            actors(out, "target");
            out.put("dyad hit", Ratio.of(get("dyad"), get("n dyad")));
            out.put("source code+role hit", Ratio.of(get("source role"), get("n source role")));
            out.put("target code+role hit", Ratio.of(get("target role"), get("n target role")));
            double fr = Ratio.of(get("full"), get("records"));
            double fp = Ratio.of(get("events full right"), get("events"));
            out.put("full recall", fr);
            out.put("full precision (events)", fp);
            out.put("full F1", Ratio.f1(fr, fp));
            out.put("full_all recall", Ratio.of(get("full all"), get("records")));
            for (String n : List.of("source", "target", "source role", "target role")) {
                out.put("n " + n, get("n " + n));
            }
            return out;
        }

        private void actors(Map<String, Number> out, String side) {
            out.put(side + " hit", Ratio.of(get(side), get("n " + side)));
            out.put(side + " precision", Ratio.of(get(side + " events right"), get(side + " events")));
            out.put(side + " hit with gold type", Ratio.of(get(side + " typed"), get("n " + side)));
        }
    }
}

package demarche.ledger;

import demarche.ledger.Views.DisputePage;
import demarche.ledger.Views.EventView;
import demarche.ledger.Views.PartyView;
import demarche.ledger.Views.PositionView;
import demarche.ledger.Views.ShiftView;
import demarche.ledger.Views.StatementView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page on a dispute, to be sent as it is: what is contested, who wants what, how it got here, what changed last, who
 * said what; each line with its source.
 */
public record Brief(String title, List<Section> sections) {
    private static final int SIDES = 4;
    private static final int WANTS = 4;
    private static final int CHANGES = 4;
    private static final int MOVES = 14;
    private static final int WORDS = 6;
    private static final int LONG_NAME = 5;
    /** How a statement begins that is more than the rest of a sentence. */
    private static final Pattern WHOLE = Pattern.compile(
            "[\"'“‘\\p{Lu}].*|(that|it|he|she|they|we|the|there|his|her|its|their|if|no) .*", Pattern.DOTALL);

    private static final int OF_ONE = 2;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 320;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    /** How long before the first story a move may lie that the stories tell. */
    private static final int BEFORE_DAYS = 90;

    /** What an act is called: of one, of many, and how it is joined to whom it is done to. */
    private static final Map<String, String[]> DOES = Map.ofEntries(
            does("AGREE", "agrees or promises", "agree or promise", "to"),
            does("CONSULT", "holds talks", "hold talks", "with"),
            does("SUPPORT", "gives support", "give support", "to"),
            does("CONCEDE", "gives way", "give way", "to"),
            does("COOPERATE", "works together", "work together", "with"),
            does("AID", "gives aid", "give aid", "to"),
            does("RETREAT", "draws back", "draw back", "towards"),
            does("REQUEST", "makes a demand", "make a demand", "of"),
            does("ACCUSE", "accuses", "accuse", ""),
            does("REJECT", "says no", "say no", "to"),
            does("THREATEN", "threatens", "threaten", ""),
            does("PROTEST", "protests", "protest", "against"),
            does("SANCTION", "takes measures", "take measures", "against"),
            does("MOBILIZE", "moves forces", "move forces", "against"),
            does("COERCE", "uses coercion", "use coercion", "against"),
            does("ASSAULT", "attacks", "attack", ""));

    private static final Map<String, String> HOLDS = Map.ofEntries(
            Map.entry("DEMANDS", "demands"),
            Map.entry("OFFERS", "offers"),
            Map.entry("ACCEPTS", "accepts"),
            Map.entry("REFUSES", "refuses"),
            Map.entry("CLAIMS", "claims"),
            Map.entry("DENIES", "denies"),
            Map.entry("ACCUSES", "accuses"),
            Map.entry("THREATENS", "threatens"),
            Map.entry("FEARS", "fears"),
            Map.entry("SUPPORTS", "supports"),
            Map.entry("SANCTION", "imposes sanctions"),
            Map.entry("THREATEN", "threatens"),
            Map.entry("REJECT", "refuses"),
            Map.entry("CONCEDE", "yields"),
            Map.entry("RETREAT", "draws back"));
    private static final Map<String, String> CHANGED = Map.of(
            "yields",
            "gives way",
            "hardens",
            "hardens",
            "firmer",
            "is firmer",
            "softer",
            "is softer",
            "condition",
            "sets a condition");

    private static Map.Entry<String, String[]> does(String type, String one, String many, String to) {
        return Map.entry(type, new String[] {one, many, to});
    }

    /** A heading and its lines. */
    public record Section(String heading, List<Line> lines) {}

    /** One line and where it is from; both plain text. */
    public record Line(String text, String quote, String source) {}

    /** The brief of a dispute whose moves are not weighed. */
    public static Brief of(DisputePage d) {
        return of(
                d,
                d.events().stream()
                        .filter(e -> !e.negated() && !e.hypothetical())
                        .toList());
    }

    /**
     * The brief of a dispute.
     *
     * @param moves those to be told, in order of date
     */
    public static Brief of(DisputePage d, List<EventView> moves) {
        Map<String, String> titles = new HashMap<>();
        d.positions().forEach(p -> titles.put(p.story(), p.title() == null ? "" : p.title()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("What is contested", List.of(contested(d))));
        sections.add(new Section("Who wants what", wants(d)));
        sections.add(new Section(
                "How it got here",
                moves(moves.stream().filter(e -> timely(e, d)).toList())));
        sections.add(new Section("What changed last", changes(d, titles)));
        sections.add(new Section("In whose words", words(d)));
        return new Brief(
                capital(d.name()),
                sections.stream().filter(s -> !s.lines().isEmpty()).toList());
    }

    private static Line contested(DisputePage d) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        names.add(d.issue().name());
        words.addAll(IssueLinker.words(d.issue().name()));
        for (Views.IssueView issue : d.issues()) {
            Set<String> own = IssueLinker.words(issue.name());
            boolean plain = IssueName.quality(issue.name()) > 0.2
                    && stories(d, issue.name()) > 1
                    && own.size() < LONG_NAME
                    && own.stream().anyMatch(w -> !IssueLinker.generic(w));
            if (names.size() < WORDS
                    && plain
                    && !words.containsAll(own)
                    && own.stream().noneMatch(words::contains)) {
                names.add(issue.name());
                words.addAll(own);
            }
        }
        List<String> sides =
                d.parties().stream().limit(SIDES).map(PartyView::name).toList();
        String parties = d.parties().size() > SIDES ? String.join(", ", sides) + " and others" : named(sides);
        return new Line(
                capital(String.join("; ", names)) + ". Between " + parties + ". "
                        + capital(d.status()) + "; " + d.stories() + (d.stories() == 1 ? " story, " : " stories, ")
                        + day(d.first())
                        + (String.valueOf(d.first()).equals(String.valueOf(d.last())) ? "" : " to " + day(d.last()))
                        + ".",
                "",
                "");
    }

    private static long stories(DisputePage d, String issue) {
        return d.positions().stream()
                .filter(p -> issue.equals(p.issue()))
                .map(PositionView::story)
                .distinct()
                .count();
    }

    /** For each side what it holds on different things, the newest and clearest. */
    private static List<Line> wants(DisputePage d) {
        List<Line> out = new ArrayList<>();
        Set<String> sentences = new LinkedHashSet<>();
        for (PartyView side : d.parties().stream().limit(SIDES).toList()) {
            List<PositionView> mine = d.positions().stream()
                    .filter(p -> p.partyId().equals(side.id()) && p.issue() != null)
                    .sorted(Comparator.comparingDouble((PositionView p) -> -clear(p))
                            .thenComparing(p -> String.valueOf(p.date()), Comparator.reverseOrder())
                            .thenComparing(PositionView::id))
                    .toList();
            Set<String> said = new LinkedHashSet<>();
            List<PositionView> taken = new ArrayList<>();
            for (PositionView p : mine) {
                boolean fresh = !sentences.contains(p.sentence())
                        && IssueLinker.words(String.valueOf(p.issue())).stream().anyMatch(w -> !IssueLinker.generic(w))
                        && said.add(p.sentence())
                                & IssueLinker.words(String.valueOf(p.issue())).stream()
                                        .noneMatch(w -> !said.add("word " + w));
                if (fresh && taken.size() < WANTS) {
                    taken.add(p);
                }
            }
            taken.sort(Comparator.comparing((PositionView p) -> String.valueOf(p.date()))
                    .reversed());
            taken.forEach(p -> {
                sentences.add(p.sentence());
                out.add(want(p));
            });
        }
        return out;
    }

    private static Line want(PositionView p) {
        String strength = "hedged".equals(p.strength())
                ? " (hedged)"
                : "categorical".equals(p.strength()) ? " (categorically)" : "";
        return new Line(
                p.party() + " " + holds(p.party(), p.stance()) + ": " + p.naming() + strength
                        + (p.counterpart() == null ? "" : ", towards " + p.counterpart())
                        + (p.condition() == null ? "" : ", " + p.condition()),
                cut(p.sentence()),
                source(p.date(), p.outlets(), p.title(), p.story()));
    }

    /** How well a position tells what its side wants. */
    private static double clear(PositionView p) {
        String issue = String.valueOf(p.issue());
        return (p.counterpart() == null ? 0 : 1)
                + (p.condition() == null ? 0 : 0.5)
                + Math.min(1, IssueName.quality(issue))
                + (issue.contains(" ") ? 0.5 : 0)
                + (Set.of("DEMANDS", "OFFERS", "REFUSES", "THREATENS").contains(p.stance()) ? 0.5 : 0)
                + ("hedged".equals(p.strength()) ? -0.3 : 0);
    }

    private static List<Line> changes(DisputePage d, Map<String, String> titles) {
        List<ShiftView> last = d.shifts()
                .subList(Math.max(0, d.shifts().size() - CHANGES), d.shifts().size());
        return last.stream()
                .sorted(Comparator.comparing((ShiftView s) -> String.valueOf(s.to().date()))
                        .reversed())
                .map(s -> new Line(
                        s.party() + " " + CHANGED.getOrDefault(s.kind(), s.kind()) + " on " + s.issue() + ": on "
                                + day(s.from().date()) + " it "
                                + held(s.from().what()) + " (“"
                                + cut(s.from().sentence()) + "”), on " + day(s.to().date()) + " it "
                                + held(s.to().what()),
                        cut(s.to().sentence()),
                        source(s.to().date(), List.of(), titles.get(s.to().story()), s.to().story())))
                .toList();
    }

    private static List<Line> moves(List<EventView> moves) {
        Set<String> told = new LinkedHashSet<>();
        List<EventView> fresh = moves.stream()
                .filter(e -> told.add(e.sentence().toLowerCase(Locale.ROOT))
                        & told.add(e.date() + e.eventType() + String.join(",", e.actors())))
                .toList();
        return fresh.subList(Math.max(0, fresh.size() - MOVES), fresh.size()).stream()
                .map(e -> new Line(
                        day(e.date()) + ": " + act(e),
                        cut(e.sentence()),
                        source(null, e.outlets(), e.title(), e.story())))
                .toList();
    }

    /** Whether a move's day can be right: not long before the first story, nor after the last. */
    private static boolean timely(EventView e, DisputePage d) {
        if (e.date() == null || d.first() == null) {
            return e.date() != null;
        }
        return !LocalDate.parse(e.date()).isBefore(LocalDate.parse(d.first()).minusDays(BEFORE_DAYS));
    }

    private static String act(EventView e) {
        List<String> actors = e.actors().stream().distinct().toList();
        List<String> recipients = e.recipients().stream()
                .distinct()
                .filter(r -> !actors.contains(r))
                .toList();
        String[] does =
                DOES.getOrDefault(e.eventType(), new String[] {e.eventType().toLowerCase(Locale.ROOT), "", "towards"});
        String acts = e.future() ? (many(actors) ? "are to " : "is to ") + does[1] : does[many(actors) ? 1 : 0];
        return named(actors) + " " + acts
                + (recipients.isEmpty() ? "" : (does[2].isEmpty() ? " " : " " + does[2] + " ") + named(recipients));
    }

    private static String named(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Whether a verb to these names stands in the plural: several, or one in small letters that is a plural. */
    private static boolean many(List<String> names) {
        if (names.size() != 1) {
            return names.size() > 1;
        }
        String last = names.get(0).substring(names.get(0).lastIndexOf(' ') + 1);
        return last.endsWith("s")
                && !last.endsWith("ss")
                && !last.contains("'")
                && Character.isLowerCase(last.codePointAt(0));
    }

    private static String holds(String party, String stance) {
        String one = HOLDS.getOrDefault(stance, stance);
        return many(List.of(party)) ? ("denies".equals(one) ? "deny" : one.substring(0, one.length() - 1)) : one;
    }

    private static String held(String stance) {
        String[] words = HOLDS.getOrDefault(stance, "").split(" ", 2);
        String verb = words[0].equals("draws")
                ? "drew"
                : words[0].endsWith("ies") ? words[0].replaceFirst("ies$", "ied") : words[0].replaceFirst("e?s$", "ed");
        return words.length > 1 ? verb + " " + words[1] : verb;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Whole sentences of named speakers, the newest, at most two of each. */
    private static List<Line> words(DisputePage d) {
        Map<String, Integer> count = new LinkedHashMap<>();
        List<StatementView> taken = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        List<StatementView> newest = new ArrayList<>(d.statements());
        newest.sort(Comparator.comparing((StatementView s) -> s.content().contains("\"") ? 0 : 1)
                .thenComparing(s -> String.valueOf(s.date()), Comparator.reverseOrder()));
        for (StatementView s : newest) {
            boolean whole = s.speaker() != null
                    && Character.isUpperCase(s.speaker().codePointAt(0))
                    && WHOLE.matcher(s.content()).matches()
                    && s.content().length() >= SHORTEST
                    && s.content().length() <= LONGEST;
            if (whole && taken.size() < WORDS && count.getOrDefault(s.speaker(), 0) < OF_ONE && said.add(s.content())) {
                count.merge(String.valueOf(s.speaker()), 1, Integer::sum);
                taken.add(s);
            }
        }
        taken.sort(Comparator.comparing((StatementView s) -> String.valueOf(s.date())));
        return taken.stream()
                .map(s -> new Line(
                        s.speaker() + ":",
                        s.content().replace('"', '\''),
                        source(s.date(), s.outlets(), s.title(), s.story())))
                .toList();
    }

    private static String cut(String text) {
        String plain = text.replace('"', '\'');
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("\\s+\\S*$", "") + " …";
    }

    private static String day(@Nullable String date) {
        try {
            return date == null ? "no date" : DAY.format(LocalDate.parse(date));
        } catch (java.time.format.DateTimeParseException e) {
            return date;
        }
    }

    private static String source(@Nullable String date, List<String> outlets, @Nullable String title, String story) {
        List<String> out = new ArrayList<>(outlets);
        if (date != null) {
            out.add(day(date));
        }
        if (title != null && !title.isBlank()) {
            out.add(title);
        }
        out.add(story);
        return String.join(", ", out);
    }
}

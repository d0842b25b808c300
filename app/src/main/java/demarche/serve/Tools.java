package demarche.serve;

import static demarche.serve.Tool.arguments;
import static demarche.serve.Tool.number;
import static demarche.serve.Tool.text;
import static demarche.serve.Tool.word;

import demarche.code.Codebook;
import demarche.ledger.DisputeList;
import demarche.ledger.PositionList;
import demarche.ledger.Reader;
import demarche.ledger.ShiftList;
import demarche.ledger.StoryList;
import demarche.ledger.Views;
import demarche.story.Stance;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All tools that programs can use through the Model Context Protocol. */
final class Tools {
    private static final List<String> STATUSES = List.of("new", "active", "quiet", "settled");
    private static final List<String> KINDS = List.of("yields", "hardens", "firmer", "softer", "condition");
    private static final int MOST = 200;
    private static final String SINCE = "First day, such as 2026-03-01.";
    private static final String UNTIL = "Last day, such as 2026-03-31.";

    private final Evidences evidences;

    Tools(Codebook codebook) {
        this.evidences = new Evidences(codebook);
    }

    List<Tool> all() {
        return List.of(about(), search(), disputes(), dispute(), positions(), shifts(), evidence());
    }

    private static Tool about() {
        return new Tool(
                "about_ledger",
                "About this ledger",
                "How many stories, statements, events, positions, issues, disputes and shifts the ledger holds, and its last day.",
                Map.of(),
                List.of(),
                (a, r) -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("counts", r.counts());
                    out.put("newest", Objects.toString(r.newest(), null));
                    return out;
                });
    }

    private static Tool search() {
        return new Tool(
                "search",
                "Search",
                "Finds disputes, parties, positions, statements and stories that hold all the words. Use it first; the other tools take the ids it gives.",
                arguments(text("words", "Words to look for."), number("limit", "How many of each kind.", 5, 50)),
                List.of("words"),
                (a, r) -> found(a.needed("words"), a.number("limit", 5, 1, 50), r));
    }

    private static Object found(String words, int limit, Reader r) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(
                "disputes",
                r.disputes().find(new DisputeList.Filter(words, null, null), DisputeList.Order.BUSIEST, limit, 0));
        out.put("parties", r.queries().parties(words, limit));
        out.put(
                "positions",
                r.positions().find(new PositionList.Filter(null, null, null, words, null, null), limit, 0));
        out.put("statements", r.statements().find(words, limit));
        out.put("stories", r.stories().find(new StoryList.Filter(words, null, null, null), limit, 0));
        return out;
    }

    private static Tool disputes() {
        return new Tool(
                "list_disputes",
                "Disputes",
                "Lists disputes, the busiest first: what is contested, between whom, since when, with how many positions and shifts.",
                arguments(
                        text("words", "Words its name or what parties call it must hold."),
                        word("status", "How it stands.", STATUSES),
                        text("party", "Id of a party in it, such as usa."),
                        number("limit", "How many.", 20, MOST),
                        number("offset", "How many to leave out first.", 0, 1_000_000)),
                List.of(),
                (a, r) -> {
                    DisputeList.Filter filter =
                            new DisputeList.Filter(a.text("words"), a.oneOf("status", STATUSES), a.text("party"));
                    return listed(
                            a,
                            r.disputes().count(filter),
                            (limit, offset) -> r.disputes().find(filter, DisputeList.Order.BUSIEST, limit, offset));
                });
    }

    private static Tool dispute() {
        return new Tool(
                "read_dispute",
                "One dispute",
                "Reads a dispute: its parties, what each calls what is contested, and the newest positions, shifts, events and statements, each with its sentence and story.",
                arguments(
                        text("id", "The dispute's id, as list_disputes and search give it."),
                        number("limit", "How many of each kind, the newest.", 20, MOST)),
                List.of("id"),
                (a, r) -> page(a.needed("id"), a.number("limit", 20, 1, MOST), r));
    }

    private static Object page(String id, int limit, Reader r) {
        Views.DisputePage page = r.disputes().page(id);
        if (page == null) {
            throw new NotFound("There is no dispute with the id " + id + ". search and list_disputes give ids.", "");
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", page.id());
        out.put("name", page.name());
        out.put("status", page.status());
        out.put("first", String.valueOf(page.first()));
        out.put("last", String.valueOf(page.last()));
        out.put("parties", page.parties());
        out.put("frames", r.disputes().frames(id));
        out.put(
                "counts",
                Map.of(
                        "stories", page.stories(),
                        "positions", page.positions().size(),
                        "shifts", page.shifts().size(),
                        "events", page.events().size(),
                        "statements", page.statements().size()));
        out.put("positions", last(page.positions(), limit));
        out.put("shifts", last(page.shifts(), limit));
        out.put("events", last(page.events(), limit));
        out.put("statements", last(page.statements(), limit));
        return out;
    }

    private static <T> List<T> last(List<T> all, int limit) {
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    private static Tool positions() {
        return new Tool(
                "list_positions",
                "Positions",
                "Lists what parties demand, offer, accept, refuse, claim, deny, fear, support, threaten or accuse others of, newest first, each with its sentence, story, rule and confidence.",
                arguments(
                        text("party", "Id of the party, such as usa."),
                        text("dispute", "Id of a dispute."),
                        word(
                                "stance",
                                "Only this stance.",
                                Arrays.stream(Stance.values())
                                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                                        .toList()),
                        text("words", "Words its sentence or issue must hold."),
                        text("since", SINCE),
                        text("until", UNTIL),
                        number("limit", "How many.", 20, MOST),
                        number("offset", "How many to leave out first.", 0, 1_000_000)),
                List.of(),
                (a, r) -> {
                    PositionList.Filter filter = new PositionList.Filter(
                            a.text("party"),
                            a.text("dispute"),
                            a.oneOf("stance", Stance.class),
                            a.text("words"),
                            a.day("since"),
                            a.day("until"));
                    return listed(
                            a,
                            r.positions().count(filter),
                            (limit, offset) -> r.positions().find(filter, limit, offset));
                });
    }

    private static Tool shifts() {
        return new Tool(
                "list_shifts",
                "Shifts",
                "Lists changes of position, newest first, with the sentences before and after: yields, hardens, firmer, softer, or a new condition.",
                arguments(
                        text("dispute", "Id of a dispute."),
                        text("party", "Id of a party, such as usa."),
                        text("words", "Words its issue or sentences must hold."),
                        word("kind", "Only this kind.", KINDS),
                        text("since", SINCE),
                        text("until", UNTIL),
                        number("limit", "How many.", 20, MOST),
                        number("offset", "How many to leave out first.", 0, 1_000_000)),
                List.of(),
                (a, r) -> {
                    ShiftList.Filter filter = new ShiftList.Filter(
                            a.text("dispute"),
                            a.text("party"),
                            a.text("words"),
                            a.oneOf("kind", KINDS),
                            a.day("since"),
                            a.day("until"));
                    return listed(
                            a,
                            r.shifts().count(filter),
                            (limit, offset) -> r.shifts().find(filter, limit, offset));
                });
    }

    private Tool evidence() {
        return new Tool(
                "fetch_evidence",
                "Evidence",
                "Fetches where a record comes from: its sentence with those around it, its story's title, day, outlets and address, the rule that read it and what the rule says. For a story's id, the whole text and all records in it.",
                arguments(
                        text("id", "Id of a position, event, statement, shift or story, as the other tools give it.")),
                List.of("id"),
                (a, r) -> evidences.of(a.needed("id"), r));
    }

    private interface Part<T> {
        List<T> of(int limit, int offset);
    }

    private static <T> Object listed(Arguments a, long total, Part<T> part) {
        int limit = a.number("limit", 20, 1, MOST);
        int offset = a.number("offset", 0, 0, 1_000_000);
        List<T> items = part.of(limit, offset);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("total", total);
        out.put("offset", offset);
        if (offset + items.size() < total && !items.isEmpty()) {
            out.put("next_offset", offset + items.size());
        }
        out.put("items", items);
        return out;
    }
}

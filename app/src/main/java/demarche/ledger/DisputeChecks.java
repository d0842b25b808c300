package demarche.ledger;

import demarche.eval.GoldFile;
import demarche.story.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a ledger against what people know of past disputes: a dispute must come out as one, with its parties, under a name
 * that tells what it is about, with its main moves on their days and its turns. Checks are JSON lines, described in the
 * ledger's guide.
 */
public final class DisputeChecks {
    /** A move in the ledger counts when its day is at most so many days from the check's. */
    static final int DAYS = 3;

    /** A known dispute; {@code stories} are the ids or addresses of stories that tell it. */
    public record Check(
            String id,
            String what,
            List<String> parties,
            List<String> name,
            List<String> stories,
            List<Move> moves,
            List<Turn> turns) {}

    /** On a day a party did one of these things: event types or stances. */
    public record Move(LocalDate on, String by, List<String> does) {}

    /** Between two days a party changed what it held, in one of these ways ({@code yields}, {@code hardens} …). */
    public record Turn(String party, List<String> kinds, LocalDate since, LocalDate until) {}

    /**
     * How a check came out.
     *
     * @param dispute the dispute that holds most of its stories; null when none holds any
     * @param stories how many of the check's stories are in it
     * @param known how many of the check's stories the ledger has
     * @param parties whether all parties are in it
     * @param named whether its name says what it is about
     * @param missing what was not found, for people
     */
    public record Result(
            Check check,
            @Nullable String dispute,
            @Nullable String name,
            int stories,
            int known,
            int size,
            boolean parties,
            boolean named,
            int moves,
            int turns,
            List<String> missing) {
        /** One dispute with at least half of the stories and all the parties. */
        public boolean found() {
            return dispute != null && parties && stories * 2 >= known;
        }
    }

    private record Deed(@Nullable LocalDate day, String what, String side, String name) {}

    private DisputeChecks() {}

    /**
     * The checks of a file.
     *
     * @throws InputException when a line is no check; names file and line
     */
    public static List<Check> read(Path file) {
        List<Check> out = new ArrayList<>();
        for (JsonNode line : GoldFile.read(file)) {
            try {
                out.add(check(line));
            } catch (DateTimeParseException | NullPointerException e) {
                throw new InputException(
                        file + ", check " + (out.size() + 1)
                                + ": needs check, what, parties, name, stories, moves (on, by, does) and shifts"
                                + " (party, kind, since, until), days as 1987-03-27.",
                        e);
            }
        }
        return out;
    }

    private static Check check(JsonNode n) {
        List<Move> moves = new ArrayList<>();
        n.get("moves").forEach(m -> moves.add(new Move(day(m, "on"), text(m, "by"), texts(m, "does"))));
        List<Turn> turns = new ArrayList<>();
        n.get("shifts")
                .forEach(
                        s -> turns.add(new Turn(text(s, "party"), texts(s, "kind"), day(s, "since"), day(s, "until"))));
        return new Check(
                text(n, "check"),
                text(n, "what"),
                texts(n, "parties"),
                texts(n, "name"),
                texts(n, "stories"),
                moves,
                turns);
    }

    private static String text(JsonNode n, String field) {
        return n.get(field).asString();
    }

    private static LocalDate day(JsonNode n, String field) {
        return LocalDate.parse(text(n, field));
    }

    private static List<String> texts(JsonNode n, String field) {
        List<String> out = new ArrayList<>();
        n.get(field).forEach(x -> out.add(x.asString()));
        return out;
    }

    static Result result(Connection c, Check check) throws SQLException {
        Set<String> stories = stories(c, check.stories());
        Map<String, Integer> holding = holding(c, stories);
        Optional<String> best = holding.keySet().stream()
                .max(Comparator.comparing((String id) ->
                                has(c, id, check.parties()) && holding.getOrDefault(id, 0) * 3 >= stories.size())
                        .thenComparing(i -> holding.getOrDefault(i, 0))
                        .thenComparing(Comparator.naturalOrder()));
        if (best.isEmpty()) {
            return new Result(check, null, null, 0, stories.size(), 0, false, false, 0, 0, List.of("no dispute"));
        }
        String id = best.get();
        List<String> missing = new ArrayList<>();
        String name = strings(c, "SELECT name FROM disputes WHERE id = ?", id).get(0);
        boolean named = check.name().stream()
                .anyMatch(w -> name.toLowerCase(Locale.ROOT)
                        .replaceFirst(": [^:]*$", "")
                        .contains(w));
        boolean parties = has(c, id, check.parties());
        if (!named) {
            missing.add("name");
        }
        if (!parties) {
            missing.add("parties " + check.parties());
        }
        int moves = moves(deeds(c, id), check, missing);
        int turns = turns(c, id, check, missing);
        int size = strings(c, "SELECT story FROM dispute_stories WHERE dispute = ?", id)
                .size();
        return new Result(
                check,
                id,
                name,
                holding.getOrDefault(id, 0),
                stories.size(),
                size,
                parties,
                named,
                moves,
                turns,
                missing);
    }

    private static int moves(List<Deed> deeds, Check check, List<String> missing) {
        int found = 0;
        for (Move move : check.moves()) {
            boolean there = deeds.stream()
                    .anyMatch(d -> d.day() != null
                            && Math.abs(d.day().toEpochDay() - move.on().toEpochDay()) <= DAYS
                            && move.does().contains(d.what())
                            && is(d.side(), d.name(), move.by()));
            found += there ? 1 : 0;
            if (!there) {
                missing.add("move " + move.on() + " " + move.by() + " " + String.join("/", move.does()));
            }
        }
        return found;
    }

    private static int turns(Connection c, String dispute, Check check, List<String> missing) throws SQLException {
        List<Deed> shifts = list(
                c,
                "SELECT h.date, h.kind, h.party, coalesce(n.name, h.party) FROM shifts h LEFT JOIN parties n ON n.id = h.party"
                        + " WHERE h.dispute = ?",
                dispute);
        int found = 0;
        for (Turn turn : check.turns()) {
            boolean there = shifts.stream()
                    .anyMatch(d -> d.day() != null
                            && !d.day().isBefore(turn.since())
                            && !d.day().isAfter(turn.until())
                            && turn.kinds().contains(d.what())
                            && is(d.side(), d.name(), turn.party()));
            found += there ? 1 : 0;
            if (!there) {
                missing.add("shift " + turn.party() + " " + String.join("/", turn.kinds()) + " " + turn.since() + " to "
                        + turn.until());
            }
        }
        return found;
    }

    /** Whether a party is meant by a state's code or by a part of its name; alternatives are parted by bars. */
    private static boolean is(String side, String name, String meant) {
        return Arrays.stream(meant.split("\\|")).anyMatch(one -> isOne(side, name, one));
    }

    private static boolean isOne(String side, String name, String meant) {
        return side.equalsIgnoreCase(meant)
                || !meant.matches("[A-Z]{3}")
                        && (name.toLowerCase(Locale.ROOT).contains(meant.toLowerCase(Locale.ROOT))
                                || side.contains(meant.toLowerCase(Locale.ROOT)));
    }

    private static boolean has(Connection c, String dispute, List<String> parties) {
        try {
            List<Deed> sides = list(
                    c,
                    "SELECT NULL, '', d.one, coalesce(n.name, d.one) FROM (SELECT unnest(parties) AS one FROM disputes WHERE id = ?) d"
                            + " LEFT JOIN parties n ON n.id = d.one",
                    dispute);
            return parties.stream().allMatch(p -> sides.stream().anyMatch(s -> is(s.side(), s.name(), p)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Deed> deeds(Connection c, String dispute) throws SQLException {
        List<Deed> out = new ArrayList<>(list(
                c,
                "SELECT e.date, e.type, a.side, coalesce(n.name, a.party) FROM dispute_events m JOIN events e ON e.id = m.event"
                        + " JOIN event_parties a ON a.event = e.id AND a.role = 'actor' LEFT JOIN parties n ON n.id = a.party"
                        + " WHERE m.dispute = ?",
                dispute));
        out.addAll(list(
                c,
                "SELECT p.date, p.stance, p.side, coalesce(n.name, p.side) FROM dispute_members m JOIN positions p ON p.id = m.position"
                        + " LEFT JOIN parties n ON n.id = p.side WHERE m.dispute = ?",
                dispute));
        return out;
    }

    private static Set<String> stories(Connection c, List<String> asked) throws SQLException {
        Set<String> out = new LinkedHashSet<>();
        for (String story : new HashSet<>(asked)) {
            out.addAll(strings(
                    c,
                    "SELECT coalesce(copy_of, id) FROM stories WHERE replaced_by IS NULL AND source IN ('id:' || ?, ?)",
                    story,
                    story));
        }
        return out;
    }

    private static Map<String, Integer> holding(Connection c, Set<String> stories) throws SQLException {
        Map<String, Integer> out = new LinkedHashMap<>();
        for (String story : stories) {
            strings(c, "SELECT dispute FROM dispute_stories WHERE story = ?", story)
                    .forEach(d -> out.merge(d, 1, Integer::sum));
        }
        return out;
    }

    private static List<String> strings(Connection c, String sql, String... parameters) throws SQLException {
        List<String> out = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(sql)) {
            RowWriter.bind(p, (Object[]) parameters);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.add(r.getString(1));
                }
            }
        }
        return out;
    }

    private static List<Deed> list(Connection c, String sql, String parameter) throws SQLException {
        List<Deed> out = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(sql)) {
            RowWriter.bind(p, parameter);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.add(new Deed(Derivation.day(r, 1), r.getString(2), r.getString(3), r.getString(4)));
                }
            }
        }
        return out;
    }
}

package demarche.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which events are moves in a dispute: those that a side does to another, and those on its topic that a side does to nobody
 * named. Each weighs by what it is, where in the story it stands and whether it happened.
 */
final class DisputeEvents {
    private static final Map<String, Double> TYPES = Map.ofEntries(
            Map.entry("ASSAULT", 1.0),
            Map.entry("SANCTION", 1.0),
            Map.entry("COERCE", 0.9),
            Map.entry("MOBILIZE", 0.9),
            Map.entry("THREATEN", 0.9),
            Map.entry("CONCEDE", 0.9),
            Map.entry("RETREAT", 0.9),
            Map.entry("REJECT", 0.8),
            Map.entry("PROTEST", 0.8),
            Map.entry("AGREE", 0.7),
            Map.entry("ACCUSE", 0.7),
            Map.entry("REQUEST", 0.7));
    private static final double OTHER_TYPE = 0.5;
    private static final double IN_TITLE = 1.6;
    private static final double AT_FIRST = 1.3;
    private static final double TO_A_SIDE = 1.3;
    private static final double NOT_SO = 0.3;

    private DisputeEvents() {}

    static void insert(Connection c, List<Disputes.Dispute> found) throws SQLException {
        Map<String, Disputes.Dispute> disputes = new HashMap<>();
        found.forEach(d -> disputes.put(d.id(), d));
        String sides = "(SELECT list(DISTINCT side) FROM event_parties x WHERE x.event = e.id AND x.role = '%s')";
        String sql = "SELECT m.dispute, e.id, array_to_string(" + sides.formatted("actor") + ", '|'), array_to_string("
                + sides.formatted("recipient")
                + ", '|'), e.sentence, e.type, e.negated OR e.hypothetical OR e.historical,"
                + " e.sentence = s.title, starts_with(regexp_replace(left(s.text, 200), '\\s+', ' ', 'g'), left(e.sentence, 40)), e.confidence"
                + " FROM dispute_stories m JOIN stories s ON s.id = m.story JOIN events e ON e.story = m.story ORDER BY m.dispute, e.id";
        try (TableWriter rows = new TableWriter(c, "dispute_events");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                Disputes.Dispute d = disputes.get(r.getString(1));
                double weight = d == null ? 0 : weight(d, r);
                if (weight > 0) {
                    rows.add(r.getString(1), r.getString(2), weight);
                }
            }
        }
    }

    private static double weight(Disputes.Dispute d, ResultSet r) throws SQLException {
        Set<String> actors = sides(r.getString(3));
        Set<String> recipients = sides(r.getString(4));
        boolean acts = d.sides().stream().anyMatch(actors::contains);
        boolean toAnother = d.sides().stream()
                .anyMatch(side -> recipients.contains(side) && !(actors.size() == 1 && actors.contains(side)));
        boolean between = d.sides().stream().filter(actors::contains).count() > 1;
        boolean onTopic = onTopic(d.topic(), r.getString(5));
        if (!acts || !toAnother && !between && !(recipients.isEmpty() && onTopic)) {
            return 0;
        }
        return TYPES.getOrDefault(r.getString(6), OTHER_TYPE)
                * (r.getBoolean(7) ? NOT_SO : 1)
                * (r.getBoolean(8) ? IN_TITLE : r.getBoolean(9) ? AT_FIRST : 1)
                * (toAnother || between ? TO_A_SIDE : 1)
                * (onTopic ? 1 : 0.7)
                * r.getDouble(10);
    }

    static boolean onTopic(Collection<String> topic, String sentence) {
        return IssueLinker.words(sentence).stream().anyMatch(topic::contains);
    }

    private static Set<String> sides(@org.jspecify.annotations.Nullable String joined) {
        return joined == null || joined.isEmpty()
                ? Set.of()
                : Set.copyOf(Stream.of(joined.split("\\|")).distinct().toList());
    }
}

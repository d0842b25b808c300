package demarche.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what sides hold and do, as shifts need it, once it is known which disputes there are. */
final class Stands {
    /** Events older than so many days when their story came out are background. */
    private static final int FRESH = 4;

    private static final int TOPIC = 12;
    private static final Pattern AS_BEFORE = words("as before");
    private static final Pattern BACKGROUND = words("background");
    private static final Pattern GUESSED = words("guessed");
    private static final Pattern PLANNED = words("planned");
    private static final Pattern DENIAL = words("denial");
    private static final Pattern LEGISLATORS = Pattern.compile("\\b(?:" + expressions("legislators") + ")");

    private static final String BEGINNING = "coalesce(s.title, '') || ' ' || left(s.text, 450)";
    /** Whether a story says it in its title or at its beginning. */
    static final String FOREMOST =
            "(%1$s.sentence = s.title OR strpos(regexp_replace(left(s.text, 450), '\\s+', ' ', 'g'), left(%1$s.sentence, 40)) > 0)";
    /** Sides that are one body, not whoever is described alike ("producers"). */
    private static final String KNOWN = "(length(%1$s.side) = 3 OR %1$s.side IN (SELECT id FROM parties WHERE named))";

    private static final String OWN =
            "(e.attribution IS NULL OR EXISTS (SELECT 1 FROM statements t WHERE t.id = e.story || '-' || e.attribution AND t.side = a.side))";

    private final Connection connection;
    private final Map<String, Disputes.Dispute> disputes = new HashMap<>();
    private final Map<String, Set<String>> topics = new HashMap<>();
    /** The day of what events tell, by story and sentence; null where some is background. */
    private final Map<String, List<LocalDate>> told = new HashMap<>();

    private static Pattern words(String list) {
        return Pattern.compile("(?i)\\b(?:" + expressions(list) + ")\\b");
    }

    private static String expressions(String list) {
        return String.join("|", ResourceLines.section("shift-words.txt", list));
    }

    private Stands(Connection connection, List<Disputes.Dispute> found) {
        this.connection = connection;
        for (Disputes.Dispute d : found) {
            disputes.put(d.id(), d);
            topics.put(
                    d.id(),
                    d.topic().stream()
                            .filter(w -> !StateNames.tells(w))
                            .limit(TOPIC)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    static List<Stand> read(Connection connection, List<Disputes.Dispute> found, List<Held> held) throws SQLException {
        Stands stands = new Stands(connection, found);
        List<Stand> out = new ArrayList<>();
        stands.events(out);
        stands.positions(held, out);
        return out;
    }

    private void positions(List<Held> held, List<Stand> out) throws SQLException {
        Map<String, Held> byId = new HashMap<>();
        held.forEach(h -> byId.put(h.id(), h));
        String sql =
                "SELECT id, dispute, sentence, foremost, CASE WHEN foremost THEN beginning ELSE sentence END FROM ("
                        + "SELECT p.id, m.dispute, p.sentence, " + FOREMOST.formatted("p") + " AS foremost, "
                        + BEGINNING
                        + " AS beginning FROM positions p JOIN stories s ON s.id = p.story LEFT JOIN dispute_members m ON m.position = p.id"
                        + " WHERE p.issue IS NOT NULL AND " + KNOWN.formatted("p")
                        + " AND (p.stance <> 'DENIES' OR p.counterpart IS NOT NULL) AND p.stance IN ('REFUSES', 'DENIES', 'THREATENS', 'DEMANDS', 'OFFERS', 'ACCEPTS')) ORDER BY id, dispute";
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                Held h = byId.get(r.getString(1));
                LocalDate day = h == null || !h.own() ? null : day(h, r.getString(3));
                if (h != null && day != null && !past(r.getString(3)) && !goesOn(h.stance(), r.getString(3))) {
                    out.add(stand(h, day, r.getString(2), r.getString(3), r.getBoolean(4), r.getString(5)));
                }
            }
        }
    }

    /** The day on which a position was taken: its story's, unless an event of the same sentence tells an earlier one. */
    private @Nullable LocalDate day(Held h, String sentence) {
        LocalDate day = h.date();
        return day == null
                ? null
                : told.getOrDefault(h.story() + sentence, List.of()).stream()
                        .filter(d -> d.isBefore(day.minusDays(FRESH)))
                        .findFirst()
                        .orElse(day);
    }

    private Stand stand(
            Held h, LocalDate day, @Nullable String dispute, String sentence, boolean foremost, String around) {
        String counterpart = h.counterpart();
        return new Stand(
                h.id(),
                false,
                h.story(),
                dispute == null ? h.issue() : dispute,
                dispute != null,
                h.issue(),
                day,
                h.side(),
                holder(h.holder(), h.side(), h.id(), sentence),
                counterpart == null || counterpart.equals(h.side()) ? Set.of() : Set.of(counterpart),
                h.stance(),
                Stand.Course.of(h.stance(), false),
                h.strength(),
                h.condition(),
                IssueLinker.words(h.naming()),
                about(dispute, around),
                foremost,
                day.equals(h.date())
                        && !"DENIES".equals(h.stance())
                        && !AS_BEFORE.matcher(sentence).find());
    }

    /** Who agrees that all goes on as it was gives nothing. */
    private static boolean goesOn(String stance, String sentence) {
        return Stand.Course.of(stance, false) == Stand.Course.GIVES
                && AS_BEFORE.matcher(sentence).find();
    }

    private static boolean past(String sentence) {
        return BACKGROUND.matcher(sentence).find() || GUESSED.matcher(sentence).find();
    }

    /**
     * A sentence in which members of a parliament or a group of the people ("Ostland seamen") speak or act holds nothing that is
     * certain of the government.
     */
    private static String holder(String holder, String side, String id, String sentence) {
        return holder.equals(side) && (LEGISLATORS.matcher(sentence).find() || people(side, sentence)) ? id : holder;
    }

    private static boolean people(String side, String sentence) {
        Set<String> state = StateNames.wordsOf(side);
        List<String> words = state.isEmpty()
                ? List.of()
                : List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        for (int i = 1; i < words.size(); i++) {
            if (Collectives.has(words.get(i))
                    && (state.contains(words.get(i - 1)) || i > 1 && state.contains(words.get(i - 2)))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> about(@Nullable String dispute, String sentence) {
        Set<String> topic = dispute == null ? Set.of() : topics.getOrDefault(dispute, Set.of());
        Set<String> out = new HashSet<>(IssueLinker.words(sentence));
        out.retainAll(topic);
        return out;
    }

    private void events(List<Stand> out) throws SQLException {
        String sides =
                "(SELECT string_agg(DISTINCT side, '|') FROM event_parties x WHERE x.event = e.id AND x.role = 'recipient')";
        String sql =
                "SELECT dispute, id, story, date, published, side, holder, recipients, type, future, sentence, foremost, background,"
                        + " CASE WHEN foremost THEN beginning ELSE sentence END, trigger FROM (SELECT m.dispute, e.id, e.story, e.date, s.published, a.side, "
                        + Derivation.HOLDER.formatted("a") + " AS holder, " + sides
                        + " AS recipients, e.type, e.future, e.sentence, "
                        + FOREMOST.formatted("e") + " AS foremost, e.historical OR NOT " + OWN + " AS background, "
                        + BEGINNING
                        + " AS beginning, e.trigger, a.place"
                        + " FROM dispute_events m JOIN events e ON e.id = m.event JOIN stories s ON s.id = e.story JOIN event_parties a ON a.event = e.id"
                        + " AND a.role = 'actor' WHERE e.date IS NOT NULL AND " + KNOWN.formatted("a")
                        + " AND NOT e.negated AND NOT e.hypothetical AND NOT (e.type = 'REJECT' AND e.future)"
                        + " AND e.type IN ('SANCTION', 'THREATEN', 'REJECT', 'CONCEDE', 'RETREAT')) ORDER BY dispute, id, place";
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                Stand stand = event(r);
                told.computeIfAbsent(stand.story() + r.getString(11), k -> new ArrayList<>())
                        .add(stand.day());
                Disputes.Dispute d = disputes.get(stand.place());
                if (!r.getBoolean(13)
                        && !past(r.getString(11))
                        && !(DENIAL.matcher(r.getString(15)).lookingAt()
                                && stand.toward().isEmpty())
                        && d != null
                        && d.sides().contains(stand.side())
                        && (stand.course().ordinal() > Stand.Course.THREATENS.ordinal()
                                || another(d, stand, r.getString(11)))) {
                    out.add(stand);
                }
            }
        }
    }

    /** Harm and threats must be put to another side of the dispute, or be told in a sentence that names one. */
    private static boolean another(Disputes.Dispute d, Stand stand, String sentence) {
        Set<String> words = IssueLinker.words(sentence);
        return d.sides().stream()
                .filter(side -> !side.equals(stand.side()))
                .anyMatch(side -> stand.toward().contains(side) || names(side, words));
    }

    private static boolean names(String side, Set<String> words) {
        Set<String> own = StateNames.wordsOf(side);
        return own.isEmpty()
                ? IssueLinker.words(side.replace('-', ' ')).stream().anyMatch(words::contains)
                : own.stream().anyMatch(words::contains);
    }

    private Stand event(ResultSet r) throws SQLException {
        LocalDate day = r.getDate(4).toLocalDate();
        LocalDate published = Derivation.day(r, 5);
        String recipients = r.getString(8);
        String sentence = r.getString(11);
        boolean fresh = published == null
                || !day.isBefore(published.minusDays(FRESH)) && !day.isAfter(published.plusDays(FRESH));
        return new Stand(
                r.getString(2),
                true,
                r.getString(3),
                r.getString(1),
                true,
                null,
                day,
                r.getString(6),
                holder(r.getString(7), r.getString(6), r.getString(2), sentence),
                recipients == null ? Set.of() : Set.of(recipients.split("\\|")),
                r.getString(9),
                Stand.Course.of(
                        r.getString(9),
                        r.getBoolean(10) || PLANNED.matcher(sentence).find()),
                "plain",
                null,
                Set.of(),
                about(r.getString(1), r.getString(14)),
                r.getBoolean(12),
                fresh
                        && !DENIAL.matcher(r.getString(15)).lookingAt()
                        && !AS_BEFORE.matcher(sentence).find());
    }
}

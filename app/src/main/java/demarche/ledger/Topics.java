package demarche.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each story that speaks of sides is about. Kept from one derivation to the next: as long as the same stories count, only
 * those whose parties have changed are looked at again, with the same outcome as if all were.
 */
final class Topics {
    /** More than these are read in one go. */
    private static final int FEW = 500;

    private @Nullable TopicVectors vectors;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, String> pool = new HashMap<>();

    /** What a story tells of its parties, and its day. */
    private record Told(@Nullable LocalDate day, String sides, String names, String states) {}

    /** A vector in little room, the heaviest words first: a ledger has as many as stories. */
    private record Kept(Told told, String[] words, double[] weights) {
        /**
         * @param pool gives the same text for the same word
         */
        static Kept of(Told told, Map<String, Double> vector, Map<String, String> pool) {
            String[] words = TopicVectors.heaviest(vector, vector.size()).toArray(String[]::new);
            double[] weights = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                weights[i] = vector.getOrDefault(words[i], 0.0);
                words[i] = pool.computeIfAbsent(words[i], word -> word);
            }
            return new Kept(told, words, weights);
        }

        Disputes.Topic topic() {
            Map<String, Double> vector = TopicVectors.empty();
            for (int i = 0; i < words.length; i++) {
                vector.put(words[i], weights[i]);
            }
            return new Disputes.Topic(
                    told.day(),
                    vector,
                    Set.of(told.sides().split("\\|")),
                    List.of(words).subList(0, Math.min(Disputes.Topic.HEAVIEST, words.length)));
        }
    }

    /** To be called when stories came, went or changed. */
    void forget() {
        vectors = null;
        kept.clear();
        pool.clear();
    }

    Map<String, Disputes.Topic> read(Connection c) throws SQLException {
        Map<String, Told> told = told(c);
        TopicVectors ready = vectors;
        if (ready == null) {
            ready = counted(c);
            vectors = ready;
        }
        List<String> changed = new ArrayList<>();
        told.forEach((story, t) -> {
            Kept before = kept.get(story);
            if (before == null || !before.told().equals(t)) {
                changed.add(story);
            }
        });
        kept.keySet().retainAll(told.keySet());
        look(c, changed, told, ready);
        Map<String, Disputes.Topic> out = new HashMap<>();
        told.keySet().forEach(story -> {
            Kept k = kept.get(story);
            if (k != null) {
                out.put(story, k.topic());
            }
        });
        return out;
    }

    private static TopicVectors counted(Connection c) throws SQLException {
        TopicVectors out = new TopicVectors();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT coalesce(title, '') || ' ' || text FROM current_stories")) {
            while (r.next()) {
                out.count(r.getString(1));
            }
        }
        return out;
    }

    private static Map<String, Told> told(Connection c) throws SQLException {
        Map<String, Told> out = new LinkedHashMap<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT s.id, s.published, array_to_string(sides, '|'), array_to_string(names, ' '), array_to_string(states, ' ') FROM stories s"
                                + " JOIN (SELECT story, list(DISTINCT side ORDER BY side) FILTER (named OR side <> told) AS sides,"
                                + " list(DISTINCT name ORDER BY name) FILTER (kind = 'person' AND named) AS names,"
                                + " list(DISTINCT name ORDER BY name) FILTER (kind = 'state') AS states FROM story_parties GROUP BY story) p"
                                + " ON p.story = s.id WHERE len(sides) > 0 AND s.copy_of IS NULL AND s.replaced_by IS NULL")) {
            while (r.next()) {
                out.put(
                        r.getString(1),
                        new Told(Derivation.day(r, 2), r.getString(3), text(r.getString(4)), text(r.getString(5))));
            }
        }
        return out;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void look(Connection c, List<String> stories, Map<String, Told> told, TopicVectors all)
            throws SQLException {
        Set<String> wanted = new HashSet<>(stories);
        String some = stories.size() > FEW ? "" : " WHERE id " + Queries.IN;
        try (PreparedStatement p = c.prepareStatement("SELECT id, title, text FROM stories" + some)) {
            if (!some.isEmpty()) {
                RowWriter.bind(p, RowWriter.list(stories));
            }
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    Told t = told.get(r.getString(1));
                    if (t != null && wanted.contains(r.getString(1))) {
                        kept.put(r.getString(1), Kept.of(t, vector(t, r.getString(2), r.getString(3), all), pool));
                    }
                }
            }
        }
    }

    private static Map<String, Double> vector(Told t, @Nullable String title, String text, TopicVectors all) {
        Set<String> states = DisputeName.words(
                java.util.Arrays.stream(t.sides().split("\\|"))
                        .filter(x -> x.length() == 3 || x.endsWith("-igo"))
                        .toList(),
                x -> StateNames.of(x).replace("-igo", "").replace('-', ' '));
        states.addAll(IssueLinker.words(t.states()));
        Set<String> names = new HashSet<>(IssueLinker.words(t.names()));
        if (!names.isEmpty()) {
            names.removeAll(plainWords(text));
        }
        for (String side : t.sides().split("\\|")) {
            names.addAll(StateNames.wordsOf(side));
        }
        return all.of(title, text, states, names);
    }

    /** Words that a text has in small letters: no names, whatever a headline in capitals makes of them. */
    private static Set<String> plainWords(String text) {
        Set<String> out = new HashSet<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean inside = at < text.length() && IssueLinker.wordy(text.charAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                if (Character.isLowerCase(text.charAt(start))) {
                    out.addAll(IssueLinker.wordList(text.substring(start, at)));
                }
                start = -1;
            }
        }
        return out;
    }
}

package demarche.eval;

import demarche.story.Event;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events and positions against stories coded by hand. A coded record matches a gold one when its evidence overlaps the
 * gold sentence, by type, then actor, then recipient (events), by stance, then party, then issue (positions). Gold records
 * that are not sure may be found but are not asked for.
 */
public final class StoryScore {
    private static final Set<String> STOP =
            Set.of("the a an of to in on for and or its their his her by with at from as that this".split(" "));
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();
    private int stories;
    private int missing;

    private StoryScore() {
        for (String name : List.of(
                "event type", "event actor", "event full", "position stance", "position party", "position issue")) {
            counts.put(name, new int[4]);
        }
    }

    /** Scores readings by story id; a missing one counts as empty. */
    public static StoryScore of(List<JsonNode> gold, Map<String, Reading> readings) {
        StoryScore score = new StoryScore();
        for (JsonNode story : gold) {
            Reading reading = readings.get(GoldFile.text(story, "id"));
            score.stories++;
            score.missing += reading == null ? 1 : 0;
            score.new Story(story, reading).score();
        }
        return score;
    }

    private static Set<String> words(@Nullable String text) {
        Set<String> out = new HashSet<>();
        Matcher m = WORD.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
        while (m.find()) {
            if (!STOP.contains(m.group())) {
                out.add(m.group());
            }
        }
        return out;
    }

    private static boolean shares(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private final class Story {
        private final JsonNode gold;
        private final @Nullable Reading reading;
        private final Map<String, Party> parties = new LinkedHashMap<>();
        private final Map<String, Issue> issues = new LinkedHashMap<>();

        Story(JsonNode gold, @Nullable Reading reading) {
            this.gold = gold;
            this.reading = reading;
            if (reading != null) {
                reading.parties().forEach(p -> parties.put(p.id(), p));
                reading.issues().forEach(i -> issues.put(i.id(), i));
            }
        }

        void score() {
            List<Event> events = reading == null ? List.of() : reading.events();
            List<Position> positions = reading == null ? List.of() : reading.positions();
            List<JsonNode> goldEvents = list("events");
            List<JsonNode> goldPositions = list("positions");
            count("event type", events, goldEvents, this::type);
            count("event actor", events, goldEvents, this::actor);
            count("event full", events, goldEvents, this::full);
            count("position stance", positions, goldPositions, this::stance);
            count("position party", positions, goldPositions, this::party);
            count("position issue", positions, goldPositions, this::issue);
        }

        private List<JsonNode> list(String field) {
            List<JsonNode> out = new ArrayList<>();
            gold.get(field).forEach(out::add);
            return out;
        }

        private <T> void count(String name, List<T> coded, List<JsonNode> wanted, BiPredicate<T, JsonNode> fits) {
            Set<Integer> used = new HashSet<>();
            int right = 0;
            for (T record : coded) {
                int best = -1;
                for (int j = 0; j < wanted.size(); j++) {
                    boolean better = best < 0 || !sure(wanted.get(best)) && sure(wanted.get(j));
                    if (!used.contains(j) && better && fits.test(record, wanted.get(j))) {
                        best = j;
                    }
                }
                if (best >= 0) {
                    used.add(best);
                    right++;
                }
            }
            int[] c = java.util.Objects.requireNonNull(counts.get(name));
            c[0] += right;
            c[1] += coded.size();
            for (int j = 0; j < wanted.size(); j++) {
                if (sure(wanted.get(j))) {
                    c[2] += used.contains(j) ? 1 : 0;
                    c[3]++;
                    if (!used.contains(j) && (name.equals("event actor") || name.equals("position party"))) {
                        misses.add(GoldFile.text(gold, "id") + " " + name + " " + wanted.get(j));
                    }
                }
            }
        }

        private static boolean sure(JsonNode record) {
            return record.get("sure").asBoolean();
        }

        private static boolean overlaps(Evidence evidence, JsonNode g) {
            return evidence.in() == null
                    && evidence.start() < g.get("end").asInt()
                    && g.get("start").asInt() < evidence.end();
        }

        private boolean type(Event e, JsonNode g) {
            Set<String> status = new HashSet<>();
            if (g.get("status") != null) {
                g.get("status").forEach(s -> status.add(s.asString()));
            }
            return e.eventType().name().equals(GoldFile.text(g, "type"))
                    && overlaps(e.evidence(), g)
                    && e.status().negated() == status.contains("negated")
                    && e.status().hypothetical() == status.contains("hypothetical");
        }

        private boolean actor(Event e, JsonNode g) {
            return type(e, g) && any(e.actors(), g.get("actors"));
        }

        private boolean full(Event e, JsonNode g) {
            return actor(e, g) && any(e.recipients(), g.get("recipients"));
        }

        private boolean any(List<String> ids, JsonNode wanted) {
            if (wanted.isEmpty()) {
                return true;
            }
            for (JsonNode w : wanted) {
                for (String id : ids) {
                    if (same(parties.get(id), w)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean same(@Nullable Party party, JsonNode wanted) {
            if (party == null) {
                return false;
            }
            String country = GoldFile.text(wanted, "country");
            return country.isEmpty()
                    ? shares(words(party.name()), words(GoldFile.text(wanted, "name")))
                    : country.equals(party.country());
        }

        private boolean stance(Position p, JsonNode g) {
            return p.stance().name().equals(GoldFile.text(g, "stance")) && overlaps(p.evidence(), g);
        }

        private boolean party(Position p, JsonNode g) {
            return stance(p, g) && same(parties.get(p.party()), g.get("party"));
        }

        private boolean issue(Position p, JsonNode g) {
            Issue issue = p.issue() == null ? null : issues.get(p.issue());
            if (!party(p, g) || issue == null || reading == null) {
                return false;
            }
            Set<String> wanted = words(GoldFile.text(g, "issue"));
            if (shares(words(issue.name()), wanted)) {
                return true;
            }
            String text = reading.story().text();
            for (Span m : issue.mentions()) {
                if (m.in() == null) {
                    String naming =
                            text.substring(text.offsetByCodePoints(0, m.start()), text.offsetByCodePoints(0, m.end()));
                    if (shares(words(naming), wanted)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Number of gold stories. */
    public int stories() {
        return stories;
    }

    /** Gold stories without a reading. */
    public int missing() {
        return missing;
    }

    /** Sure gold records that no coded one matched at the headline levels. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /** By figure: right, coded, sure found, sure. */
    public Map<String, int[]> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** By figure: precision, recall, F1, in percent. */
    public Map<String, double[]> figures() {
        Map<String, double[]> out = new LinkedHashMap<>();
        counts.forEach((name, c) -> {
            Ratio r = new Ratio(c[0], c[1], c[2], c[3]);
            out.put(name, new double[] {100 * r.precision(), 100 * r.recall(), 100 * r.f1()});
        });
        return out;
    }
}

package demarche.eval;

import demarche.parse.TreebankScore;
import demarche.story.InputException;
import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mentions of persons and organizations against stories with entities (re3d), which count pronouns and descriptions too:
 * {@code exact} asks for the same span, {@code overlapping} for a character in common. Parties that are groups count as
 * organizations; states do not, as the files call most of their names locations.
 */
public final class EntitiesScore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Set<Party.Kind>> KINDS = Map.of(
            "person", Set.of(Party.Kind.PERSON),
            "organization", Set.of(Party.Kind.ORGANIZATION, Party.Kind.GROUP));

    private EntitiesScore() {}

    /**
     * Has the stories read and scores the readings.
     *
     * @param lines one story a line: {@code {"text", "entities": [{"start", "end", "type"}]}}
     * @param place the file, for errors
     * @return a figure for each kind, exact and overlapping
     * @throws InputException when a line is no such story
     */
    public static Map<String, TreebankScore.Figure> score(String lines, String place, Function<Story, Reading> engine) {
        Map<String, TreebankScore.Figure> out = new LinkedHashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                story(line, place + ":" + number, engine, out);
            }
        }
        return out;
    }

    private static void story(
            String line, String place, Function<Story, Reading> engine, Map<String, TreebankScore.Figure> figures) {
        JsonNode story = read(line, place);
        Reading reading =
                engine.apply(new Story(place, null, story.path("text").asString(), null, null, null, null, List.of()));
        for (String kind : List.of("person", "organization")) {
            List<Span> wanted = wanted(story, kind);
            List<Span> got = got(reading, KINDS.getOrDefault(kind, Set.of()));
            int same = (int) got.stream().filter(wanted::contains).count();
            add(figures, kind + ", exact", new TreebankScore.Figure(same, got.size(), wanted.size()));
            add(figures, kind + ", overlapping", overlapping(got, wanted));
        }
    }

    private static JsonNode read(String line, String place) {
        try {
            JsonNode story = JSON.readTree(line);
            if (story.path("text").isString() && story.path("entities").isArray()) {
                return story;
            }
        } catch (JacksonException e) {
            throw new InputException(place + ": no JSON. Give a story a line, {\"text\", \"entities\"}.", e);
        }
        throw new InputException(place + ": no text or no entities. Give a story a line, {\"text\", \"entities\"}.");
    }

    private static List<Span> wanted(JsonNode story, String kind) {
        List<Span> out = new ArrayList<>();
        for (JsonNode e : story.path("entities")) {
            String type = e.path("type").asString("").toLowerCase(Locale.ROOT).replace("isation", "ization");
            Span span = Span.of(e.path("start").asInt(), e.path("end").asInt());
            if (type.equals(kind) && !out.contains(span)) {
                out.add(span);
            }
        }
        return out;
    }

    private static List<Span> got(Reading reading, Set<Party.Kind> kinds) {
        return reading.parties().stream()
                .filter(p -> kinds.contains(p.kind()))
                .flatMap(p -> p.mentions().stream())
                .map(m -> Span.of(m.start(), m.end()))
                .distinct()
                .toList();
    }

    /** The smaller of mentions that overlap an entity and entities that overlap a mention. */
    private static TreebankScore.Figure overlapping(List<Span> got, List<Span> wanted) {
        int right = (int)
                got.stream().filter(g -> wanted.stream().anyMatch(g::overlaps)).count();
        int hit = (int)
                wanted.stream().filter(w -> got.stream().anyMatch(w::overlaps)).count();
        return new TreebankScore.Figure(Math.min(right, hit), got.size(), wanted.size());
    }

    private static void add(Map<String, TreebankScore.Figure> figures, String name, TreebankScore.Figure more) {
        figures.merge(name, more, TreebankScore.Figure::plus);
    }
}

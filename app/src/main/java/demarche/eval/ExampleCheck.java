package demarche.eval;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.Rule;
import demarche.story.Event;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a codebook's rules and compares what is coded with what they say. */
public final class ExampleCheck {
    /**
     * An example that is not coded as it says.
     *
     * @param place file and line
     * @param missing what it says and the reading lacks
     * @param coded all that the reading has, in the example's own notation
     */
    public record Failure(String place, String rule, String text, List<String> missing, List<String> coded) {}

    private ExampleCheck() {}

    /** All failures; {@code engine} must know the invented states. */
    public static List<Failure> run(Codebook codebook, Engine engine) {
        return run(codebook.rules(), engine);
    }

    /** Failures among the examples of some rules. */
    public static List<Failure> run(List<Rule> tested, Engine engine) {
        List<Rule> rules = new ArrayList<>();
        List<Rule.Example> examples = new ArrayList<>();
        for (Rule rule : tested) {
            for (Rule.Example example : rule.examples()) {
                rules.add(rule);
                examples.add(example);
            }
        }
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            stories.add(story("e" + i, examples.get(i)));
        }
        List<Reading> readings = engine.read(stories);
        List<Failure> out = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Failure failure = failure(rules.get(i), examples.get(i), readings.get(i));
            if (failure != null) {
                out.add(failure);
            }
        }
        return out;
    }

    static Story story(String id, Rule.Example example) {
        return new Story(id, null, example.text(), null, null, null, null, List.of());
    }

    static @Nullable Failure failure(Rule rule, Rule.Example example, Reading reading) {
        List<String> coded = coded(reading);
        List<String> missing = new ArrayList<>();
        for (String wanted : example.gives()) {
            if (coded.stream().noneMatch(c -> fits(c, wanted))) {
                missing.add(wanted);
            }
        }
        boolean silent = example.gives().isEmpty();
        if (missing.isEmpty() && (!silent || coded.isEmpty())) {
            return null;
        }
        String file = rule.place().replaceFirst(":\\d+$", "");
        return new Failure(
                file + ":" + example.line(), rule.name(), example.text(), silent ? List.of("nothing") : missing, coded);
    }

    /** Whether something coded is what an example wants; of an issue it may name only some words. */
    private static boolean fits(String coded, String wanted) {
        if (coded.equals(wanted)) {
            return true;
        }
        String[] have = coded.split(" ", 3);
        String[] want = wanted.split(" ", 3);
        return !wanted.contains("->")
                && have.length == 3
                && want.length == 3
                && have[0].equals(want[0])
                && have[1].equals(want[1])
                && have[2].toLowerCase(Locale.ROOT).contains(want[2].toLowerCase(Locale.ROOT));
    }

    /** A reading in the notation of examples: "Ostland REQUEST -> Westland", "Ostland DEMANDS trawlers". */
    public static List<String> coded(Reading reading) {
        Map<String, String> names = new HashMap<>();
        reading.parties().forEach(p -> names.put(p.id(), name(p)));
        Map<String, String> issues = new HashMap<>();
        reading.issues().forEach((Issue i) -> issues.put(i.id(), i.name()));
        List<String> out = new ArrayList<>();
        reading.events().forEach(e -> out.add(event(e, names)));
        for (Position p : reading.positions()) {
            String issue = issues.get(p.issue());
            out.add(names.get(p.party()) + " " + p.stance() + (issue == null ? "" : " " + issue));
        }
        return out;
    }

    private static String name(Party party) {
        return party.name();
    }

    private static String event(Event e, Map<String, String> names) {
        List<String> flags = new ArrayList<>();
        if (e.status().negated()) {
            flags.add("negated");
        }
        if (e.status().future()) {
            flags.add("future");
        }
        if (e.status().hypothetical()) {
            flags.add("hypothetical");
        }
        return joined(e.actors(), names)
                + (e.actors().isEmpty() ? "" : " ")
                + e.eventType()
                + (e.eventMode() == null ? "" : "/" + e.eventMode())
                + (e.recipients().isEmpty() ? "" : " -> " + joined(e.recipients(), names))
                + (flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")");
    }

    private static String joined(List<String> ids, Map<String, String> names) {
        return ids.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(" + "));
    }
}

package demarche.eval;

import demarche.story.Event;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** How often each rule coded something, and was right where gold says. */
public final class RuleCounts {
    private final Map<String, int[]> byRule = new LinkedHashMap<>();
    private int stories;
    private long words;

    /**
     * What a rule coded.
     *
     * @param judged its events in sentences that have gold records
     * @param right those of a type that the sentence's gold records have
     */
    public record Count(String rule, int events, int positions, int judged, int right) {}

    /** Counts a reading. */
    public void add(Reading reading) {
        stories++;
        String text = reading.story().text().strip();
        words += text.isEmpty() ? 0 : text.split("\\s+").length;
        reading.events().forEach(e -> of(e.rule())[0]++);
        reading.positions().forEach(p -> of(p.rule())[1]++);
    }

    /** Counts and judges the readings of gold records' texts; records that share a text are judged together. */
    public void gold(List<JsonNode> records, Function<String, Reading> read) {
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (JsonNode record : records) {
            types.computeIfAbsent(GoldFile.text(record, "text"), k -> new HashSet<>())
                    .add(EventScore.currentName(GoldFile.text(record, "event")));
        }
        types.forEach((text, wanted) -> {
            Reading reading = read.apply(text);
            add(reading);
            for (Event e : reading.events()) {
                of(e.rule())[2]++;
                of(e.rule())[3] +=
                        wanted.contains(EventScore.currentName(e.eventType().name())) ? 1 : 0;
            }
        });
    }

    private int[] of(String rule) {
        return byRule.computeIfAbsent(rule, k -> new int[4]);
    }

    /** Rules that coded something, most first. */
    public List<Count> counts() {
        List<Count> out = new ArrayList<>();
        byRule.forEach((rule, c) -> out.add(new Count(rule, c[0], c[1], c[2], c[3])));
        out.sort(Comparator.comparingInt((Count c) -> -c.events() - c.positions())
                .thenComparing(Count::rule));
        return out;
    }

    /** Stories counted, gold texts too. */
    public int stories() {
        return stories;
    }

    /** Their words. */
    public long words() {
        return words;
    }

    /** Sum of one figure for each thousand words. */
    public double perThousand(ToIntFunction<Count> figure) {
        return words == 0 ? 0 : 1000.0 * counts().stream().mapToInt(figure).sum() / words;
    }
}

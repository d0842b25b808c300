package demarche.eval;

import demarche.story.InputException;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Statements against gold attributions (speaker, cue, content), as PolNeAR has them.
 *
 * <p>{@code chars}: characters tagged as speaker, cue and content. {@code content}: contents that share at least half of
 * their union. {@code full}: content matches, and speaker and cue overlap theirs where the gold has them.
 */
public final class AttributionScore {
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private int stories;
    private int missing;

    private record Roles(BitSet speaker, BitSet cue, BitSet content) {
        boolean empty() {
            return cue.isEmpty() && content.isEmpty();
        }
    }

    private record Pair(double overlap, int coded, int gold) {}

    private AttributionScore() {
        for (String name : List.of("speaker chars", "cue chars", "content chars", "content", "full")) {
            counts.put(name, new int[3]);
        }
    }

    /**
     * Scores readings by story id; a missing one counts as empty.
     *
     * @throws InputException when a reading is of another text than the gold story of its id
     */
    public static AttributionScore of(List<JsonNode> gold, Map<String, Reading> readings) {
        AttributionScore score = new AttributionScore();
        gold.forEach(g -> score.story(g, readings.get(GoldFile.text(g, "id"))));
        return score;
    }

    private void story(JsonNode gold, @Nullable Reading reading) {
        stories++;
        missing += reading == null ? 1 : 0;
        if (reading != null && !reading.story().text().equals(GoldFile.text(gold, "text"))) {
            throw new InputException(
                    GoldFile.text(gold, "id") + ": the reading is of another text. Read the gold file itself.");
        }
        List<Roles> coded = new ArrayList<>();
        if (reading != null) {
            reading.statements().forEach(s -> coded.add(roles(s)));
        }
        coded.removeIf(Roles::empty);
        List<Roles> wanted = new ArrayList<>();
        gold.get("attributions")
                .forEach(a ->
                        wanted.add(new Roles(spans(a.get("source")), spans(a.get("cue")), spans(a.get("content")))));
        wanted.removeIf(Roles::empty);
        characters(
                "speaker chars",
                coded.stream().map(Roles::speaker).toList(),
                wanted.stream().map(Roles::speaker).toList());
        characters(
                "cue chars",
                coded.stream().map(Roles::cue).toList(),
                wanted.stream().map(Roles::cue).toList());
        characters(
                "content chars",
                coded.stream().map(Roles::content).toList(),
                wanted.stream().map(Roles::content).toList());
        match(coded, wanted);
    }

    private static Roles roles(Statement s) {
        BitSet speaker = new BitSet();
        BitSet cue = new BitSet();
        BitSet content = new BitSet();
        Statement.Speaker by = s.speaker();
        if (by != null && by.in() == null) {
            speaker.set(by.start(), by.end());
        }
        Statement.Cue word = s.cue();
        if (word != null && word.in() == null) {
            cue.set(word.start(), word.end());
        }
        for (Span span : s.content()) {
            if (span.in() == null) {
                content.set(span.start(), span.end());
            }
        }
        return new Roles(speaker, cue, content);
    }

    private static BitSet spans(JsonNode list) {
        BitSet out = new BitSet();
        list.forEach(s -> out.set(s.get(0).asInt(), s.get(1).asInt()));
        return out;
    }

    private void characters(String name, List<BitSet> coded, List<BitSet> wanted) {
        BitSet all = new BitSet();
        coded.forEach(all::or);
        BitSet gold = new BitSet();
        wanted.forEach(gold::or);
        BitSet both = (BitSet) all.clone();
        both.and(gold);
        add(name, both.cardinality(), all.cardinality(), gold.cardinality());
    }

    private void add(String name, int right, int coded, int wanted) {
        int[] c = java.util.Objects.requireNonNull(counts.get(name));
        c[0] += right;
        c[1] += coded;
        c[2] += wanted;
    }

    private void match(List<Roles> coded, List<Roles> wanted) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < coded.size(); i++) {
            for (int j = 0; j < wanted.size(); j++) {
                BitSet both = (BitSet) coded.get(i).content().clone();
                both.and(wanted.get(j).content());
                if (!both.isEmpty()) {
                    BitSet either = (BitSet) coded.get(i).content().clone();
                    either.or(wanted.get(j).content());
                    pairs.add(new Pair((double) both.cardinality() / either.cardinality(), i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap)
                .thenComparingInt(Pair::coded)
                .thenComparingInt(Pair::gold)
                .reversed());
        BitSet usedCoded = new BitSet();
        BitSet usedGold = new BitSet();
        int content = 0;
        int full = 0;
        for (Pair p : pairs) {
            if (p.overlap() >= 0.5 && !usedCoded.get(p.coded()) && !usedGold.get(p.gold())) {
                usedCoded.set(p.coded());
                usedGold.set(p.gold());
                content++;
                Roles got = coded.get(p.coded());
                Roles ref = wanted.get(p.gold());
                full += meets(ref.speaker(), got.speaker()) && meets(ref.cue(), got.cue()) ? 1 : 0;
            }
        }
        add("content", content, coded.size(), wanted.size());
        add("full", full, coded.size(), wanted.size());
    }

    private static boolean meets(BitSet gold, BitSet coded) {
        return gold.isEmpty() || gold.intersects(coded);
    }

    /** Number of gold stories. */
    public int stories() {
        return stories;
    }

    /** Gold stories without a reading. */
    public int missing() {
        return missing;
    }

    /** By figure: precision, recall, F1, each in percent. */
    public Map<String, double[]> figures() {
        Map<String, double[]> out = new LinkedHashMap<>();
        counts.forEach((name, c) -> {
            double p = Ratio.of(c[0], c[1]);
            double r = Ratio.of(c[0], c[2]);
            out.put(name, new double[] {100 * p, 100 * r, 100 * Ratio.f1(p, r)});
        });
        return out;
    }
}

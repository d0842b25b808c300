package demarche.story;

import java.util.Map;

/**
 * PLOVER 2.0 event types, each with its quad class, its score from -10 (conflict) to 10 (cooperation), and its modes with
 * theirs.
 */
public enum EventType {
    AGREE(Quad.VERBAL_COOPERATION, 2.5, Map.of()),
    CONSULT(Quad.VERBAL_COOPERATION, 2.5, Map.of("visit", 4.0, "third-party", 1.0, "multilateral", 4.0, "phone", 1.5)),
    SUPPORT(Quad.VERBAL_COOPERATION, 5, Map.of()),
    CONCEDE(Quad.VERBAL_COOPERATION, 4.5, Map.of()),
    COOPERATE(Quad.MATERIAL_COOPERATION, 9.5, Map.of()),
    AID(Quad.MATERIAL_COOPERATION, 10, Map.of()),
    RETREAT(
            Quad.MATERIAL_COOPERATION,
            6.5,
            Map.of(
                    "withdraw",
                    8.0,
                    "release",
                    6.5,
                    "return",
                    6.5,
                    "disarm",
                    10.0,
                    "ceasefire",
                    7.5,
                    "access",
                    6.5,
                    "resign",
                    4.5)),
    REQUEST(Quad.VERBAL_CONFLICT, 0, Map.of("assist", 0.5, "change", -1.0, "yield", -1.0, "meet", 0.0)),
    ACCUSE(Quad.VERBAL_CONFLICT, -2, Map.of("disapprove", -2.0, "investigate", -3.5, "allege", -3.5)),
    REJECT(Quad.VERBAL_CONFLICT, -2, Map.of("assist", -1.5, "change", -2.0, "yield", -2.0, "meet", -2.0)),
    THREATEN(
            Quad.VERBAL_CONFLICT,
            -3.5,
            Map.of(
                    "restrict",
                    -3.0,
                    "arrest",
                    -3.5,
                    "relations",
                    -3.5,
                    "expel",
                    -3.5,
                    "violence",
                    -3.5,
                    "territory",
                    -4.0)),
    PROTEST(
            Quad.MATERIAL_CONFLICT,
            -5,
            Map.of(
                    "demo",
                    -5.0,
                    "riot",
                    -7.0,
                    "strike",
                    -5.0,
                    "hunger",
                    -4.5,
                    "boycott",
                    -4.5,
                    "obstruct",
                    -4.5,
                    "vandalize",
                    -5.0)),
    SANCTION(Quad.MATERIAL_CONFLICT, -6, Map.of("convict", -6.0, "expel", -5.5, "withdraw", -6.0, "discontinue", -6.0)),
    MOBILIZE(Quad.MATERIAL_CONFLICT, -5.5, Map.of("troops", -6.5, "weapons", -6.5, "police", -5.5, "militia", -6.0)),
    COERCE(
            Quad.MATERIAL_CONFLICT,
            -7,
            Map.of(
                    "seize",
                    -7.0,
                    "restrict",
                    -7.0,
                    "censor",
                    -6.5,
                    "curfew",
                    -6.5,
                    "martial-law",
                    -7.5,
                    "arrest",
                    -7.0,
                    "deport",
                    -7.0,
                    "withhold",
                    -7.0,
                    "misinformation",
                    -6.5,
                    "cyber",
                    -7.0)),
    ASSAULT(
            Quad.MATERIAL_CONFLICT,
            -9,
            Map.ofEntries(
                    Map.entry("abduct", -8.5),
                    Map.entry("beat", -7.5),
                    Map.entry("torture", -8.5),
                    Map.entry("sexual", -8.5),
                    Map.entry("targeted", -9.5),
                    Map.entry("destroy", -8.5),
                    Map.entry("primitive", -8.0),
                    Map.entry("firearms", -9.0),
                    Map.entry("explosives", -9.0),
                    Map.entry("suicide-attack", -9.5),
                    Map.entry("aerial", -9.5),
                    Map.entry("drone", -9.5),
                    Map.entry("heavy-weapons", -9.5),
                    Map.entry("crowd-control", -7.5),
                    Map.entry("unconventional", -10.0)));

    /** Words or deeds, together or against each other; {@code ordinal() + 1} is the number PLOVER and GDELT write. */
    public enum Quad {
        VERBAL_COOPERATION,
        MATERIAL_COOPERATION,
        VERBAL_CONFLICT,
        MATERIAL_CONFLICT;

        /** From 1 to 4. */
        public int number() {
            return ordinal() + 1;
        }
    }

    private final Quad quad;
    private final double score;
    private final Map<String, Double> modes;

    EventType(Quad quad, double score, Map<String, Double> modes) {
        this.quad = quad;
        this.score = score;
        this.modes = modes;
    }

    /** The quad class. */
    public Quad quad() {
        return quad;
    }

    /** PLOVER's modes of this type; none for types that have none. */
    public java.util.Set<String> modes() {
        return modes.keySet();
    }

    /** PLOVER's score of this type in a mode; of the type alone when the mode is null or not PLOVER's. */
    public double score(@org.jspecify.annotations.Nullable String mode) {
        return mode == null ? score : modes.getOrDefault(mode, score);
    }
}

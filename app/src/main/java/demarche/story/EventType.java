package demarche.story;

import java.util.Map;

/**
 * PLOVER 2.0 event types, each with its quad class and its score from -10 (conflict) to 10 (cooperation); modes that
 * PLOVER scores apart stand with theirs.
 */
public enum EventType {
    AGREE(Quad.VERBAL_COOPERATION, 2.5, Map.of()),
    CONSULT(Quad.VERBAL_COOPERATION, 2.5, Map.of("visit", 4.0, "third-party", 1.0, "multilateral", 4.0, "phone", 1.5)),
    SUPPORT(Quad.VERBAL_COOPERATION, 5, Map.of()),
    CONCEDE(Quad.VERBAL_COOPERATION, 4.5, Map.of()),
    COOPERATE(Quad.MATERIAL_COOPERATION, 9.5, Map.of()),
    AID(Quad.MATERIAL_COOPERATION, 10, Map.of()),
    RETREAT(Quad.MATERIAL_COOPERATION, 6.5, Map.of("withdraw", 8.0, "disarm", 10.0, "ceasefire", 7.5, "resign", 4.5)),
    REQUEST(Quad.VERBAL_CONFLICT, 0, Map.of("assist", 0.5, "change", -1.0, "yield", -1.0)),
    ACCUSE(Quad.VERBAL_CONFLICT, -2, Map.of("investigate", -3.5, "allege", -3.5)),
    REJECT(Quad.VERBAL_CONFLICT, -2, Map.of("assist", -1.5)),
    THREATEN(Quad.VERBAL_CONFLICT, -3.5, Map.of("restrict", -3.0, "territory", -4.0)),
    PROTEST(Quad.MATERIAL_CONFLICT, -5, Map.of("riot", -7.0, "hunger", -4.5, "boycott", -4.5, "obstruct", -4.5)),
    SANCTION(Quad.MATERIAL_CONFLICT, -6, Map.of("expel", -5.5)),
    MOBILIZE(Quad.MATERIAL_CONFLICT, -5.5, Map.of("troops", -6.5, "weapons", -6.5, "militia", -6.0)),
    COERCE(
            Quad.MATERIAL_CONFLICT,
            -7,
            Map.of("censor", -6.5, "curfew", -6.5, "martial-law", -7.5, "misinformation", -6.5)),
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

    /** PLOVER's score of this type in a mode; of the type alone when the mode is null or has none of its own. */
    public double score(@org.jspecify.annotations.Nullable String mode) {
        return mode == null ? score : modes.getOrDefault(mode, score);
    }
}

package demarche.story;

/** PLOVER 2.0 event types. */
public enum EventType {
    AGREE,
    CONSULT,
    SUPPORT,
    CONCEDE,
    COOPERATE,
    AID,
    RETREAT,
    REQUEST,
    ACCUSE,
    REJECT,
    THREATEN,
    PROTEST,
    SANCTION,
    MOBILIZE,
    COERCE,
    ASSAULT;

    /** PLOVER's four classes: words or deeds, with or against somebody. */
    public enum Quad {
        VERBAL_COOPERATION,
        MATERIAL_COOPERATION,
        VERBAL_CONFLICT,
        MATERIAL_CONFLICT
    }

    /** The class this type belongs to. */
    public Quad quad() {
        return switch (this) {
            case AGREE, CONSULT, SUPPORT, CONCEDE -> Quad.VERBAL_COOPERATION;
            case COOPERATE, AID, RETREAT -> Quad.MATERIAL_COOPERATION;
            case REQUEST, ACCUSE, REJECT, THREATEN -> Quad.VERBAL_CONFLICT;
            case PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT -> Quad.MATERIAL_CONFLICT;
        };
    }
}

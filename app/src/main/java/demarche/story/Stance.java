package demarche.story;

/** What a position says, in effect. */
public enum Stance {
    DEMANDS,
    OFFERS,
    ACCEPTS,
    REFUSES,
    CLAIMS,
    DENIES,
    ACCUSES,
    THREATENS,
    FEARS,
    SUPPORTS
}

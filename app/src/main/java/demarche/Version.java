package demarche;

/** The engine's version, as readings name it. */
public final class Version {
    /** Raised with each release. */
    public static final String VERSION = "0.1.0";

    private Version() {}
}

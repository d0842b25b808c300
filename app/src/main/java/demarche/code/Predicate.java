package demarche.code;

import org.jspecify.annotations.Nullable;

/**
 * A word that can carry an act or a stance: a lemma with its particle or preposition.
 *
 * @param lemma first word, as the encoder lemmatises it
 * @param particle "down" of "turn down", "for" of "call for"; null for a bare word
 * @param kind verb, noun or adjective
 */
public record Predicate(String lemma, @Nullable String particle, Kind kind) {
    /** The word class a predicate must have. */
    public enum Kind {
        VERB,
        NOUN,
        ADJECTIVE
    }

    /** Reads {@code call for}, {@code talks/N}, {@code willing/A}. */
    public static Predicate parse(String text) {
        String body = text.strip();
        Kind kind = Kind.VERB;
        int slash = body.indexOf('/');
        if (body.isEmpty() || slash == 0 || slash == body.length() - 1) {
            throw new IllegalArgumentException(
                    "predicate \"" + text + "\": a lemma, with /N, /A or /V after it if it is no verb");
        }
        if (slash > 0) {
            kind = switch (body.charAt(slash + 1)) {
                case 'N' -> Kind.NOUN;
                case 'A' -> Kind.ADJECTIVE;
                case 'V' -> Kind.VERB;
                default ->
                    throw new IllegalArgumentException(
                            "predicate \"" + text + "\": /N, /A or /V, not " + body.substring(slash));
            };
            body = body.substring(0, slash) + body.substring(Math.min(body.length(), slash + 2));
        }
        int space = body.indexOf(' ');
        return space < 0
                ? new Predicate(body, null, kind)
                : new Predicate(
                        body.substring(0, space), body.substring(space + 1).strip(), kind);
    }

    @Override
    public String toString() {
        String words = particle == null ? lemma : lemma + " " + particle;
        return switch (kind) {
            case VERB -> words;
            case NOUN -> words + "/N";
            case ADJECTIVE -> words + "/A";
        };
    }
}

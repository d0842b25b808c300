package demarche.code;

/**
 * A phrase of a parse, by its head word.
 *
 * @param sentence index in {@link demarche.parse.Parse#sentences()}
 * @param token CoNLL-U index of the head word, from 1
 */
public record Ref(int sentence, int token) implements Comparable<Ref> {
    @Override
    public int compareTo(Ref other) {
        return sentence != other.sentence
                ? Integer.compare(sentence, other.sentence)
                : Integer.compare(token, other.token);
    }
}

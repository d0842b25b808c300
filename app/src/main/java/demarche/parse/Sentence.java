package demarche.parse;

import demarche.story.Span;
import java.util.List;

/**
 * A parsed sentence.
 *
 * @param index 0-based place in the story, title sentences counted
 * @param span in the story's text or title
 * @param tokens in order; token i has index i + 1
 * @param names named entities found by the encoder
 */
public record Sentence(int index, Span span, List<Token> tokens, List<Name> names) {
    public Sentence {
        tokens = List.copyOf(tokens);
        names = List.copyOf(names);
    }

    /** Token with CoNLL-U index {@code index} (1-based). */
    public Token token(int index) {
        return tokens.get(index - 1);
    }

    /** The governor's dependants, in order; 0 gives the root(s). */
    public List<Token> dependents(int head) {
        return tokens.stream().filter(t -> t.head() == head).toList();
    }

    /** Token indexes of this sentence, both inclusive. */
    public record Range(int first, int last) {}

    /** A named entity: first and last token index (1-based, both inclusive). */
    public record Name(int first, int last, Kind kind, double score) {
        /** What is named. */
        public enum Kind {
            PERSON,
            ORGANIZATION,
            LOCATION,
            MISC
        }
    }
}

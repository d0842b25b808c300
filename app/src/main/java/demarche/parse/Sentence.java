package demarche.parse;

import demarche.story.Span;
import java.util.List;

/**
 * A parsed sentence.
 *
 * @param index 0-based place in the story
 * @param span in the story's text or title
 * @param tokens in order; token i has index i + 1
 * @param names named entities found by the encoder
 * @param attributions speaker, cue and content found by the encoder, linked to their cues
 */
public record Sentence(int index, Span span, List<Token> tokens, List<Name> names, List<Attribution> attributions) {
    public Sentence {
        tokens = List.copyOf(tokens);
        names = List.copyOf(names);
        attributions = List.copyOf(attributions);
    }

    /** Token with CoNLL-U index {@code index} (1-based). */
    public Token token(int index) {
        return tokens.get(index - 1);
    }

    /** The governor's dependants, in order; 0 gives the root(s). */
    public List<Token> dependents(int head) {
        return tokens.stream().filter(t -> t.head() == head).toList();
    }

    /** A named entity: first and last token index (1-based, both inclusive). */
    public record Name(int first, int last, Kind kind, double score) {
        public enum Kind { PERSON, ORGANIZATION, LOCATION, MISC }
    }

    /** One attribution the encoder proposes; token index ranges, 1-based, inclusive; empty lists where it found none. */
    public record Attribution(List<Range> speaker, List<Range> cue, List<Range> content, double score) {}

    /** Token indexes, both inclusive. */
    public record Range(int first, int last) {}
}

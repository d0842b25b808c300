package demarche.parse;

import demarche.story.Story;
import java.util.List;

/**
 * A story with its sentences analysed: title sentences first (spans in "title"), then the text's.
 *
 * @param attributions who is said to have said what, as the encoder proposes it, by the first token of the cue
 */
public record Parse(Story story, List<Sentence> sentences, List<Attribution> attributions) {
    public Parse {
        sentences = List.copyOf(sentences);
        attributions = List.copyOf(attributions);
    }

    /** One attribution; lists are empty where nothing was found. Content and speaker may lie in other sentences than the cue. */
    public record Attribution(List<Range> speaker, List<Range> cue, List<Range> content, double score) {
        public Attribution {
            speaker = List.copyOf(speaker);
            cue = List.copyOf(cue);
            content = List.copyOf(content);
        }
    }

    /** Tokens of one sentence: its {@link Sentence#index}, first and last token index (1-based, both inclusive). */
    public record Range(int sentence, int first, int last) {}
}

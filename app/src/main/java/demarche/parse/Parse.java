package demarche.parse;

import demarche.story.Story;
import java.util.List;

/** A story with its sentences analysed: title sentences first (spans in "title"), then the text's. */
public record Parse(Story story, List<Sentence> sentences) {
    public Parse {
        sentences = List.copyOf(sentences);
    }
}

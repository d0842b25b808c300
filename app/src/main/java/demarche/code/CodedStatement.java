package demarche.code;

import demarche.story.Span;
import demarche.story.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words credited to somebody.
 *
 * @param speaker words that name the speaker, null when the story names none
 * @param speakerHead head of those words
 * @param cue words that credit the content, null for a bare quote
 * @param cueHead head of the cue
 * @param cueLemma its lemma
 * @param content what is credited, in order; may cross sentences
 * @param addressee to whom it was said
 * @param parent index of the statement whose content holds this one, -1 for none
 */
public record CodedStatement(
        @Nullable Span speaker,
        @Nullable Ref speakerHead,
        @Nullable Span cue,
        @Nullable Ref cueHead,
        String cueLemma,
        List<Span> content,
        Statement.Form form,
        @Nullable Ref addressee,
        int parent) {
    public CodedStatement {
        content = List.copyOf(content);
    }
}

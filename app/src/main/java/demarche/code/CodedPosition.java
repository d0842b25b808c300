package demarche.code;

import demarche.story.Position;
import demarche.story.Span;
import demarche.story.Stance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stance found by a rule.
 *
 * @param rule its name in the codebook
 * @param parties readings of whose position it is, best first; the first that names a party counts
 * @param issues heads of phrases that may name what it is about, best first
 * @param counterparts readings of at whom it is directed
 * @param condition on what it depends
 * @param frame what the party calls the issue, null when it does not say
 * @param trigger the predicate
 * @param statement index of the statement that reports it, -1 when the story itself does
 * @param confidence 0 to 1
 */
public record CodedPosition(
        String rule,
        Stance stance,
        List<List<Ref>> parties,
        List<Ref> issues,
        List<List<Ref>> counterparts,
        @Nullable Span condition,
        Position.Strength strength,
        @Nullable Span frame,
        Ref trigger,
        int statement,
        double confidence) {
    /** Whether it is only that somebody tells of another's violence, which is an accusation between opposed sides alone. */
    public boolean blames() {
        return rule.equals(SentenceCoder.BLAMES);
    }
}

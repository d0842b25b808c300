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
 * @param issue head of the phrase that names what it is about
 * @param counterpart at whom it is directed
 * @param condition on what it depends
 * @param trigger the predicate
 * @param statement index of the statement that reports it, -1 when the story itself does
 */
public record CodedPosition(
        String rule,
        Stance stance,
        List<Ref> parties,
        @Nullable Ref issue,
        List<Ref> counterpart,
        @Nullable Span condition,
        Position.Strength strength,
        Ref trigger,
        int statement,
        double confidence) {}

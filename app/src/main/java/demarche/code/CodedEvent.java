package demarche.code;

import demarche.story.Event;
import demarche.story.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act found by a rule.
 *
 * @param rule its name in the codebook
 * @param trigger the predicate
 * @param statement index of the statement that reports it, -1 when the story itself does
 */
public record CodedEvent(
        String rule,
        EventType type,
        @Nullable String mode,
        @Nullable String cameo,
        List<String> contexts,
        List<Ref> actors,
        List<Ref> recipients,
        Ref trigger,
        Event.Status status,
        int statement,
        double confidence) {}

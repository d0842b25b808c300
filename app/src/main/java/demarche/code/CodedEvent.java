package demarche.code;

import demarche.story.Event;
import demarche.story.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act found by a rule.
 *
 * @param rule its name in the codebook
 * @param actors readings of who acted, best first; the first that names a party counts
 * @param recipients likewise, to whom it was done
 * @param trigger the predicate
 * @param statement index of the statement that reports it, -1 when the story itself does
 * @param reciprocal whether all actors did it together, so that no recipient is asked for
 * @param agentless whether the words leave out who did it, or name only the means ("a bomb killed …")
 * @param confidence 0 to 1
 */
public record CodedEvent(
        String rule,
        EventType type,
        @Nullable String mode,
        @Nullable String cameo,
        List<String> contexts,
        List<List<Ref>> actors,
        List<List<Ref>> recipients,
        Ref trigger,
        Event.Status status,
        int statement,
        boolean reciprocal,
        boolean agentless,
        double confidence) {}

package demarche.code;

import demarche.story.EventType;
import demarche.story.Position;
import demarche.story.Stance;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the codebook; {@code codebook/README.md} explains every field.
 *
 * @param place file and line, for messages
 * @param objects lemmas one of which must head the object; empty for any
 * @param notObjects lemmas none of which may head it
 */
public record Rule(
        String name,
        String place,
        @Nullable EventType event,
        @Nullable String mode,
        @Nullable String cameo,
        List<String> contexts,
        @Nullable Stance stance,
        Position.Strength strength,
        String says,
        String source,
        List<Predicate> predicates,
        Set<String> takes,
        Set<String> objects,
        Set<String> notObjects,
        String actor,
        List<String> recipient,
        List<String> issue,
        boolean reciprocal,
        boolean absorbs,
        @Nullable Boolean cooperative,
        Set<String> unless,
        Demands demands,
        List<Example> examples) {

    /**
     * What else a rule asks for.
     *
     * @param subjects lemmas one of which must head the subject; empty for any
     * @param notSubjects lemmas none of which may head it
     * @param only {@code negated}: the act must be negated; {@code could}: what it embeds must be put as possible;
     *     {@code possible}: the act itself must be; null: none of these
     * @param frame the preposition of what the issue is called ("as"), null for none
     */
    public record Demands(
            Set<String> subjects,
            Set<String> notSubjects,
            @Nullable String only,
            @Nullable String frame) {
        boolean negated() {
            return "negated".equals(only);
        }

        boolean could() {
            return "could".equals(only);
        }

        boolean possible() {
            return "possible".equals(only);
        }
    }

    /** A sentence and all that is coded from it; an empty list: nothing. */
    public record Example(String text, List<String> gives, int line) {}

    /** The same without one of its predicates. */
    Rule without(Predicate predicate) {
        return new Rule(
                name,
                place,
                event,
                mode,
                cameo,
                contexts,
                stance,
                strength,
                says,
                source,
                predicates.stream().filter(p -> p != predicate).toList(),
                takes,
                objects,
                notObjects,
                actor,
                recipient,
                issue,
                reciprocal,
                absorbs,
                cooperative,
                unless,
                demands,
                examples);
    }

    /** How much a rule asks for: of two that match, the one that asks for more wins. */
    int weight(Predicate predicate) {
        return (objects.isEmpty() ? 0 : 4)
                + (predicate.particle() == null ? 0 : 3 * predicate.particle().split(" ").length)
                + (takes.isEmpty() ? 0 : 2)
                + (demands.subjects.isEmpty() ? 0 : 4)
                + (demands.only == null ? 0 : 2)
                + (notObjects.isEmpty() && unless.isEmpty() ? 0 : 1);
    }
}

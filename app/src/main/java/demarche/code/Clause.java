package demarche.code;

import java.util.List;
import java.util.Map;

/**
 * A predicate with its arguments, voice, control and coordination undone: the subject is who acts, the object what is
 * acted on, whatever the surface. Words are CoNLL-U indexes of phrase heads.
 *
 * @param predicate the word
 * @param kind verb, noun or adjective
 * @param subjects who acts; empty when the sentence does not say
 * @param objects what is acted on
 * @param indirect the indirect object
 * @param obliques preposition -> phrases
 * @param complements clauses and infinitives it takes
 * @param passive whether the surface form is passive
 * @param force how the act is put
 * @param reciprocal whether the subjects act on each other ("talks between A and B")
 */
public record Clause(
        int predicate,
        Predicate.Kind kind,
        List<Integer> subjects,
        List<Integer> objects,
        List<Integer> indirect,
        Map<String, List<Integer>> obliques,
        List<Complement> complements,
        boolean passive,
        Force force,
        boolean reciprocal) {

    /** A clause that fills a place of the predicate: {@code clause}, {@code infinitive} or {@code gerund}. */
    public record Complement(String kind, String mark, int predicate) {}

    /**
     * How an act is put.
     *
     * @param negated it is said not to happen
     * @param future it is announced or planned
     * @param hypothetical it may happen, or only if something else does
     * @param obliged somebody says it should happen
     * @param purpose it is only the aim of another act
     * @param past it happened before the news at hand (past perfect, dated background)
     */
    public record Force(
            boolean negated, boolean future, boolean hypothetical, boolean obliged, boolean purpose, boolean past) {
        /** The same, no longer only possible: an attack that was tried is an act (CAMEO 185). */
        Force certain() {
            return new Force(negated, future, false, obliged, purpose, past);
        }

        static final Force PLAIN = new Force(false, false, false, false, false, false);
    }

    List<Integer> oblique(String preposition) {
        return obliques.getOrDefault(preposition, List.of());
    }

    /** The same, not negated. */
    Clause affirmed() {
        Force plain =
                new Force(false, force.future(), force.hypothetical(), force.obliged(), force.purpose(), force.past());
        return new Clause(
                predicate, kind, subjects, objects, indirect, obliques, complements, passive, plain, reciprocal);
    }

    /** The same with these objects, and with {@code receivers} as indirect objects when it has none. */
    Clause withObjects(List<Integer> other, List<Integer> receivers) {
        return new Clause(
                predicate,
                kind,
                subjects,
                other,
                indirect.isEmpty() ? receivers : indirect,
                obliques,
                complements,
                passive,
                force,
                reciprocal);
    }

    Clause withObjects(List<Integer> other) {
        return withObjects(other, List.of());
    }
}

package demarche.resolve;

import demarche.code.CodedEvent;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States that somebody acts against by name: who "accused Ostland" is no Ostlander, who threatens it is of the other side.
 * "The government of Ostland" may well be accused by its own people, so only the state's bare name counts.
 */
final class Opponents {
    private static final Set<EventType> AGAINST =
            Set.of(EventType.ACCUSE, EventType.THREATEN, EventType.REJECT, EventType.REQUEST, EventType.SANCTION);

    /** How many sentences back the other side may have been spoken of. */
    private static final int NEAR = 3;

    private final PartyStory story;
    private final CountryFinder where;
    private final Map<Ref, Set<String>> against = new HashMap<>();

    Opponents(PartyStory story, CountryFinder where) {
        this.story = story;
        this.where = where;
        for (CodedEvent event : story.coded.events()) {
            // "Brazil should pay", an official says: of Brazil as likely as not.
            boolean advice = event.type() == EventType.REQUEST && event.statement() >= 0;
            Set<String> states = AGAINST.contains(event.type()) && !advice ? states(event.recipients()) : Set.of();
            if (!states.isEmpty() && !event.actors().isEmpty()) {
                event.actors().get(0).forEach(a -> against.merge(a, states, Opponents::both));
            }
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> out = new HashSet<>(one);
        out.addAll(other);
        return out;
    }

    private Set<String> states(List<List<Ref>> choices) {
        Set<String> out = new LinkedHashSet<>();
        for (Ref ref : choices.isEmpty() ? List.<Ref>of() : choices.get(0)) {
            String state = state(ref.sentence(), ref.token());
            if (state != null) {
                out.add(state);
            }
        }
        return out;
    }

    /** The state that a word names, null when it names none. */
    private @Nullable String state(int s, int word) {
        for (NamedPhrase name : story.names.get(s)) {
            Register.Entry entry = name.entry();
            if (entry != null
                    && (entry.sort() == Register.Sort.STATE || entry.sort() == Register.Sort.CAPITAL)
                    && story.trees.get(s).token(word).upos().equals("PROPN")
                    && name.first() <= word
                    && word <= name.last()) {
                return entry.country();
            }
        }
        return null;
    }

    /** States that a word's party acts against; none for a word that no act has as its actor. */
    Set<String> of(int s, int word) {
        return against.getOrDefault(new Ref(s, word), Set.of());
    }

    /** States that a party acts against anywhere in the story. */
    Set<String> of(PartyDraft draft) {
        Set<String> out = new HashSet<>();
        against.forEach((ref, states) -> {
            if (story.byWord.getOrDefault(ref, List.of()).contains(draft)) {
                out.addAll(states);
            }
        });
        return out;
    }

    /**
     * The country of an official of whom only one country seems to tell.
     *
     * @param only the only country spoken of, null for none
     * @param opposed states that he acts against
     */
    @Nullable
    String side(int s, @Nullable String only, Set<String> opposed) {
        boolean other = !opposed.isEmpty() && (only == null || opposed.contains(only));
        return other ? otherSide(s, opposed) : only;
    }

    /** Of an official who acts against {@code not}: the state that acted just before, else the only other one spoken of. */
    private @Nullable String otherSide(int s, Set<String> not) {
        for (int back = s; back >= Math.max(0, s - NEAR); back--) {
            Tree tree = story.trees.get(back);
            for (Token token : tree.sentence().tokens()) {
                String state = token.baseRelation().equals("nsubj") ? state(back, token.index()) : null;
                if (state != null && !not.contains(state)) {
                    return state;
                }
            }
        }
        Set<String> others = new HashSet<>();
        for (int i = 0; i < story.trees.size(); i++) {
            others.addAll(where.countries(i).keySet());
        }
        others.removeAll(not);
        return others.size() == 1 ? others.iterator().next() : null;
    }
}

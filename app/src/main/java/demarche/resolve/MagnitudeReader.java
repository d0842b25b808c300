package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Event;
import demarche.story.EventType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many an act killed and hurt, and how many took part, from the clause of its trigger. Counts are lower bounds
 * ({@link CountWords}). Dead and injured are read for ASSAULT, PROTEST and COERCE; size for PROTEST (people) and MOBILIZE
 * (troops).
 */
public final class MagnitudeReader {
    private static final Set<String> KILL =
            Set.of("kill", "slay", "massacre", "execute", "behead", "assassinate", "murder", "gun", "hang", "lynch");
    private static final Set<String> HURT = Set.of("wound", "injure", "hurt", "maim");
    private static final Set<String> DIE = Set.of("die", "perish");
    private static final Set<String> CROWD = Set.of(
            "people",
            "person",
            "protester",
            "demonstrator",
            "marcher",
            "student",
            "worker",
            "supporter",
            "activist",
            "resident",
            "woman",
            "man",
            "farmer",
            "teacher",
            "opponent",
            "citizen",
            "villager",
            "striker",
            "rioter",
            "participant",
            "crowd",
            "miner",
            "nurse",
            "doctor",
            "driver",
            "refugee",
            "believer",
            "monk",
            "prisoner",
            "protestor",
            "youth",
            "employee",
            "member",
            "Muslim",
            "loyalist");
    private static final Set<String> FORCES =
            Set.of("troop", "soldier", "reservist", "police", "officer", "policeman", "marine", "paratrooper", "guard");
    private static final Set<String> UNITS = Set.of("dozen", "score", "hundred", "thousand", "million", "ten");
    private static final Set<String> CUTS = Set.of("ccomp", "parataxis", "acl:relcl");
    private static final Set<EventType> HARMFUL = Set.of(EventType.ASSAULT, EventType.PROTEST, EventType.COERCE);

    private MagnitudeReader() {}

    /** The counts for an act of this type; null when its clause gives none. */
    public static Event.@Nullable Magnitude of(Tree tree, int trigger, EventType type) {
        List<Integer> region = region(tree, trigger);
        boolean harm = HARMFUL.contains(type);
        Integer dead =
                harm ? victims(tree, region, trigger, KILL, DIE, Set.of("dead"), Set.of("death", "killing")) : null;
        Integer injured = harm
                ? victims(
                        tree, region, trigger, HURT, Set.of(), Set.of("wounded", "injured", "hurt"), Set.of("wounding"))
                : null;
        Integer size = switch (type) {
            case PROTEST -> crowd(tree, region, trigger, CROWD, true);
            case MOBILIZE -> crowd(tree, region, trigger, FORCES, false);
            default -> null;
        };
        return dead == null && injured == null && size == null ? null : new Event.Magnitude(dead, injured, size);
    }

    /** Words of the clause around the trigger, without clauses that report or qualify, nearest to the trigger first. */
    private static List<Integer> region(Tree tree, int trigger) {
        int root = trigger;
        for (int step = 0; step < 12 && !closed(tree, root); step++) {
            root = tree.token(root).head();
        }
        int top = root;
        return IntStream.rangeClosed(1, tree.size())
                .filter(i -> inside(tree, i, top, trigger))
                .boxed()
                .sorted(Comparator.comparingInt(i -> Math.abs(i - trigger)))
                .toList();
    }

    private static boolean closed(Tree tree, int at) {
        return tree.token(at).head() == 0 || CUTS.contains(tree.token(at).relation());
    }

    private static boolean inside(Tree tree, int index, int top, int trigger) {
        int at = index;
        for (int step = 0; at != 0 && step <= tree.size(); step++) {
            if (at == top) {
                return true;
            }
            if (closed(tree, at)
                    && !tree.dominates(at, trigger)
                    && !tree.token(at).relation().equals("acl:relcl")) {
                return false;
            }
            at = tree.token(at).head();
        }
        return false;
    }

    private static @Nullable Integer victims(
            Tree tree,
            List<Integer> region,
            int trigger,
            Set<String> transitive,
            Set<String> intransitive,
            Set<String> states,
            Set<String> nouns) {
        for (int i : region) {
            if (tree.has(i, "advmod")
                    && tree.children(i, "advmod").stream()
                            .anyMatch(a -> a.lemma().equals("not"))) {
                continue;
            }
            String lemma = tree.lemma(i);
            boolean verb = tree.token(i).upos().equals("VERB");
            Integer found = null;
            if (verb && transitive.contains(lemma)) {
                boolean passive = tree.has(i, "nsubj:pass") || tree.has(i, "aux:pass");
                found = sum(tree, tree.children(i, passive ? "nsubj:pass" : "obj"));
                if (found == null && tree.token(i).relation().equals("acl")) {
                    found = CountWords.of(tree, tree.token(i).head());
                }
            } else if (verb && intransitive.contains(lemma)) {
                found = sum(tree, tree.children(i, "nsubj"));
            } else if (nouns.contains(lemma) && tree.token(i).upos().equals("NOUN")) {
                found = sum(tree, tree.children(i, "nmod"));
            }
            if (found == null && states.contains(tree.token(i).form().toLowerCase(java.util.Locale.ROOT))) {
                found = inState(tree, i);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** "12 dead", "left 12 people dead", "12 were wounded". */
    private static @Nullable Integer inState(Tree tree, int state) {
        Integer own = CountWords.of(tree, state);
        if (own != null) {
            return own;
        }
        Token token = tree.token(state);
        Integer subject = sum(tree, tree.children(state, "nsubj", "nsubj:pass"));
        if (subject != null || token.head() == 0) {
            return subject;
        }
        return switch (token.baseRelation()) {
            case "xcomp" -> sum(tree, tree.children(token.head(), "obj"));
            case "amod", "acl" -> CountWords.of(tree, token.head());
            default -> null;
        };
    }

    /** Victims coordinated are victims together: "three soldiers and two guards". */
    private static @Nullable Integer sum(Tree tree, List<Token> phrases) {
        Integer total = null;
        for (Token phrase : phrases) {
            for (int each : tree.conjuncts(phrase.index())) {
                Integer count = CountWords.of(tree, each);
                if (count != null) {
                    total = total == null ? count : total + count;
                }
            }
        }
        return total;
    }

    private static @Nullable Integer crowd(
            Tree tree, List<Integer> region, int trigger, Set<String> nouns, boolean bare) {
        for (int i : region) {
            String lemma = tree.lemma(i);
            boolean counted = nouns.contains(lemma)
                    || bare
                            && CountWords.isCount(tree, i)
                            && Set.of("nsubj", "obl:agent")
                                    .contains(tree.token(i).relation());
            if (!counted || harmed(tree, i)) {
                continue;
            }
            Integer count = CountWords.of(tree, i);
            if (count == null
                    && tree.token(i).baseRelation().equals("nmod")
                    && tree.preposition(i).equals("of")) {
                int head = tree.token(i).head();
                count = UNITS.contains(tree.lemma(head)) ? CountWords.of(tree, head) : null;
            }
            if (count != null && count > 1) {
                return count;
            }
        }
        return null;
    }

    private static boolean harmed(Tree tree, int index) {
        int head = tree.token(index).head();
        if (head == 0) {
            return false;
        }
        if (UNITS.contains(tree.lemma(head)) && tree.token(head).head() != 0) {
            head = tree.token(head).head();
        }
        String lemma = tree.lemma(head);
        return KILL.contains(lemma)
                || HURT.contains(lemma)
                || DIE.contains(lemma)
                || Set.of("arrest", "detain", "seize", "round").contains(lemma);
    }
}

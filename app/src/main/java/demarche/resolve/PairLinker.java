package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** "The two leaders", "both sides", "the two countries": the two parties named last before it that can be meant. */
final class PairLinker {
    /** How many sentences back the two may have been named. */
    private static final int REACH = 4;

    private static final Set<String> PEOPLE = Set.of(
            "leader",
            "president",
            "minister",
            "man",
            "official",
            "premier",
            "chancellor",
            "diplomat",
            "candidate",
            "rival");
    private static final Set<String> STATES = Set.of(
            "country",
            "nation",
            "state",
            "government",
            "capital",
            "neighbor",
            "neighbour",
            "power",
            "ally",
            "superpower",
            "economy");
    private static final Set<String> SIDES = Set.of("side", "party", "group", "camp");

    private final PartyStory story;
    private List<PartyDraft> leaders = List.of();
    private int leadersAt;

    private PairLinker(PartyStory story) {
        this.story = story;
    }

    /** Links every such phrase of the story for which two parties are found. */
    static void link(PartyStory story) {
        PairLinker linker = new PairLinker(story);
        for (int s = 0; s < story.trees.size(); s++) {
            Tree tree = story.trees.get(s);
            for (int i = 1; i <= tree.size(); i++) {
                if (tree.token(i).xpos().equals("NNS") && two(tree, i)) {
                    linker.pair(s, i);
                }
            }
        }
    }

    private static boolean two(Tree tree, int word) {
        for (Token child : tree.children(word, "nummod", "det")) {
            if (Set.of("two", "both").contains(child.form().toLowerCase(Locale.ROOT))) {
                return tree.children(word, "nmod", "acl", "nmod:poss").isEmpty()
                        && tree.children(word, "amod", "compound").stream().noneMatch(PairLinker::tells);
            }
        }
        return false;
    }

    /** "The two Ostlandian rebel groups" are others than the two spoken of. */
    private static boolean tells(Token modifier) {
        return Character.isUpperCase(modifier.form().codePointAt(0))
                || Set.of("rebel", "militant", "guerrilla", "armed", "opposition", "separatist")
                        .contains(modifier.lemma());
    }

    private void pair(int s, int word) {
        String noun = story.trees.get(s).lemma(word);
        List<PartyDraft> found = List.of();
        if (PEOPLE.contains(noun)) {
            found = last(s, word, Party.Kind.PERSON);
        }
        if (found.size() < 2 && (PEOPLE.contains(noun) || STATES.contains(noun) || SIDES.contains(noun))) {
            found = last(s, word, Party.Kind.STATE);
        }
        if (found.size() < 2 && SIDES.contains(noun)) {
            found = last(s, word, Party.Kind.ORGANIZATION, Party.Kind.GROUP);
        }
        if (SIDES.contains(noun) || STATES.contains(noun)) {
            List<PartyDraft> same = ofLeaders(s);
            found = same.size() == 2 ? same : found;
        }
        if (PEOPLE.contains(noun) && found.size() == 2) {
            leaders = found;
            leadersAt = s;
        }
        if (found.size() == 2) {
            story.byWord.put(new Ref(s, word), found);
            found.forEach(d -> story.mention(d, s, word, word, Party.MentionKind.NOMINAL));
        }
    }

    /** "The two leaders … which both sides want": the states of the two people spoken of just before. */
    private List<PartyDraft> ofLeaders(int s) {
        if (leaders.size() != 2 || s - leadersAt > 1) {
            return List.of();
        }
        String one = leaders.get(0).country;
        String other = leaders.get(1).country;
        return one == null || other == null || one.equals(other)
                ? List.of()
                : List.of(story.state(one), story.state(other));
    }

    /** The two parties of these kinds whose last names before a word are nearest to it, in order of the text. */
    private List<PartyDraft> last(int s, int word, Party.Kind... kinds) {
        List<PartyDraft> out = new ArrayList<>();
        for (int sentence = s; sentence >= Math.max(0, s - REACH) && out.size() < 2; sentence--) {
            int from = sentence == s ? word - 1 : story.trees.get(sentence).size();
            for (int i = from; i >= 1 && out.size() < 2; i--) {
                for (PartyDraft d : story.byWord.getOrDefault(new Ref(sentence, i), List.of())) {
                    boolean fits = Stream.of(kinds).anyMatch(k -> k == d.kind) && !out.contains(d);
                    if (fits && out.size() < 2) {
                        out.add(d);
                    }
                }
            }
        }
        out.sort(Comparator.comparing(d ->
                d.mentions.isEmpty() ? Integer.MAX_VALUE : d.mentions.get(0).start()));
        return List.copyOf(out);
    }
}

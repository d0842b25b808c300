package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles by apposition: "the spokesperson of the ministry, Abdul Berg", "Berg, the minister of Ostland". */
final class AppositionLinker {
    private final PartyStory story;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final RoleFinder roles;
    private final CountryFinder where;

    AppositionLinker(PartyStory story, RoleFinder roles, CountryFinder where) {
        this.story = story;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.roles = roles;
        this.where = where;
    }

    /** "the spokesperson of the ministry, Abdul Berg", "Berg, the minister of Ostland": roles by apposition. */
    void appositions(int s) {
        Tree tree = trees.get(s);
        for (int i = 1; i <= tree.size(); i++) {
            for (Token child : tree.children(i, "appos")) {
                link(s, i, child.index());
                link(s, child.index(), i);
                if (tree.token(i).baseRelation().equals("nmod")) {
                    // "the spokesperson of the Ministry of Justice, Abdul Berg": the name hangs on the nearest noun
                    link(s, child.index(), tree.token(i).head());
                }
            }
        }
    }

    private void link(int s, int nameWord, int roleWord) {
        List<PartyDraft> who = byWord.get(new Ref(s, nameWord));
        RoleFinder.Match role = roles.roleAt(s, roleWord);
        List<PartyDraft> other = byWord.getOrDefault(new Ref(s, roleWord), List.of());
        boolean anotherPerson = !other.isEmpty() && other.get(0).kind == Party.Kind.PERSON && !other.equals(who);
        if (who == null || who.size() != 1 || role == null || anotherPerson) {
            return;
        }
        PartyDraft draft = who.get(0);
        if (draft.kind != Party.Kind.PERSON || role.role().kind() != Party.Kind.PERSON) {
            return;
        }
        story.give(draft, s, role, roleWord);
        String country = countryBelow(s, roleWord, 0);
        draft.country = country != null ? country : draft.country;
        draft.speaksFor = bodyAround(s, roleWord, draft);
        byWord.put(new Ref(s, roleWord), List.of(draft));
        story.mention(draft, s, role.first(), roleWord, Party.MentionKind.NOMINAL);
    }

    /** "the chief of the press service of the Ministry of Ostland": the nearest country down the phrase; null without one. */
    private @Nullable String countryBelow(int s, int word, int step) {
        String here = where.countryAround(s, word);
        if (here != null || step == 3) {
            return here;
        }
        Tree tree = trees.get(s);
        for (Token child : tree.children(word, "nmod")) {
            if (Set.of("of", "for", "at").contains(tree.preposition(child.index()))) {
                String below = countryBelow(s, child.index(), step + 1);
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }

    /** The organisation or state a role belongs to: "the spokesperson of the Ministry of Justice". */
    private @Nullable PartyDraft bodyAround(int s, int roleWord, PartyDraft self) {
        for (Token child : trees.get(s).children(roleWord, "nmod", "nmod:poss", "compound", "amod")) {
            for (PartyDraft d : byWord.getOrDefault(new Ref(s, child.index()), List.of())) {
                if (d != self && d.kind != Party.Kind.PERSON) {
                    return d;
                }
            }
        }
        return null;
    }
}

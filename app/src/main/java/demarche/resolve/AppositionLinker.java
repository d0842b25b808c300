package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles by apposition: "the spokesperson of the ministry, Abdul Berg", "Berg, the minister of Ostland". */
final class AppositionLinker {
    private static final Set<String> RANKS =
            Set.of("first", "second", "third", "last", "latest", "only", "highest", "youngest", "oldest");

    private static final Set<String> ARMED = Set.of("COP", "MIL", "UAF", "SPY");

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
        for (NamedPhrase name : story.names.get(s)) {
            int role = name.first() - 2;
            boolean named = story.names.get(s).stream().anyMatch(n -> n.first() <= role && role <= n.last());
            if (name.kind() == Party.Kind.PERSON && !named && besideRole(tree, name)) {
                link(s, name.head(), role);
            }
        }
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

    /** "Ostland's prime minister, Jonas Feld, …": a name between commas after its role, however the tree has it; no list. */
    private static boolean besideRole(Tree tree, NamedPhrase name) {
        int comma = name.first() - 1;
        int after = name.last() + 1;
        boolean opens = java.util.stream.IntStream.range(1, Math.max(1, comma))
                .noneMatch(i -> tree.token(i).upos().matches("VERB|AUX"));
        return comma > 1
                && tree.token(comma).form().equals(",")
                && after <= tree.size()
                && (opens && tree.token(after).upos().matches("VERB|AUX")
                        || tree.token(after).form().equals(",")
                                && after < tree.size()
                                && tree.token(after + 1).upos().matches("VERB|AUX|ADV"));
    }

    private void link(int s, int nameWord, int roleWord) {
        List<PartyDraft> who = byWord.get(new Ref(s, nameWord));
        RoleFinder.Match role = roles.roleAt(s, roleWord);
        List<PartyDraft> other = byWord.getOrDefault(new Ref(s, roleWord), List.of());
        boolean anotherPerson = !other.isEmpty() && other.get(0).kind == Party.Kind.PERSON && !other.equals(who);
        boolean partOfName = !other.isEmpty()
                && other.get(0).kind == Party.Kind.ORGANIZATION
                && trees.get(s).token(roleWord).upos().equals("PROPN");
        if (who == null || who.size() != 1 || role == null || anotherPerson || partOfName) {
            return;
        }
        PartyDraft draft = who.get(0);
        if (draft.kind != Party.Kind.PERSON) {
            body(draft, s, role, roleWord);
            return;
        }
        if (role.role().kind() != Party.Kind.PERSON) {
            unofficial(draft, s, role, roleWord);
            return;
        }
        story.give(draft, s, role, roleWord);
        if (!ranked(s, roleWord) || draft.country == null) {
            String country = countryBelow(s, roleWord, 0);
            draft.country = country != null ? country : draft.country;
            PartyDraft body = story.former(s, role.first()) ? null : bodyAround(s, roleWord, draft);
            boolean speaks = body != null
                    && (body.kind != Party.Kind.STATE || role.role().sector().equals("GOV"));
            draft.speaksFor = speaks ? body : draft.speaksFor;
        }
        byWord.put(new Ref(s, roleWord), List.of(draft));
        story.mention(draft, s, role.first(), roleWord, Party.MentionKind.NOMINAL);
    }

    /** "The rebel group, Ostfront": what the description says of a body that the register does not know. */
    private void body(PartyDraft draft, int s, RoleFinder.Match role, int roleWord) {
        boolean unknown = draft.kind == Party.Kind.ORGANIZATION
                && draft.sector == null
                && role.role().kind() != Party.Kind.PERSON
                && !role.role().sector().equals("GOV")
                && trees.get(s).token(roleWord).upos().equals("NOUN")
                && !byWord.containsKey(new Ref(s, roleWord));
        if (unknown) {
            draft.sector = role.role().sector();
            draft.roleLemmas.add(role.lemmas());
            draft.country = draft.country == null ? countryBelow(s, roleWord, 0) : draft.country;
            byWord.put(new Ref(s, roleWord), List.of(draft));
            story.mention(draft, s, role.first(), roleWord, Party.MentionKind.NOMINAL);
        }
    }

    /** "Anna Berg, a rights activist": somebody without office. */
    private void unofficial(PartyDraft draft, int s, RoleFinder.Match role, int roleWord) {
        boolean one = trees.get(s).token(roleWord).xpos().matches("NNP?");
        if (one
                && draft.sector == null
                && role.role().kind() == Party.Kind.GROUP
                && !ARMED.contains(role.role().sector())) {
            story.give(draft, s, role, roleWord);
            draft.country = draft.country == null ? countryBelow(s, roleWord, 0) : draft.country;
            byWord.put(new Ref(s, roleWord), List.of(draft));
            story.mention(draft, s, role.first(), roleWord, Party.MentionKind.NOMINAL);
        }
    }

    /** "Berg, the first Ostpact minister to visit": a place in an order, not an office. */
    private boolean ranked(int s, int word) {
        return trees.get(s).children(word, "amod").stream()
                .anyMatch(a -> RANKS.contains(a.form().toLowerCase(Locale.ROOT)));
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

package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nouns of a phrase say of the party it heads: "foreign minister", "rebel leaders". */
final class RoleFinder {
    static final Set<String> GENERIC = Set.of(
            "group",
            "leader",
            "force",
            "commander",
            "movement",
            "organization",
            "organisation",
            "faction",
            "front",
            "member",
            "source",
            "chief",
            "alliance",
            "side",
            "coalition",
            "army",
            "unit",
            "supporter",
            "sympathizer",
            "representative",
            "negotiator",
            "spokesman",
            "official",
            "confederation",
            "federation",
            "network",
            "bloc",
            "cell",
            "wing",
            "party");
    private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "ADJ");

    /** What bears arms: of a community, not of a state, it is no army. */
    private static final Set<String> FORCES = Set.of("force", "army", "unit", "commander", "front");

    private static final Set<String> TRADES = Set.of("EDU", "LAB", "AGR", "MED", "REF", "REL");

    /** A role: what the register says, its lemmas and its first word; the last is the noun asked about. */
    record Match(Register.Role role, String lemmas, int first) {}

    private final List<Tree> trees;
    private final Register register;

    RoleFinder(PartyStory story) {
        this.trees = story.trees;
        this.register = story.register;
    }

    @Nullable
    Match roleAt(int s, int word) {
        Tree tree = trees.get(s);
        if (!NOMINAL.contains(tree.token(word).upos())) {
            return null;
        }
        for (int first = Math.max(1, word - 3); first <= word; first++) {
            StringBuilder lemmas = new StringBuilder();
            for (int i = first; i <= word; i++) {
                lemmas.append(
                                lemmas.isEmpty()
                                                || tree.token(i).form().equals("-")
                                                || i > 1
                                                        && tree.token(i - 1)
                                                                .form()
                                                                .equals("-")
                                        ? ""
                                        : " ")
                        .append(tree.lemma(i));
            }
            Register.Role role = register.role(lemmas.toString());
            if (role != null && (first < word || !GENERIC.contains(tree.lemma(word)))) {
                return modified(tree, word, new Match(role, lemmas.toString(), first));
            }
        }
        return generic(tree, word);
    }

    /** "Opposition candidates", "civilian advisers": the modifier tells the side. */
    private Match modified(Tree tree, int word, Match match) {
        String sector = match.role().sector();
        for (Token child : tree.children(word, "amod", "compound")) {
            String modifier = tree.lemma(child.index());
            boolean opposed =
                    modifier.equals("opposition") && Set.of("PTY", "CVL").contains(sector);
            boolean civil = modifier.equals("civilian") && sector.equals("GOV");
            if ((opposed || civil) && match.role().kind() != Party.Kind.ORGANIZATION) {
                return new Match(
                        new Register.Role(opposed ? "OPP" : "CVL", match.role().kind()),
                        modifier + " " + match.lemmas(),
                        match.first());
            }
            Register.Role trade = WordLists.has("protesters", tree.lemma(word)) ? register.role(modifier) : null;
            if (trade != null && TRADES.contains(trade.sector())) {
                return new Match(
                        new Register.Role(trade.sector(), match.role().kind()),
                        modifier + " " + match.lemmas(),
                        Math.min(match.first(), child.index()));
            }
        }
        return match;
    }

    /** "rebel leaders", "opposition groups": what modifies the noun tells the sector. */
    private @Nullable Match generic(Tree tree, int word) {
        String lemma = tree.lemma(word);
        if (!GENERIC.contains(lemma)) {
            return null;
        }
        for (Token child : tree.children(word, "amod", "compound")) {
            Register.Role role = register.role(tree.lemma(child.index()));
            if (role != null && !role.sector().equals("GOV")) {
                boolean armed = FORCES.contains(lemma) && Set.of("CVL", "REL").contains(role.sector());
                return new Match(
                        new Register.Role(armed ? "REB" : role.sector(), Party.Kind.GROUP),
                        tree.lemma(child.index()) + " " + lemma,
                        child.index());
            }
        }
        Register.Role own = register.role(lemma);
        return own == null ? null : new Match(own, lemma, word);
    }
}

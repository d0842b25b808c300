package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Map;

/** Whose parties are, once all are known: "its prime minister", ministries, and officials of the only country around. */
final class Affiliations {
    private final Map<String, PartyDraft> drafts;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final List<List<NamedPhrase>> names;
    private final CountryFinder where;

    Affiliations(PartyStory story, CountryFinder where) {
        this.drafts = story.drafts;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.names = story.names;
        this.where = where;
    }

    /** "its prime minister": of the one that "its" stands for. */
    private void possessed(PartyDraft draft) {
        for (Ref role : draft.roleWords) {
            for (Token child : trees.get(role.sentence()).children(role.token(), "nmod:poss")) {
                for (PartyDraft owner : byWord.getOrDefault(new Ref(role.sentence(), child.index()), List.of())) {
                    draft.country = draft.country == null ? owner.country : draft.country;
                }
            }
        }
    }

    /** A ministry named with its state or movement speaks for it ("the Ostland Ministry of Justice"). */
    void ministries() {
        List<PartyDraft> bodies = drafts.values().stream()
                .filter(d -> d.kind == Party.Kind.GROUP || d.kind == Party.Kind.STATE)
                .toList();
        for (PartyDraft d : drafts.values()) {
            if (d.kind == Party.Kind.ORGANIZATION && d.name.matches(".*\\b(Ministry|Department|Office)\\b.*")) {
                bodies.stream()
                        .filter(b -> b != d && d.name.startsWith(b.name + " "))
                        .findFirst()
                        .or(() -> bodies.stream()
                                .filter(b ->
                                        b.kind == Party.Kind.STATE && b.country != null && b.country.equals(d.country))
                                .findFirst())
                        .ifPresent(b -> d.speaksFor = b);
            }
        }
    }

    /** An official with no country of his own is taken to be of the only country around. */
    void officials() {
        drafts.values().forEach(this::possessed);
        for (int s = 0; s < trees.size(); s++) {
            for (NamedPhrase name : names.get(s)) {
                List<PartyDraft> who = byWord.getOrDefault(new Ref(s, name.head()), List.of());
                if (who.size() == 1
                        && who.get(0).country == null
                        && who.get(0).kind == Party.Kind.PERSON
                        && !who.get(0).roles.isEmpty()) {
                    who.get(0).country = where.onlyCountry(s);
                }
            }
        }
    }
}

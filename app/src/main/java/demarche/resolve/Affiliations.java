package demarche.resolve;

import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose parties are, once all are known: "its prime minister", ministries, and officials of the only country around. */
final class Affiliations {
    private static final Set<String> BELONGING = Set.of("of", "for", "at", "with");

    /** How many characters back an official without name may have been spoken of whose name follows. */
    private static final int NEAR = 600;

    private final Map<String, PartyDraft> drafts;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final List<List<NamedPhrase>> names;
    private final List<CodedStatement> statements;
    private final CountryFinder where;
    private final Opponents opponents;

    Affiliations(PartyStory story, CountryFinder where, Opponents opponents) {
        this.drafts = story.drafts;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.names = story.names;
        this.statements = story.coded.statements();
        this.where = where;
        this.opponents = opponents;
    }

    /** "its prime minister", "a spokesperson of the ministry": of the country of the one that the role belongs to. */
    private void possessed(PartyDraft draft) {
        for (Ref role : draft.roleWords) {
            Tree tree = trees.get(role.sentence());
            for (Token child : tree.children(role.token(), "nmod:poss", "nmod")) {
                if (child.relation().equals("nmod:poss") || BELONGING.contains(tree.preposition(child.index()))) {
                    for (PartyDraft owner : byWord.getOrDefault(new Ref(role.sentence(), child.index()), List.of())) {
                        draft.country = draft.country == null ? owner.country : draft.country;
                    }
                }
            }
        }
    }

    /** "His country": the state itself, where the story names it. */
    private void homeland(PartyDraft draft) {
        String country = draft.country;
        if (country == null || !draft.name.matches("(?i)(his|her|their|our|my|its) (own )?(country|nation|homeland)")) {
            return;
        }
        for (PartyDraft state : drafts.values()) {
            if (state != draft && state.kind == Party.Kind.STATE && country.equals(state.country)) {
                draft.roleWords.forEach(word -> byWord.put(word, List.of(state)));
                state.mentions.addAll(draft.mentions);
                draft.mentions.clear();
                return;
            }
        }
    }

    /** "A ministry spokesman said … Spokesman Berg": the nearest description before the name that has the same role. */
    private void introduced(PartyDraft draft) {
        int first = draft.mentions.stream()
                .filter(m -> m.in() == null)
                .mapToInt(Party.Mention::start)
                .min()
                .orElse(-1);
        int nearest = -1;
        for (PartyDraft other : drafts.values()) {
            boolean same = other.roles.isEmpty()
                    && other.kind == Party.Kind.PERSON
                    && other.country != null
                    && other.roleLemmas.stream().anyMatch(draft.roleLemmas::contains);
            for (Party.Mention m : same ? other.mentions : List.<Party.Mention>of()) {
                if (m.in() == null && m.start() < first && m.start() > nearest && first - m.start() < NEAR) {
                    nearest = m.start();
                    draft.country = other.country;
                }
            }
        }
    }

    /** "The ministry said … Spokesman Karl Berg said": who spoke right before him is whom he speaks for. */
    private void heard(PartyDraft draft) {
        boolean spokesman = draft.speaksFor == null && draft.roleLemmas.stream().anyMatch(r -> r.startsWith("spokes"));
        if (!spokesman || draft.roleWords.isEmpty()) {
            return;
        }
        Ref first = draft.roleWords.get(0);
        for (CodedStatement statement : statements) {
            Ref head = statement.speakerHead();
            int back = head == null ? 0 : first.sentence() - head.sentence();
            for (PartyDraft body :
                    back < 1 || back > 2 ? List.<PartyDraft>of() : byWord.getOrDefault(head, List.of())) {
                if (body.kind == Party.Kind.ORGANIZATION && body.country != null) {
                    draft.speaksFor = body;
                    draft.country = body.country;
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

    /** Who speaks for a body is of its country: the spokesperson of the movement's ministry too. */
    void spokespersons() {
        for (int step = 0; step < 2; step++) {
            for (PartyDraft d : drafts.values()) {
                if (d.country == null && d.speaksFor != null) {
                    d.country = d.speaksFor.country;
                    d.sector = d.sector == null ? d.speaksFor.sector : d.sector;
                }
            }
        }
    }

    /** An official with no country of his own is taken to be of the only country around. Who says "we" calls other countries by name. */
    void officials() {
        for (PartyDraft d : drafts.values()) {
            possessed(d);
            homeland(d);
            if (d.country == null && d.kind == Party.Kind.PERSON && !d.roles.isEmpty()) {
                introduced(d);
                if (d.country == null) {
                    heard(d);
                }
            }
        }
        for (int s = 0; s < trees.size(); s++) {
            for (NamedPhrase name : names.get(s)) {
                List<PartyDraft> who = byWord.getOrDefault(new Ref(s, name.head()), List.of());
                if (who.size() == 1
                        && who.get(0).country == null
                        && who.get(0).kind == Party.Kind.PERSON
                        && !who.get(0).roles.isEmpty()) {
                    who.get(0).country = ofOnlyCountry(s, name, who.get(0));
                }
            }
        }
    }

    private @Nullable String ofOnlyCountry(int s, NamedPhrase name, PartyDraft official) {
        String beside = where.onlyCountryBeside(s, name);
        String only = beside != null || PronounLinker.firstPerson(trees.get(s)) ? beside : where.onlyCountry(s);
        Set<String> opposed = "GOV".equals(official.sector) ? opponents.of(official) : Set.of();
        String side = opponents.side(s, only, opposed);
        official.abroad |= side == null && !opposed.isEmpty();
        return side;
    }
}

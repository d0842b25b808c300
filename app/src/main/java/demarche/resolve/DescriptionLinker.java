package demarche.resolve;

import demarche.code.Coded;
import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import demarche.story.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Noun phrases headed by a role noun: "the Ostlandian army", "rebels in Sudia", "the president". */
final class DescriptionLinker {
    private static final Set<String> GOVERNMENT = Set.of(
            "government",
            "authorities",
            "authority",
            "administration",
            "regime",
            "leadership",
            "leader",
            "state",
            "side",
            "cabinet",
            "republic",
            "country",
            "nation",
            "official",
            "delegation",
            "officials");
    private static final Set<String> ABROAD =
            Set.of("other", "foreign", "western", "international", "neighboring", "neighbouring", "overseas", "allied");
    /** Modifiers that leave a leader of a state what he is. */
    private static final Set<String> STATELY = Set.of(
            "new",
            "old",
            "top",
            "senior",
            "political",
            "national",
            "military",
            "supreme",
            "de facto",
            "future",
            "present",
            "current",
            "own",
            "main",
            "foreign",
            "other",
            "many",
            "several",
            "key",
            "world",
            "western",
            "european",
            "african",
            "asian",
            "allied",
            "elected",
            "veteran",
            "strong",
            "communist",
            "soviet",
            "arab",
            "regional",
            "federal");

    /** Governments below a state's. */
    private static final Set<String> DOMESTIC =
            Set.of("federal", "provincial", "state", "local", "regional", "municipal", "successive", "previous");

    private static final Set<String> STATES =
            Set.of("country", "nation", "state", "government", "republic", "regime", "ally");
    /** Of whose are they is told by the pronoun and not by the country that the sentence names besides. */
    private static final Set<String> HOMELAND = Set.of("country", "nation", "homeland");

    /** Sectors whose groups are many: "surety companies" are not the companies named before. */
    private static final Set<String> PRIVATE = Set.of("BUS", "CVL", "EDU", "MED", "LAB", "JRN");

    /** Who strikes at those of other countries as often as of their own. */
    private static final Set<String> ROAMING = Set.of("CRM", "UAF", "REB");

    private static final Set<String> VOICES_OF_BODIES =
            Set.of("official", "spokesman", "spokeswoman", "representative", "negotiator", "delegate");

    private final PartyStory story;
    private final Coded coded;
    private final Map<String, PartyDraft> drafts;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final List<List<NamedPhrase>> names;
    private final Register register;
    private final RoleFinder roles;
    private final CountryFinder where;
    private final Opponents opponents;

    DescriptionLinker(PartyStory story, RoleFinder roles, CountryFinder where, Opponents opponents) {
        this.opponents = opponents;
        this.story = story;
        this.coded = story.coded;
        this.drafts = story.drafts;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.names = story.names;
        this.register = story.register;
        this.roles = roles;
        this.where = where;
    }

    /** Noun phrases headed by a role noun. */
    void described(int s) {
        Tree tree = trees.get(s);
        for (int i = 1; i <= tree.size(); i++) {
            Ref ref = new Ref(s, i);
            RoleFinder.Match role = byWord.containsKey(ref) ? null : roles.roleAt(s, i);
            role = role == null && !byWord.containsKey(ref) ? voice(s, i) : role;
            role = role == null && !byWord.containsKey(ref) ? counted(s, i) : role;
            if (role == null
                    || Set.of("compound", "amod", "flat").contains(tree.token(i).baseRelation())
                    || tree.token(i).upos().equals("ADJ")
                            && tree.token(i).baseRelation().equals("amod")) {
                continue;
            }
            List<PartyDraft> found = describedBy(s, i, role);
            if (!found.isEmpty()) {
                byWord.put(ref, found);
                for (PartyDraft draft : found) {
                    story.mention(draft, s, role.first(), i, Party.MentionKind.NOMINAL);
                }
            }
        }
    }

    private List<PartyDraft> describedBy(int s, int word, RoleFinder.Match role) {
        PartyDraft named = namedBeside(s, word);
        named = named == null && (RoleFinder.GENERIC.contains(role.lemmas()) || Premises.is(role.lemmas()))
                ? movement(s, word)
                : named;
        if (named != null) {
            return List.of(named);
        }
        List<String> countries = where.countriesAround(s, word);
        boolean definite = trees.get(s).children(word, "det").stream()
                .anyMatch(d -> d.form().equalsIgnoreCase("the"));
        if (countries.isEmpty() && definite) {
            PartyDraft earlier = earlier(s, word, role);
            if (earlier != null) {
                return List.of(earlier);
            }
        }
        String leader = countries.isEmpty() && WordLists.has("led", role.lemmas()) ? ofLeader(s, word) : null;
        if (leader != null) {
            return List.of(story.state(leader));
        }
        if (countries.isEmpty() && definite && role.lemmas().equals("administration") && speaksOf("USA")) {
            return List.of(story.state("USA"));
        }
        if (countries.isEmpty() && foreign(s, word, role)) {
            return List.of(description(null, role, s, word));
        }
        if (countries.isEmpty()
                && owned(s, word)
                && (!GOVERNMENT.contains(role.lemmas()) || HOMELAND.contains(role.lemmas()))) {
            PartyDraft own = description(null, role, s, word);
            own.roleWords.add(new Ref(s, word));
            return List.of(own);
        }
        if (countries.isEmpty() && role.role().country() != null) {
            return List.of(description(role.role().country(), role, s, word));
        }
        if (countries.isEmpty()) {
            String inferred = where.placeAround(s, word);
            boolean unknown =
                    inferred == null && ROAMING.contains(role.role().sector()) && where.onlyOfVictims(s, word);
            inferred = inferred == null && !unknown
                    ? onlyCountry(s, word, role.role().sector().equals("GOV"))
                    : inferred;
            PartyDraft described = description(inferred, role, s, word);
            described.abroad |= unknown;
            return List.of(described);
        }
        return countries.stream().map(c -> description(c, role, s, word)).toList();
    }

    /** "The Berg administration": of the state whose leader the register knows by that surname. */
    private @Nullable String ofLeader(int s, int word) {
        for (Token child : trees.get(s).children(word, "compound", "nmod:poss")) {
            Register.Person person =
                    child.upos().equals("PROPN") ? register.person(child.form(), story.published) : null;
            if (person != null && "GOV".equals(person.sector())) {
                return person.country();
            }
        }
        return null;
    }

    /** The only country spoken of; of who acts against that one, the other side. */
    private @Nullable String onlyCountry(int s, int word, boolean governs) {
        return opponents.side(s, where.onlyCountry(s), governs ? opponents.of(s, word) : Set.of());
    }

    /** "His coalition", "their families": of the country of the one that the pronoun stands for, who is found later. */
    private boolean owned(int s, int word) {
        return trees.get(s).children(word, "nmod:poss").stream().anyMatch(PronounLinker::pronoun);
    }

    private boolean speaksOf(String country) {
        return java.util.stream.IntStream.range(0, trees.size())
                .anyMatch(s -> where.countries(s).containsKey(country));
    }

    /** "Other countries", "foreign diplomats", "countries that …": whoever they are, not of the country at hand. */
    private boolean foreign(int s, int word, RoleFinder.Match role) {
        boolean several = trees.get(s).token(word).xpos().equals("NNS")
                && STATES.contains(trees.get(s).lemma(word))
                && trees.get(s).children(word, "amod").stream()
                        .noneMatch(a -> DOMESTIC.contains(a.form().toLowerCase(Locale.ROOT)));
        return several
                || trees.get(s).children(word, "amod").stream()
                        .filter(a -> a.index() < role.first())
                        .anyMatch(a -> ABROAD.contains(a.form().toLowerCase(Locale.ROOT)));
    }

    /** "Ostfront officials", "Red Cross officials": the movement, party or body itself. */
    private @Nullable PartyDraft movement(int s, int word) {
        if (Premises.is(trees.get(s).lemma(word))) {
            PartyDraft holder = holder(s, word);
            if (holder != null) {
                return holder;
            }
        }
        for (Token child : trees.get(s).children(word, "compound", "amod", "nmod:poss")) {
            for (PartyDraft d : byWord.getOrDefault(new Ref(s, child.index()), List.of())) {
                if (d.named
                        || d.kind == Party.Kind.ORGANIZATION
                                && VOICES_OF_BODIES.contains(trees.get(s).lemma(word))) {
                    return d;
                }
            }
        }
        return null;
    }

    /** "Opposition offices", "the party's offices", "the offices of the rebels": those whose rooms they are. */
    private @Nullable PartyDraft holder(int s, int word) {
        Tree tree = trees.get(s);
        for (Token child : tree.children(word, "nmod:poss", "compound", "amod", "nmod")) {
            boolean of = !child.relation().equals("nmod")
                    || tree.preposition(child.index()).equals("of");
            Ref ref = new Ref(s, child.index());
            RoleFinder.Match role = !of || byWord.containsKey(ref) ? null : roles.roleAt(s, child.index());
            if (role != null && Premises.holds(role) && !child.upos().equals("PROPN")) {
                List<PartyDraft> found = describedBy(s, child.index(), role);
                byWord.put(ref, found);
                found.forEach(d -> story.mention(d, s, role.first(), child.index(), Party.MentionKind.NOMINAL));
            }
            for (PartyDraft d : of ? byWord.getOrDefault(ref, List.of()) : List.<PartyDraft>of()) {
                if (d.kind != Party.Kind.STATE && d.kind != Party.Kind.PERSON && !"GOV".equals(d.sector)) {
                    return d;
                }
            }
        }
        return null;
    }

    /**
     * "A guerrilla stronghold", "police stations", "rebel-held towns", "a rebel attack": those whose places or acts they are,
     * where the phrase itself names nobody.
     */
    void compounds(int s) {
        Tree tree = trees.get(s);
        for (int i = 1; i <= tree.size(); i++) {
            int head = Premises.head(tree, i);
            RoleFinder.Match role = head == 0 || byWord.containsKey(new Ref(s, i)) ? null : roles.roleAt(s, i);
            if (role != null && Premises.holds(role) && !byWord.containsKey(new Ref(s, head))) {
                compound(s, i, head, role);
            }
        }
    }

    private void compound(int s, int word, int head, RoleFinder.Match role) {
        List<String> whole = where.countriesAround(s, head);
        List<String> countries = whole.isEmpty() ? where.countriesAround(s, word) : whole;
        List<PartyDraft> found = countries.isEmpty()
                ? describedBy(s, word, role)
                : countries.stream().map(c -> description(c, role, s, word)).toList();
        byWord.put(new Ref(s, word), found);
        found.forEach(d -> story.mention(d, s, role.first(), word, Party.MentionKind.NOMINAL));
    }

    /** "The rebel group Ostfront", "an ally, Westland": the body that the description names. */
    private @Nullable PartyDraft namedBeside(int s, int word) {
        for (Token child : trees.get(s).children(word, "appos", "flat", "nmod:desc")) {
            List<PartyDraft> who = byWord.getOrDefault(new Ref(s, child.index()), List.of());
            if (who.size() == 1
                    && who.get(0).kind != Party.Kind.PERSON
                    && child.upos().equals("PROPN")) {
                return who.get(0);
            }
        }
        return null;
    }

    /** "the president", "the group": the nearest earlier party with that role. */
    private @Nullable PartyDraft earlier(int s, int word, RoleFinder.Match role) {
        PartyDraft best = null;
        int bestAt = -1;
        Span here = trees.get(s).token(word).span();
        for (PartyDraft d : drafts.values()) {
            boolean fits = d.roleLemmas.stream()
                    .anyMatch(r ->
                            r.equals(role.lemmas()) || r.endsWith(" " + role.lemmas()) || sameOffice(r, role.lemmas()));
            boolean called = d.kind == Party.Kind.ORGANIZATION
                    && d.country != null
                    && d.name.toLowerCase(Locale.ROOT).endsWith(" " + role.lemmas());
            if ((fits || called) && d.many == several(s, word)) {
                for (Party.Mention m : d.mentions) {
                    if (Objects.equals(m.in(), here.in()) && m.start() < here.start() && m.start() > bestAt) {
                        best = d;
                        bestAt = m.start();
                    }
                }
            }
        }
        return best;
    }

    private boolean sameOffice(String a, String b) {
        return a.startsWith("spokes") && b.startsWith("spokes");
    }

    /** "Civil rights leaders", "Ostish tribal leaders": what they lead is no state. */
    private boolean otherLeader(int s, int word) {
        return trees.get(s).children(word, "compound", "amod").stream().anyMatch(t -> leads(s, t));
    }

    private boolean leads(int s, Token modifier) {
        return where.countryOf(s, modifier.index()) == null
                ? !STATELY.contains(modifier.form().toLowerCase(Locale.ROOT))
                        && (where.countriesAround(s, modifier.head()).isEmpty()
                                || sectorOf(s, modifier.index()) != null)
                : !register.homes(modifier.form()).isEmpty();
    }

    private @Nullable String sectorOf(int s, int word) {
        Register.Role role = register.role(trees.get(s).lemma(word));
        return role == null || role.sector().equals("GOV") ? null : role.sector();
    }

    /** What those are who are led: workers, rebels, a church; else a community of citizens. */
    private String sectorLed(int s, int word) {
        return trees.get(s).children(word, "compound", "amod").stream()
                .map(t -> sectorOf(s, t.index()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("CVL");
    }

    /** Sources and critics are parties where they speak, also in "critics who say" and "most of the critics say". */
    private RoleFinder.@Nullable Match voice(int s, int word) {
        Tree tree = trees.get(s);
        Register.Role role = register.voice(tree.lemma(word));
        boolean speaks = role != null
                && coded.statements().stream()
                        .map(CodedStatement::speakerHead)
                        .anyMatch(h -> h != null && h.sentence() == s && Voices.speaker(tree, h.token()) == word);
        if (role == null || !speaks || introduces(s, word)) {
            return null;
        }
        return new RoleFinder.Match(role, tree.lemma(word), word);
    }

    /** "Killed 12", "arrested dozens": people whom a number alone tells of. */
    private RoleFinder.@Nullable Match counted(int s, int word) {
        Tree tree = trees.get(s);
        Token token = tree.token(word);
        boolean number = token.upos().equals("NUM")
                || WordLists.has("counts", token.form().toLowerCase(Locale.ROOT));
        boolean whole = number
                && Set.of("obj", "nsubj:pass", "obl:unmarked").contains(token.relation())
                && token.head() != 0
                && WordLists.has("harms", tree.lemma(token.head()))
                && !tree.has(word, "nmod", "appos", "compound", "nmod:unmarked");
        Register.Role people = whole ? register.role("people") : null;
        return people == null ? null : new RoleFinder.Match(people, "people", word);
    }

    /** "Her brother, Tomas Berg": the noun is the person named beside it. */
    private boolean introduces(int s, int word) {
        for (Token child : trees.get(s).children(word, "appos", "flat")) {
            List<PartyDraft> who = byWord.getOrDefault(new Ref(s, child.index()), List.of());
            if (who.size() == 1 && who.get(0).kind == Party.Kind.PERSON) {
                byWord.put(new Ref(s, word), who);
                story.mention(who.get(0), s, word, word, Party.MentionKind.NOMINAL);
                return true;
            }
        }
        return false;
    }

    private PartyDraft description(@Nullable String country, RoleFinder.Match role, int s, int word) {
        boolean led = role.lemmas().equals("leader") && otherLeader(s, word);
        if (country != null
                && GOVERNMENT.contains(role.lemmas())
                && !led
                && !register.stateName(country).equals(country)) {
            return story.state(country);
        }
        String sector = led ? sectorLed(s, word) : role.role().sector();
        boolean abroad = country == null && foreign(s, word, role);
        String number = several(s, word) ? ":s" : "";
        String whose = country == null && owned(s, word) ? ":" + phrase(s, word).toLowerCase(Locale.ROOT) : "";
        String which =
                PRIVATE.contains(sector) || register.role(role.lemmas()) == null ? kindOf(s, word, role.first()) : "";
        String key = "role:" + (abroad ? "abroad" : country) + ":" + role.lemmas() + number + whose + which;
        return drafts.computeIfAbsent(key, k -> {
            boolean alone = trees.get(s).token(word).upos().equals("NUM");
            PartyDraft d = new PartyDraft(
                    "", alone ? role.lemmas() : phrase(s, word), role.role().kind());
            d.country = country;
            d.sector = sector;
            d.plural =
                    trees.get(s).token(word).xpos().endsWith("S") || role.role().kind() == Party.Kind.GROUP;
            d.abroad = abroad;
            d.collective = trees.get(s).token(word).xpos().equals("NN")
                    && WordLists.has("collective", trees.get(s).lemma(word));
            d.many = several(s, word);
            d.roleLemmas.add(role.lemmas());
            if (d.plural && d.kind == Party.Kind.PERSON) {
                d.kind = Party.Kind.GROUP;
            }
            if (human(s, word)) {
                d.kind = Party.Kind.PERSON;
                d.plural = false;
            }
            return d;
        });
    }

    /** "A woman", "the farmer": one person, though the noun's plural is a group. */
    private boolean human(int s, int word) {
        Register.Role voice = register.voice(trees.get(s).lemma(word));
        return voice != null
                && voice.kind() == Party.Kind.PERSON
                && trees.get(s).token(word).xpos().equals("NN");
    }

    /** "Surety" in "surety companies": what tells such a group from others of its noun, "" for nothing. */
    private String kindOf(int s, int word, int first) {
        StringBuilder out = new StringBuilder();
        for (Token child : trees.get(s).children(word, "amod", "compound")) {
            if (child.index() < first && !register.knows(child.form())) {
                out.append(' ').append(child.form().toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    /** Whether a noun is a plural that differs from its singular. */
    private boolean several(int s, int word) {
        Tree tree = trees.get(s);
        if (Premises.head(tree, word) > 0 && Premises.countable(tree.lemma(word))) {
            return true;
        }
        return tree.token(word).xpos().equals("NNS") && !tree.token(word).form().equalsIgnoreCase(tree.lemma(word));
    }

    private String phrase(int s, int word) {
        Tree tree = trees.get(s);
        int first = word;
        for (Token child : tree.children(word, "amod", "compound", "nmod:poss")) {
            first = Math.min(first, child.index());
        }
        for (int i = word - 1; i > first; i--) {
            if (tree.token(i).form().matches("[^\\p{L}\\p{N}'’]+")
                    && !tree.token(i).form().equals("-")) {
                first = i + 1;
            }
        }
        while (first > 2 && tree.token(first - 1).form().equals("-")) {
            first -= 2;
        }
        boolean singular = several(s, word) && tree.token(word).xpos().matches("NN|JJ|NNP");
        String text = NameFinder.text(tree.sentence(), first, word);
        return singular && Premises.head(tree, word) > 0 ? text.replaceAll("y$", "ie") + "s" : text;
    }
}

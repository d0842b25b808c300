package demarche.resolve;

import demarche.code.Coded;
import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Party;
import demarche.story.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a story's parties and links names, descriptions and pronouns to them.
 *
 * <p>Three passes over the sentences: names (register and encoder, surnames joined to full names, titles and appositions
 * read as roles), then noun phrases headed by a role noun ("the Ostlandian army", "rebels in Sudia"), then pronouns and
 * definite descriptions, by nearness, number and who was the subject. Prefers a missing cell to a wrong one.
 */
public final class PartyResolver {
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
    private static final Set<String> GENERIC = Set.of(
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
            "party");
    private static final Set<String> ABROAD =
            Set.of("other", "foreign", "western", "international", "neighboring", "neighbouring", "overseas", "allied");
    private static final Set<String> HE = Set.of("he", "him", "his", "she", "her", "himself", "herself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "themselves", "theirs");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> WE =
            Set.of("we", "us", "our", "i", "me", "my", "ours", "ourselves", "myself", "mine");

    private final Register register;

    public PartyResolver(Register register) {
        this.register = register;
    }

    /** The parties of a story. {@code published} dates office holders; null when unknown. */
    public Parties resolve(Parse parse, Coded coded, @Nullable LocalDate published) {
        return new Pass(parse, coded, published).run();
    }

    private static final class Draft {
        final String id;
        String name;
        Party.Kind kind;

        @Nullable
        String country;

        @Nullable
        String sector;

        @Nullable
        Draft speaksFor;

        boolean plural;
        /** Whether the register knows it as one body ("the Front … it"), not as many people. */
        boolean named;

        boolean abroad;

        final List<Party.Role> roles = new ArrayList<>();
        final List<String> roleLemmas = new ArrayList<>();
        final List<Ref> roleWords = new ArrayList<>();
        final List<Party.Mention> mentions = new ArrayList<>();

        Draft(String id, String name, Party.Kind kind) {
            this.id = id;
            this.name = name;
            this.kind = kind;
        }
    }

    private final class Pass {
        private final Parse parse;
        private final Coded coded;
        private final @Nullable LocalDate published;
        private final NameFinder finder = new NameFinder(register);
        private final Map<String, Draft> drafts = new LinkedHashMap<>();
        private final Map<Ref, List<Draft>> byWord = new HashMap<>();
        private final List<Tree> trees = new ArrayList<>();
        private final List<List<NamedPhrase>> names = new ArrayList<>();

        Pass(Parse parse, Coded coded, @Nullable LocalDate published) {
            this.parse = parse;
            this.coded = coded;
            this.published = published;
        }

        Parties run() {
            for (Sentence sentence : parse.sentences()) {
                trees.add(new Tree(sentence));
                names.add(finder.find(sentence));
            }
            Set<String> spokenOf = new LinkedHashSet<>();
            for (int s = 0; s < trees.size(); s++) {
                spokenOf.addAll(countries(s).keySet());
            }
            names.replaceAll(found -> finder.located(found, spokenOf));
            fullNames();
            for (int s = 0; s < trees.size(); s++) {
                named(s);
            }
            for (int s = 0; s < trees.size(); s++) {
                appositions(s);
            }
            for (int s = 0; s < trees.size(); s++) {
                described(s);
            }
            Pronouns.link(this);
            officials();
            ministries();
            Home.fill(this);
            return finish();
        }

        /** Longest names first, so that "Berg" finds "Anna Berg" also when it stands in the headline before it. */
        private void fullNames() {
            for (int s = 0; s < trees.size(); s++) {
                for (NamedPhrase name : names.get(s)) {
                    if (name.kind() == Party.Kind.PERSON && name.text().contains(" ")) {
                        person(name.text(), s, name);
                    }
                }
            }
        }

        private void named(int s) {
            for (NamedPhrase name : names.get(s)) {
                Register.Entry entry = name.entry();
                if (entry != null
                        && (entry.sort() == Register.Sort.PLACE
                                || entry.sort() == Register.Sort.DEMONYM && modifies(s, name)
                                || modifiesRole(s, name))) {
                    modifier(s, name, entry);
                    continue;
                }
                if (name.kind() == null || modifiesRole(s, name)) {
                    continue;
                }
                Draft draft =
                        name.kind() == Party.Kind.PERSON && (entry == null || entry.sort() == Register.Sort.PERSON)
                                ? person(name.text(), s, name)
                                : entry != null ? registered(entry, s, name) : organization(name, s);
                mention(draft, s, name.first(), name.last(), Party.MentionKind.NAME);
                for (int i = name.first(); i <= name.last(); i++) {
                    byWord.put(new Ref(s, i), List.of(draft));
                }
            }
        }

        /** "Ostlandian" in "Ostlandian positions", "Ostburg" in "in Ostburg": stands for the state when nothing better does. */
        private void modifier(int s, NamedPhrase name, Register.Entry entry) {
            boolean state = !Set.of("IGO", "EUR", "NGO", "MNC", "IMG", "ISM").contains(entry.country());
            boolean body = entry.sort() == Register.Sort.GROUP || entry.sort() == Register.Sort.ORGANIZATION;
            Draft draft = !state || body
                    ? registered(entry, s, name)
                    : acts(s, name, entry) ? local(entry) : state(entry.country());
            mention(draft, s, name.first(), name.last(), Party.MentionKind.NOMINAL);
            for (int i = name.first(); i <= name.last(); i++) {
                byWord.put(new Ref(s, i), List.of(draft));
            }
        }

        /** A city or region that does something stands for its own authorities. */
        private boolean acts(int s, NamedPhrase name, Register.Entry entry) {
            return entry.sort() == Register.Sort.PLACE
                    && Set.of("nsubj", "obj", "iobj")
                            .contains(trees.get(s).token(name.head()).baseRelation());
        }

        private Draft local(Register.Entry place) {
            return drafts.computeIfAbsent("place:" + place.name(), k -> {
                Draft d = new Draft("", place.name(), Party.Kind.ORGANIZATION);
                d.country = place.country();
                d.sector = "GOV";
                return d;
            });
        }

        private Draft state(String country) {
            return drafts.computeIfAbsent("state:" + country, k -> {
                Draft d = new Draft("", register.stateName(country), Party.Kind.STATE);
                d.country = country;
                d.sector = "GOV";
                return d;
            });
        }

        /** "Ostlandian" in "Ostlandian troops" names no party of its own. */
        private boolean modifies(int s, NamedPhrase name) {
            Token head = trees.get(s).token(name.head());
            return Set.of("amod", "compound", "nmod:poss", "flat").contains(head.relation())
                            && !head.relation().equals("nmod:poss")
                    || head.upos().equals("ADJ")
                            && !Set.of("nsubj", "obj", "obl").contains(head.baseRelation());
        }

        /** "U.S. President Berg", "NATO troops": the name only tells whose. */
        private boolean modifiesRole(int s, NamedPhrase name) {
            Token head = trees.get(s).token(name.head());
            if (!Set.of("compound", "amod").contains(head.baseRelation()) || head.head() == 0) {
                return false;
            }
            return name.entry() != null && roleAt(s, head.head()) != null
                    || trees.get(s).token(head.head()).upos().equals("PROPN") && name.entry() != null;
        }

        private Draft registered(Register.Entry entry, int s, NamedPhrase name) {
            String owner = entry.sort() == Register.Sort.ORGANIZATION ? possessor(s, name) : null;
            if (owner != null && !owner.equals(entry.country()) && !name.text().contains(" of ")) {
                Register.Entry own = new Register.Entry(
                        entry.sort(), owner, entry.sector(), register.stateName(owner) + " " + name.text());
                return registered(own, "name:" + own.name(), name);
            }
            String settled = entry.sort() == Register.Sort.DEMONYM ? homeOf(s, name) : null;
            if (settled != null) {
                return settlers(settled, name);
            }
            String key = switch (entry.sort()) {
                case STATE, CAPITAL ->
                    "state:" + entry.country()
                            + (Set.of("PRE").contains(String.valueOf(entry.sector())) ? entry.name() : "");
                case DEMONYM -> "people:" + entry.country();
                default -> "name:" + entry.name();
            };
            return registered(entry, key, name);
        }

        /** "Ostland's Senate": whose; null when no possessor tells. */
        private @Nullable String possessor(int s, NamedPhrase name) {
            for (Token child : trees.get(s).children(name.head(), "nmod:poss")) {
                if (child.index() < name.first()) {
                    return countryOf(s, child.index());
                }
            }
            return null;
        }

        private Draft registered(Register.Entry entry, String key, NamedPhrase name) {
            return drafts.computeIfAbsent(key, k -> {
                Draft d =
                        new Draft("", entry.sort() == Register.Sort.DEMONYM ? name.text() : entry.name(), entry.kind());
                d.country = entry.country();
                d.sector = entry.sort() == Register.Sort.DEMONYM ? null : entry.sector();
                d.plural = entry.sort() == Register.Sort.DEMONYM || entry.sort() == Register.Sort.GROUP;
                d.named = entry.sort() == Register.Sort.GROUP;
                if (entry.sort() == Register.Sort.DEMONYM) {
                    d.kind = Party.Kind.GROUP;
                    d.sector = "CVL";
                }
                return d;
            });
        }

        /** "Ostlanders of southern Westland" live in Westland; null when nothing says so. */
        private @Nullable String homeOf(int s, NamedPhrase name) {
            Tree tree = trees.get(s);
            for (Token child : tree.children(name.head(), "nmod")) {
                if (tree.preposition(child.index()).equals("of")) {
                    return countryOf(s, child.index());
                }
            }
            return null;
        }

        private Draft settlers(String country, NamedPhrase name) {
            return drafts.computeIfAbsent("people:" + country + ":" + name.text(), k -> {
                Draft d = new Draft("", name.text(), Party.Kind.GROUP);
                d.country = country;
                d.sector = "CVL";
                d.plural = true;
                return d;
            });
        }

        private Draft organization(NamedPhrase name, int s) {
            Draft draft = drafts.computeIfAbsent(
                    "name:" + name.text(), k -> new Draft("", name.text(), Party.Kind.ORGANIZATION));
            Register.Role role = register.role(trees.get(s).lemma(name.last()));
            if (draft.country == null) {
                draft.country = countryInside(s, name.first(), name.last());
                if (draft.country == null) {
                    draft.country = countryAround(s, name.head());
                }
                draft.sector = role != null ? role.sector() : draft.sector;
            }
            return draft;
        }

        private Draft person(String text, int s, NamedPhrase name) {
            String surname = text.substring(text.lastIndexOf(' ') + 1);
            boolean junior = surname.matches("Jr\\.?|Sr\\.?|II|III");
            String key = null;
            for (Map.Entry<String, Draft> e : drafts.entrySet()) {
                if (e.getKey().startsWith("person:") && sameName(e.getValue().name, text, junior)) {
                    key = e.getKey();
                    break;
                }
            }
            Draft draft = drafts.computeIfAbsent(
                    key == null ? "person:" + text : key, k -> new Draft("", text, Party.Kind.PERSON));
            if (text.length() > draft.name.length()) {
                draft.name = text;
            }
            titles(draft, s, name);
            if (draft.country == null) {
                draft.country = countryAround(s, name.head());
            }
            if (draft.country == null) {
                Register.Person known = register.person(draft.name, published);
                if (known != null) {
                    draft.country = known.country();
                    draft.sector = known.sector();
                }
            }
            return draft;
        }

        private boolean sameName(String known, String text, boolean junior) {
            boolean knownJunior = known.matches(".*\\b(Jr\\.?|Sr\\.?|II|III)$");
            if (junior != knownJunior && text.contains(" ") && known.contains(" ")) {
                return false;
            }
            if (known.equals(text)) {
                return true;
            }
            if (!text.contains(" ")) {
                return !knownJunior
                        && (known.endsWith(" " + text) || known.startsWith(text + " ") && known.split(" ").length >= 2);
            }
            return !known.contains(" ") && text.endsWith(" " + known)
                    || known.contains(" ")
                            && text.endsWith(known.substring(known.lastIndexOf(' ')))
                            && text.startsWith(known.substring(0, known.indexOf(' ')));
        }

        /** Words right before the name ("Westlandian Foreign Minister Karl Dorn") give the role and whose it is. */
        private void titles(Draft draft, int s, NamedPhrase name) {
            Tree tree = trees.get(s);
            int first = name.first();
            int at = first - 1;
            while (at >= 1
                            && Set.of("NOUN", "PROPN", "ADJ")
                                    .contains(tree.token(at).upos())
                    || at > 1 && tree.token(at).form().matches("['’]s?|-")) {
                at--;
            }
            for (int i = first - 1; i > at; i--) {
                RoleMatch role = roleAt(s, i);
                if (role != null && role.role.kind() == Party.Kind.PERSON) {
                    give(draft, s, role, i);
                    for (int word = role.first; word <= i; word++) {
                        byWord.put(new Ref(s, word), List.of(draft));
                    }
                    String country = countryInside(s, at + 1, role.first - 1);
                    if (country == null) {
                        country = countryAround(s, i);
                    }
                    if (country != null) {
                        draft.country = country;
                    }
                    return;
                }
            }
        }

        private void give(Draft draft, int s, RoleMatch role, int last) {
            Sentence sentence = parse.sentences().get(s);
            Span span =
                    sentence.token(role.first).span().union(sentence.token(last).span());
            Party.Role record =
                    new Party.Role(NameFinder.text(sentence, role.first, last), span.start(), span.end(), span.in());
            if (!draft.roles.contains(record)) {
                draft.roles.add(record);
                draft.roleWords.add(new Ref(s, last));
                draft.roleLemmas.add(role.lemmas);
            }
            boolean former = role.first > 1
                    && sentence.token(role.first - 1)
                            .form()
                            .toLowerCase(Locale.ROOT)
                            .matches("former|ex|late|then");
            draft.sector = former ? "ELI" : role.role.sector();
        }

        /** "the spokesperson of the ministry, Abdul Berg", "Berg, the minister of Ostland": roles by apposition. */
        private void appositions(int s) {
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
            List<Draft> who = byWord.get(new Ref(s, nameWord));
            RoleMatch role = roleAt(s, roleWord);
            List<Draft> other = byWord.getOrDefault(new Ref(s, roleWord), List.of());
            boolean anotherPerson = !other.isEmpty() && other.get(0).kind == Party.Kind.PERSON && !other.equals(who);
            if (who == null || who.size() != 1 || role == null || anotherPerson) {
                return;
            }
            Draft draft = who.get(0);
            if (draft.kind != Party.Kind.PERSON || role.role.kind() != Party.Kind.PERSON) {
                return;
            }
            give(draft, s, role, roleWord);
            String country = countryAround(s, roleWord);
            draft.country = country != null ? country : draft.country;
            draft.speaksFor = bodyAround(s, roleWord, draft);
            byWord.put(new Ref(s, roleWord), List.of(draft));
            mention(draft, s, role.first, roleWord, Party.MentionKind.NOMINAL);
        }

        /** The organisation or state a role belongs to: "the spokesperson of the Ministry of Justice". */
        private @Nullable Draft bodyAround(int s, int roleWord, Draft self) {
            for (Token child : trees.get(s).children(roleWord, "nmod", "nmod:poss", "compound", "amod")) {
                for (Draft d : byWord.getOrDefault(new Ref(s, child.index()), List.of())) {
                    if (d != self && d.kind != Party.Kind.PERSON) {
                        return d;
                    }
                }
            }
            return null;
        }

        private record RoleMatch(Register.Role role, String lemmas, int first) {}

        private @Nullable RoleMatch roleAt(int s, int word) {
            Tree tree = trees.get(s);
            if (!tree.token(word).upos().matches("NOUN|PROPN|ADJ")) {
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
                    return new RoleMatch(role, lemmas.toString(), first);
                }
            }
            return generic(tree, word);
        }

        /** "rebel leaders", "opposition groups": what modifies the noun tells the sector. */
        private @Nullable RoleMatch generic(Tree tree, int word) {
            String lemma = tree.lemma(word);
            if (!GENERIC.contains(lemma)) {
                return null;
            }
            for (Token child : tree.children(word, "amod", "compound")) {
                Register.Role role = register.role(tree.lemma(child.index()));
                if (role != null && !role.sector().equals("GOV")) {
                    return new RoleMatch(
                            new Register.Role(role.sector(), Party.Kind.GROUP),
                            tree.lemma(child.index()) + " " + lemma,
                            child.index());
                }
            }
            Register.Role own = register.role(lemma);
            return own == null ? null : new RoleMatch(own, lemma, word);
        }

        private @Nullable String countryInside(int s, int first, int last) {
            for (NamedPhrase name : names.get(s)) {
                if (name.first() >= first && name.last() <= last && name.entry() != null) {
                    return name.entry().country();
                }
            }
            for (int i = first; i <= last; i++) {
                Register.Entry entry = i >= 1 && i <= trees.get(s).size()
                        ? register.name(trees.get(s).token(i).form())
                        : null;
                if (entry != null
                        && Character.isUpperCase(trees.get(s).token(i).form().codePointAt(0))) {
                    return entry.country();
                }
            }
            return null;
        }

        /** Country from what modifies a phrase: possessor, adjective, "of", "from", "in"; null when nothing tells. */
        private @Nullable String countryAround(int s, int head) {
            List<String> all = countriesAround(s, head);
            return all.isEmpty() ? null : all.get(0);
        }

        private List<String> countriesAround(int s, int head) {
            Tree tree = trees.get(s);
            Set<String> out = new LinkedHashSet<>();
            for (String[] step : new String[][] {{"nmod:poss"}, {"amod", "compound"}, {"nmod"}}) {
                for (Token child : tree.children(head, step)) {
                    if (step[0].equals("nmod")
                            && !Set.of("of", "from", "in", "at", "for", "near", "to")
                                    .contains(tree.preposition(child.index()))) {
                        continue;
                    }
                    for (int each : tree.conjuncts(child.index())) {
                        String country = countryOf(s, each);
                        if (country != null) {
                            out.add(country);
                        }
                    }
                }
                if (!out.isEmpty()) {
                    return new ArrayList<>(out);
                }
            }
            return new ArrayList<>(out);
        }

        private @Nullable String countryOf(int s, int word) {
            for (NamedPhrase name : names.get(s)) {
                if (name.first() <= word && word <= name.last()) {
                    if (name.entry() != null) {
                        return name.entry().country();
                    }
                    List<Draft> known = byWord.get(new Ref(s, word));
                    return known == null ? null : known.get(0).country;
                }
            }
            List<Draft> known = byWord.get(new Ref(s, word));
            if (known != null && known.get(0).country != null) {
                return known.get(0).country;
            }
            // "the army of the country's north": one step further down, no more
            for (Token child : trees.get(s).children(word, "nmod", "nmod:poss", "amod", "compound")) {
                for (NamedPhrase name : names.get(s)) {
                    if (name.first() <= child.index() && child.index() <= name.last() && name.entry() != null) {
                        return name.entry().country();
                    }
                }
            }
            return null;
        }

        /** Noun phrases headed by a role noun. */
        private void described(int s) {
            Tree tree = trees.get(s);
            for (int i = 1; i <= tree.size(); i++) {
                Ref ref = new Ref(s, i);
                RoleMatch role = byWord.containsKey(ref) ? null : roleAt(s, i);
                if (role == null
                        || Set.of("compound", "amod", "flat")
                                .contains(tree.token(i).baseRelation())
                        || tree.token(i).upos().equals("ADJ")
                                && tree.token(i).baseRelation().equals("amod")) {
                    continue;
                }
                List<Draft> found = describedBy(s, i, role);
                if (!found.isEmpty()) {
                    byWord.put(ref, found);
                    for (Draft draft : found) {
                        mention(draft, s, role.first, i, Party.MentionKind.NOMINAL);
                    }
                }
            }
        }

        private List<Draft> describedBy(int s, int word, RoleMatch role) {
            Draft named = namedBeside(s, word);
            named = named == null && GENERIC.contains(role.lemmas) ? movement(s, word) : named;
            if (named != null) {
                return List.of(named);
            }
            List<String> countries = countriesAround(s, word);
            boolean definite = trees.get(s).children(word, "det").stream()
                    .anyMatch(d -> d.form().equalsIgnoreCase("the"));
            if (countries.isEmpty() && definite) {
                Draft earlier = earlier(s, word, role);
                if (earlier != null) {
                    return List.of(earlier);
                }
            }
            if (countries.isEmpty() && definite && role.lemmas.equals("administration") && speaksOf("USA")) {
                return List.of(state("USA"));
            }
            if (countries.isEmpty() && foreign(s, word)) {
                return List.of(description(null, role, s, word));
            }
            if (countries.isEmpty()) {
                String inferred = placeAround(s, word);
                inferred = inferred == null ? onlyCountry(s) : inferred;
                return List.of(description(inferred, role, s, word));
            }
            return countries.stream().map(c -> description(c, role, s, word)).toList();
        }

        private boolean speaksOf(String country) {
            return java.util.stream.IntStream.range(0, trees.size())
                    .anyMatch(s -> countries(s).containsKey(country));
        }

        /** "Other countries", "foreign diplomats": whoever they are, not of the country at hand. */
        private boolean foreign(int s, int word) {
            return trees.get(s).children(word, "amod").stream()
                    .anyMatch(a -> ABROAD.contains(a.form().toLowerCase(Locale.ROOT)));
        }

        /** "Thousands of people marched in Ostburg": people are of the place where they act, when there is just one. */
        private @Nullable String placeAround(int s, int word) {
            Tree tree = trees.get(s);
            int at = word;
            for (int step = 0; step < 4 && at != 0 && tree.nominal(at); step++) {
                at = tree.token(at).head();
            }
            Set<String> out = new LinkedHashSet<>();
            for (Token child : at == 0 ? List.<Token>of() : tree.children(at, "obl")) {
                if (Set.of("in", "at", "near", "across", "outside", "throughout", "around")
                        .contains(tree.preposition(child.index()))) {
                    String country = countryOf(s, child.index());
                    if (country != null) {
                        out.add(country);
                    }
                }
            }
            return out.size() == 1 ? out.iterator().next() : null;
        }

        /** "Ostfront officials": the movement or party itself. */
        private @Nullable Draft movement(int s, int word) {
            for (Token child : trees.get(s).children(word, "compound", "amod", "nmod:poss")) {
                for (Draft d : byWord.getOrDefault(new Ref(s, child.index()), List.of())) {
                    if (d.named) {
                        return d;
                    }
                }
            }
            return null;
        }

        /** "The rebel group Ostfront", "an ally, Westland": the body that the description names. */
        private @Nullable Draft namedBeside(int s, int word) {
            for (Token child : trees.get(s).children(word, "appos", "flat", "nmod:desc")) {
                List<Draft> who = byWord.getOrDefault(new Ref(s, child.index()), List.of());
                if (who.size() == 1
                        && who.get(0).kind != Party.Kind.PERSON
                        && child.upos().equals("PROPN")) {
                    return who.get(0);
                }
            }
            return null;
        }

        /** "the president", "the group": the nearest earlier party with that role. */
        private @Nullable Draft earlier(int s, int word, RoleMatch role) {
            Draft best = null;
            int bestAt = -1;
            Span here = trees.get(s).token(word).span();
            for (Draft d : drafts.values()) {
                boolean fits = d.roleLemmas.stream()
                        .anyMatch(r ->
                                r.equals(role.lemmas) || r.endsWith(" " + role.lemmas) || sameOffice(r, role.lemmas));
                if (fits) {
                    for (Party.Mention m : d.mentions) {
                        if (java.util.Objects.equals(m.in(), here.in())
                                && m.start() < here.start()
                                && m.start() > bestAt) {
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

        private Draft description(@Nullable String country, RoleMatch role, int s, int word) {
            if (country != null
                    && GOVERNMENT.contains(role.lemmas)
                    && !register.stateName(country).equals(country)) {
                return state(country);
            }
            boolean abroad = country == null && foreign(s, word);
            String key = "role:" + (abroad ? "abroad" : country) + ":" + role.lemmas;
            return drafts.computeIfAbsent(key, k -> {
                Draft d = new Draft("", phrase(s, word), role.role.kind());
                d.country = country;
                d.sector = role.role.sector();
                d.plural = trees.get(s).token(word).xpos().endsWith("S") || role.role.kind() == Party.Kind.GROUP;
                d.abroad = abroad;
                d.roleLemmas.add(role.lemmas);
                if (d.plural && d.kind == Party.Kind.PERSON) {
                    d.kind = Party.Kind.GROUP;
                }
                return d;
            });
        }

        private String phrase(int s, int word) {
            Tree tree = trees.get(s);
            int first = word;
            for (Token child : tree.children(word, "amod", "compound", "nmod:poss")) {
                first = Math.min(first, child.index());
            }
            return NameFinder.text(tree.sentence(), first, word);
        }

        /** The one country of the sentence, else the story's dominant one; null when there are several. */
        private @Nullable String onlyCountry(int s) {
            Map<String, Integer> here = new HashMap<>();
            for (NamedPhrase name : names.get(s)) {
                if (!reporting(s, name)) {
                    here.putAll(countryCount(List.of(name)));
                }
            }
            if (here.size() == 1) {
                return here.keySet().iterator().next();
            }
            if (!here.isEmpty()) {
                return null;
            }
            Map<String, Integer> all = new HashMap<>();
            for (int i = 0; i < trees.size(); i++) {
                countries(i).forEach((c, n) -> all.merge(c, n, Integer::sum));
            }
            int total = all.values().stream().mapToInt(Integer::intValue).sum();
            return all.entrySet().stream()
                    .filter(e -> e.getValue() * 10 >= total * 7)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether a name only tells who reports: "officials in Ostburg said". */
        private boolean reporting(int s, NamedPhrase name) {
            Span span = trees.get(s).token(name.head()).span();
            return coded.statements().stream()
                    .map(CodedStatement::speaker)
                    .anyMatch(speaker -> speaker != null && speaker.covers(span));
        }

        private Map<String, Integer> countries(int s) {
            return countryCount(names.get(s));
        }

        private static Map<String, Integer> countryCount(List<NamedPhrase> phrases) {
            Map<String, Integer> out = new HashMap<>();
            for (NamedPhrase name : phrases) {
                if (name.entry() != null
                        && !Set.of("IGO", "EUR", "NGO", "MNC", "IMG", "ISM")
                                .contains(name.entry().country())) {
                    out.merge(name.entry().country(), 1, Integer::sum);
                }
            }
            return out;
        }

        /** "its prime minister": of the one that "its" stands for. */
        private void possessed(Draft draft) {
            for (Ref role : draft.roleWords) {
                for (Token child : trees.get(role.sentence()).children(role.token(), "nmod:poss")) {
                    for (Draft owner : byWord.getOrDefault(new Ref(role.sentence(), child.index()), List.of())) {
                        draft.country = draft.country == null ? owner.country : draft.country;
                    }
                }
            }
        }

        /** A ministry named with its state or movement speaks for it ("the Ostland Ministry of Justice"). */
        private void ministries() {
            List<Draft> bodies = drafts.values().stream()
                    .filter(d -> d.kind == Party.Kind.GROUP || d.kind == Party.Kind.STATE)
                    .toList();
            for (Draft d : drafts.values()) {
                if (d.kind == Party.Kind.ORGANIZATION && d.name.matches(".*\\b(Ministry|Department|Office)\\b.*")) {
                    bodies.stream()
                            .filter(b -> b != d && d.name.startsWith(b.name + " "))
                            .findFirst()
                            .or(() -> bodies.stream()
                                    .filter(b -> b.kind == Party.Kind.STATE
                                            && b.country != null
                                            && b.country.equals(d.country))
                                    .findFirst())
                            .ifPresent(b -> d.speaksFor = b);
                }
            }
        }

        /** An official with no country of his own is taken to be of the only country around. */
        private void officials() {
            drafts.values().forEach(this::possessed);
            for (int s = 0; s < trees.size(); s++) {
                for (NamedPhrase name : names.get(s)) {
                    List<Draft> who = byWord.getOrDefault(new Ref(s, name.head()), List.of());
                    if (who.size() == 1
                            && who.get(0).country == null
                            && who.get(0).kind == Party.Kind.PERSON
                            && !who.get(0).roles.isEmpty()) {
                        who.get(0).country = onlyCountry(s);
                    }
                }
            }
        }

        private void mention(Draft draft, int s, int first, int last, Party.MentionKind kind) {
            Sentence sentence = parse.sentences().get(s);
            Span span = sentence.token(first).span().union(sentence.token(last).span());
            Party.Mention mention = new Party.Mention(span.start(), span.end(), span.in(), kind);
            if (!draft.mentions.contains(mention)) {
                draft.mentions.add(mention);
            }
        }

        private Parties finish() {
            List<Draft> order = new ArrayList<>(drafts.values());
            order.removeIf(d -> d.mentions.isEmpty());
            order.sort(java.util.Comparator.comparing(d -> Collections.min(d.mentions.stream()
                    .map(m -> new Span(m.start(), m.end(), m.in()))
                    .toList())));
            Map<Draft, String> ids = new HashMap<>();
            for (Draft d : order) {
                ids.put(d, "p" + (ids.size() + 1));
            }
            List<Party> list = new ArrayList<>();
            for (Draft d : order) {
                d.mentions.sort(java.util.Comparator.comparing(m -> new Span(m.start(), m.end(), m.in())));
                list.add(new Party(
                        String.valueOf(ids.get(d)),
                        d.name,
                        d.kind,
                        d.country,
                        d.sector,
                        d.speaksFor == null ? null : ids.get(d.speaksFor),
                        List.copyOf(d.roles),
                        List.copyOf(d.mentions)));
            }
            Map<Ref, List<String>> words = new HashMap<>();
            byWord.forEach((ref, ds) -> words.put(
                    ref,
                    ds.stream()
                            .map(ids::get)
                            .filter(java.util.Objects::nonNull)
                            .distinct()
                            .toList()));
            return new Parties(list, words);
        }
    }

    /**
     * Parties of no stated country belong to the story's own, when it speaks of one country far more than of any other:
     * "the court", "residents" and a person without title in a story from one place.
     */
    private static final class Home {
        private static final Set<String> ELSEWHERE = Set.of("JRN", "REF");

        private Home() {}

        static void fill(Pass pass) {
            Map<String, Integer> count = new HashMap<>();
            for (int s = 0; s < pass.trees.size(); s++) {
                int weight = s <= 1 ? 2 : 1;
                pass.countries(s).forEach((c, n) -> count.merge(c, n * weight, Integer::sum));
            }
            int total = count.values().stream().mapToInt(Integer::intValue).sum();
            String home = count.entrySet().stream()
                    .filter(e -> e.getValue() * 3 >= total * 2)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (home != null) {
                pass.drafts.values().stream()
                        .filter(d -> d.country == null && !d.abroad && !ELSEWHERE.contains(String.valueOf(d.sector)))
                        .forEach(d -> d.country = home);
            }
        }
    }

    /** Pronouns: the nearest party that fits in number and kind, subjects first; "we" is who speaks. */
    private static final class Pronouns {
        private Pronouns() {}

        static void link(Pass pass) {
            List<Draft> recent = new ArrayList<>();
            for (int s = 0; s < pass.trees.size(); s++) {
                Tree tree = pass.trees.get(s);
                List<Draft> subjects = new ArrayList<>();
                for (int i = 1; i <= tree.size(); i++) {
                    Ref ref = new Ref(s, i);
                    String form = tree.token(i).form().toLowerCase(Locale.ROOT);
                    if (tree.token(i).upos().equals("PRON")
                            || tree.token(i).upos().equals("DET")
                                    && tree.token(i).relation().equals("nmod:poss")) {
                        Draft antecedent = WE.contains(form) ? speaker(pass, s, i) : choose(form, recent, subjects);
                        if (antecedent != null) {
                            pass.byWord.put(ref, List.of(antecedent));
                            pass.mention(antecedent, s, i, i, Party.MentionKind.PRONOUN);
                        }
                    }
                    for (Draft d : pass.byWord.getOrDefault(ref, List.of())) {
                        recent.remove(d);
                        recent.add(d);
                        if (Set.of("nsubj", "nsubj:pass").contains(tree.token(i).relation())) {
                            subjects.remove(d);
                            subjects.add(0, d);
                        }
                    }
                }
                // Subjects of a sentence stay nearest for the next one.
                for (int k = subjects.size() - 1; k >= 0; k--) {
                    recent.remove(subjects.get(k));
                    recent.add(subjects.get(k));
                }
            }
        }

        private static @Nullable Draft choose(String form, List<Draft> recent, List<Draft> subjects) {
            java.util.function.Predicate<Draft> fits = HE.contains(form)
                    ? d -> d.kind == Party.Kind.PERSON && !d.plural
                    : THEY.contains(form)
                            ? d -> d.plural
                                    || d.kind == Party.Kind.GROUP
                                    || d.kind == Party.Kind.ORGANIZATION
                                    || d.kind == Party.Kind.STATE
                            : IT.contains(form)
                                    ? d -> d.kind == Party.Kind.STATE
                                            || d.kind == Party.Kind.ORGANIZATION
                                            || d.kind == Party.Kind.GROUP && (!d.plural || d.named)
                                    : d -> false;
            for (int i = subjects.size() - 1; i >= 0; i--) {
                if (fits.test(subjects.get(i))) {
                    return subjects.get(i);
                }
            }
            for (int i = recent.size() - 1; i >= Math.max(0, recent.size() - 12); i--) {
                if (fits.test(recent.get(i))
                        && (!THEY.contains(form) || recent.get(i).plural || recent.get(i).kind == Party.Kind.GROUP)) {
                    return recent.get(i);
                }
            }
            for (int i = recent.size() - 1; i >= Math.max(0, recent.size() - 6); i--) {
                if (fits.test(recent.get(i))) {
                    return recent.get(i);
                }
            }
            return null;
        }

        private static @Nullable Draft speaker(Pass pass, int s, int word) {
            Span span = pass.trees.get(s).token(word).span();
            for (CodedStatement statement : pass.coded.statements()) {
                Ref head = statement.speakerHead();
                if (head != null && statement.content().stream().anyMatch(c -> c.covers(span))) {
                    List<Draft> who = pass.byWord.get(head);
                    return who == null ? null : who.get(0);
                }
            }
            return null;
        }
    }
}

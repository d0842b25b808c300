package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names to parties: the register's, the encoder's, surnames to full names; titles before a name are roles. */
final class NameLinker {
    private static final Set<String> MEMBERS = Set.of("REL", "LAB", "EDU", "MED", "AGR", "JRN", "BUS", "CVL", "SOC");

    private final PartyStory story;
    private final @Nullable LocalDate published;
    private final Map<String, PartyDraft> drafts;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final List<List<NamedPhrase>> names;
    private final Register register;
    private final RoleFinder roles;
    private final CountryFinder where;

    NameLinker(PartyStory story, RoleFinder roles, CountryFinder where) {
        this.story = story;
        this.published = story.published;
        this.drafts = story.drafts;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.names = story.names;
        this.register = story.register;
        this.roles = roles;
        this.where = where;
    }

    /** Longest names first, so that "Berg" finds "Anna Berg" also when it stands in the headline before it. */
    void fullNames() {
        for (int s = 0; s < trees.size(); s++) {
            for (NamedPhrase name : names.get(s)) {
                if (name.kind() == Party.Kind.PERSON && name.text().contains(" ")) {
                    person(name.text(), s, name);
                }
            }
        }
    }

    void named(int s) {
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
            if (entry == null && name.kind() == Party.Kind.GROUP) {
                people(s, name);
                continue;
            }
            PartyDraft draft =
                    name.kind() == Party.Kind.PERSON && (entry == null || entry.sort() == Register.Sort.PERSON)
                            ? person(name.text(), s, name)
                            : entry != null ? registered(entry, s, name) : organization(name, s);
            story.mention(draft, s, name.first(), name.last(), Party.MentionKind.NAME);
            for (int i = name.first(); i <= name.last(); i++) {
                byWord.put(new Ref(s, i), List.of(draft));
            }
        }
    }

    /** "Ethnic Ostlanders", "Kurds": people of the country where they live or act, when something tells it. */
    private void people(int s, NamedPhrase name) {
        String home = homeOf(s, name);
        home = home == null ? where.placeAround(s, name.head()) : home;
        PartyDraft draft = settlers(home, name);
        story.mention(draft, s, name.first(), name.last(), Party.MentionKind.NAME);
        for (int i = name.first(); i <= name.last(); i++) {
            byWord.put(new Ref(s, i), List.of(draft));
        }
    }

    /** "Ostlandian" in "Ostlandian positions", "Ostburg" in "in Ostburg": stands for the state when nothing better does. */
    private void modifier(int s, NamedPhrase name, Register.Entry entry) {
        boolean state = !CountryFinder.CLASSES.contains(entry.country());
        boolean body = entry.sort() == Register.Sort.GROUP || entry.sort() == Register.Sort.ORGANIZATION;
        PartyDraft draft = !state || body
                ? registered(entry, s, name)
                : acts(s, name, entry) ? local(entry) : story.state(entry.country());
        story.mention(draft, s, name.first(), name.last(), Party.MentionKind.NOMINAL);
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

    private PartyDraft local(Register.Entry place) {
        return drafts.computeIfAbsent("place:" + place.name(), k -> {
            PartyDraft d = new PartyDraft("", place.name(), Party.Kind.ORGANIZATION);
            d.country = place.country();
            d.sector = "GOV";
            return d;
        });
    }

    /** "Ostlandian" in "Ostlandian troops" names no party of its own. */
    private boolean modifies(int s, NamedPhrase name) {
        Token head = trees.get(s).token(name.head());
        return Set.of("amod", "compound", "nmod:poss", "flat").contains(head.relation())
                        && !head.relation().equals("nmod:poss")
                || head.upos().equals("ADJ") && !Set.of("nsubj", "obj", "obl").contains(head.baseRelation());
    }

    /** "U.S. President Berg", "NATO troops": the name only tells whose. */
    private boolean modifiesRole(int s, NamedPhrase name) {
        Token head = trees.get(s).token(name.head());
        if (!Set.of("compound", "amod").contains(head.baseRelation()) || head.head() == 0) {
            return false;
        }
        return name.entry() != null && roles.roleAt(s, head.head()) != null
                || trees.get(s).token(head.head()).upos().equals("PROPN") && name.entry() != null;
    }

    private PartyDraft registered(Register.Entry entry, int s, NamedPhrase name) {
        boolean institution = entry.sort() == Register.Sort.ORGANIZATION
                || Set.of("LEG", "JUD", "GOV", "MIL", "PTY").contains(String.valueOf(entry.sector()));
        String owner = institution ? possessor(s, name) : null;
        if (owner == null && "PTY".equals(entry.sector()) && entry.sort() == Register.Sort.GROUP) {
            owner = homeOf(s, name);
        }
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

    private PartyDraft registered(Register.Entry entry, String key, NamedPhrase name) {
        return drafts.computeIfAbsent(key, k -> {
            PartyDraft d = new PartyDraft(
                    "", entry.sort() == Register.Sort.DEMONYM ? name.text() : entry.name(), entry.kind());
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

    /** "Ostland's Senate", "the Ostlandian Senate": whose; null when nothing tells. */
    private @Nullable String possessor(int s, NamedPhrase name) {
        for (Token child : trees.get(s).children(name.head(), "nmod:poss", "amod")) {
            if (child.index() < name.first()) {
                return where.countryOf(s, child.index());
            }
        }
        return null;
    }

    /** "Ostlanders of southern Westland" live in Westland; null when nothing says so. */
    private @Nullable String homeOf(int s, NamedPhrase name) {
        Tree tree = trees.get(s);
        for (Token child : tree.children(name.head(), "nmod")) {
            String country = Set.of("of", "in", "from").contains(tree.preposition(child.index()))
                    ? where.countryOf(s, child.index())
                    : null;
            if (country != null) {
                return country;
            }
        }
        return null;
    }

    private PartyDraft settlers(@Nullable String country, NamedPhrase name) {
        return drafts.computeIfAbsent("people:" + country + ":" + name.text(), k -> {
            PartyDraft d = new PartyDraft("", name.text(), Party.Kind.GROUP);
            d.country = country;
            d.sector = "CVL";
            d.plural = true;
            return d;
        });
    }

    private PartyDraft organization(NamedPhrase name, int s) {
        PartyDraft shouted = shouted(name.text());
        if (shouted != null) {
            return shouted;
        }
        PartyDraft known = shortened(name.text());
        PartyDraft draft = known != null
                ? known
                : drafts.computeIfAbsent(
                        "name:" + name.text(), k -> new PartyDraft("", name.text(), Party.Kind.ORGANIZATION));
        int part = partOf(s, name);
        Register.Role role = bodyRole(draft, s, name, part + 1);
        if (draft.country == null) {
            Register.Entry whole = part < name.first() ? null : register.name(words(s, name.first(), part));
            draft.country = whole != null ? whole.country() : where.countryInside(s, name.first(), name.last());
            draft.sector = whole != null ? whole.sector() : draft.sector;
            if (draft.country == null) {
                draft.country = where.countryAround(s, name.head());
            }
            draft.sector = role != null ? role.sector() : draft.sector;
        }
        return draft;
    }

    /** "BERG: We will not sign": the person whose surname stands in capitals, null for none or several. */
    private @Nullable PartyDraft shouted(String text) {
        if (text.length() < 3 || !text.equals(text.toUpperCase(java.util.Locale.ROOT))) {
            return null;
        }
        List<PartyDraft> found = drafts.values().stream()
                .filter(d -> d.kind == Party.Kind.PERSON
                        && d.name.toUpperCase(java.util.Locale.ROOT).endsWith(" " + text))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Last word of the known organisation's name that another begins with ("the United Nations Relief Office"), else the word before the name. */
    private int partOf(int s, NamedPhrase name) {
        for (int last = name.last() - 1; last >= name.first(); last--) {
            Register.Entry entry = register.name(words(s, name.first(), last));
            if (entry != null && entry.sort() == Register.Sort.ORGANIZATION) {
                return last;
            }
        }
        return name.first() - 1;
    }

    private String words(int s, int first, int last) {
        return NameFinder.text(trees.get(s).sentence(), first, last);
    }

    /** "The Front" after "the Northern Front": the one body named before whose last word it is. */
    private @Nullable PartyDraft shortened(String text) {
        if (text.contains(" ") || drafts.containsKey("name:" + text)) {
            return null;
        }
        List<PartyDraft> whole = drafts.values().stream()
                .filter(d -> d.kind == Party.Kind.ORGANIZATION && d.name.endsWith(" " + text))
                .toList();
        return whole.size() == 1 ? whole.get(0) : null;
    }

    /** What a name says of its body, by its last word or the first one that tells: "Ministry" of Justice. */
    private Register.@Nullable Role bodyRole(PartyDraft draft, int s, NamedPhrase name, int first) {
        int last = name.last();
        if (last > first) {
            // "Patriotic Front", "Teachers' Union": two words tell more than one.
            int before =
                    trees.get(s).token(last - 1).form().matches("['’]s?") && last > first + 1 ? last - 2 : last - 1;
            Register.Role two = register.role(
                    trees.get(s).lemma(before) + " " + trees.get(s).lemma(last));
            if (two != null && two.kind() != Party.Kind.PERSON) {
                draft.roleLemmas.add(trees.get(s).lemma(last));
                return two;
            }
        }
        Register.Role members = membersOf(s, name, first);
        if (members != null) {
            return members;
        }
        for (int word = first; word <= name.last(); word++) {
            Register.Role pair = word == name.last()
                    ? null
                    : register.role(
                            trees.get(s).lemma(word) + " " + trees.get(s).lemma(word + 1));
            if (pair != null && pair.kind() == Party.Kind.ORGANIZATION) {
                draft.roleLemmas.add(
                        trees.get(s).lemma(word) + " " + trees.get(s).lemma(word + 1));
                return pair;
            }
            Register.Role here = register.role(trees.get(s).lemma(word));
            if (here != null && here.kind() == Party.Kind.ORGANIZATION) {
                draft.roleLemmas.add(trees.get(s).lemma(word));
                return here;
            }
        }
        return register.role(trees.get(s).lemma(name.last()));
    }

    /** "Council of Churches", "Union of Teachers": those who make up a body; null when its name does not say so. */
    private Register.@Nullable Role membersOf(int s, NamedPhrase name, int first) {
        Tree tree = trees.get(s);
        for (int of = first + 1; of < name.last(); of++) {
            boolean body = tree.token(of).form().equals("of") && WordLists.has("bodies of members", tree.lemma(of - 1));
            for (int word = of + 1; body && word <= Math.min(of + 2, name.last()); word++) {
                Register.Role role = register.role(tree.lemma(word));
                if (role != null
                        && MEMBERS.contains(role.sector())
                        && tree.token(word).form().endsWith("s")) {
                    return role;
                }
            }
        }
        return null;
    }

    private PartyDraft person(String text, int s, NamedPhrase name) {
        String surname = text.substring(text.lastIndexOf(' ') + 1);
        PartyDraft shouted = shouted(text);
        if (shouted != null) {
            return shouted;
        }
        boolean junior = surname.matches("Jr\\.?|Sr\\.?|II|III");
        String key = null;
        for (Map.Entry<String, PartyDraft> e : drafts.entrySet()) {
            if (e.getKey().startsWith("person:") && sameName(e.getValue().name, text, junior)) {
                key = e.getKey();
                break;
            }
        }
        key = key == null && !text.contains(" ") ? junior(text) : key;
        PartyDraft draft = drafts.computeIfAbsent(
                key == null ? "person:" + text : key, k -> new PartyDraft("", text, Party.Kind.PERSON));
        if (text.length() > draft.name.length()) {
            draft.name = text;
        }
        titles(draft, s, name);
        if (draft.country == null && draft.name.contains(" ")) {
            known(draft);
        }
        if (draft.country == null) {
            draft.country = where.countryOfPerson(s, name.head());
        }
        if (draft.country == null) {
            known(draft);
        }
        return draft;
    }

    /** "Dorn" after "Karl Dorn Jr." where nobody else is called so: the key of the one younger bearer, null for none. */
    private @Nullable String junior(String surname) {
        String end = " " + java.util.regex.Pattern.quote(surname) + ",? (Jr\\.?|Sr\\.?|II|III)";
        List<String> bearers = drafts.entrySet().stream()
                .filter(e ->
                        e.getKey().startsWith("person:") && e.getValue().name.matches(".*" + end))
                .map(Map.Entry::getKey)
                .toList();
        return bearers.size() == 1 && register.person(surname, published) == null ? bearers.get(0) : null;
    }

    /** What the register says of the person. */
    private void known(PartyDraft draft) {
        Register.Person known = register.person(draft.name, published);
        if (known != null) {
            draft.country = known.country();
            draft.sector = draft.sector == null || draft.sector.equals("GOV") ? known.sector() : draft.sector;
            boolean sure = published != null || register.only(draft.name);
            draft.name = !draft.name.contains(" ") && sure ? known.name() : draft.name;
        }
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

    /** Whether a role noun stands before a name as its title, "Professor" too. */
    private static boolean title(Tree tree, RoleFinder.Match role, int word, int name) {
        return role.role().kind() == Party.Kind.PERSON
                || word == name - 1
                        && role.role().kind() == Party.Kind.GROUP
                        && tree.token(word).xpos().matches("NNP?");
    }

    /** Words right before the name ("Westlandian Foreign Minister Karl Dorn") give the role and whose it is. */
    private void titles(PartyDraft draft, int s, NamedPhrase name) {
        Tree tree = trees.get(s);
        int first = name.first();
        int at = first - 1;
        while (at >= 1 && Set.of("NOUN", "PROPN", "ADJ").contains(tree.token(at).upos())
                || at > 1 && tree.token(at).form().matches("['’]s?|-")) {
            at--;
        }
        if (first > 1) {
            String gender = register.genders().of(tree.token(first - 1).form());
            draft.gender = gender == null ? draft.gender : gender;
        }
        for (int i = first - 1; i > at; i--) {
            RoleFinder.Match role = roles.roleAt(s, i);
            if (role != null && title(tree, role, i, first)) {
                story.give(draft, s, role, i);
                for (int word = role.first(); word <= i; word++) {
                    byWord.put(new Ref(s, word), List.of(draft));
                }
                String country = where.countryInside(s, at + 1, role.first() - 1);
                if (country == null) {
                    country = where.countryAround(s, i);
                }
                if (country == null && draft.country == null) {
                    country = role.role().country();
                }
                if (country != null) {
                    draft.country = country;
                }
                if (role.lemmas().contains("spokes") && draft.speaksFor == null) {
                    draft.speaksFor = spokenFor(s, at + 1, i);
                }
                return;
            }
        }
    }

    /** The body named before "spokesman", else the state. */
    private @Nullable PartyDraft spokenFor(int s, int first, int last) {
        PartyDraft state = null;
        for (int i = first; i < last; i++) {
            for (NamedPhrase name : names.get(s)) {
                Register.Entry entry = name.entry();
                if (name.first() == i && entry != null && entry.kind() == Party.Kind.STATE) {
                    state = story.state(entry.country());
                } else if (name.first() == i && entry != null && entry.sort() != Register.Sort.PERSON) {
                    return registered(entry, s, name);
                } else if (name.first() == i && name.kind() == Party.Kind.ORGANIZATION) {
                    return organization(name, s);
                }
            }
        }
        return state;
    }
}

package demarche.resolve;

import demarche.code.Coded;
import demarche.code.CodedStatement;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Token;
import demarche.story.Party;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose country a phrase is of: what modifies it, where it acts, what its sentence and story speak of. */
final class CountryFinder {
    /** PLOVER's classes that stand in a country's place. */
    static final Set<String> CLASSES = Set.of("IGO", "EUR", "NGO", "MNC", "IMG", "ISM");

    private static final Set<String> SEATED =
            Set.of("base", "operate", "live", "station", "headquarter", "deploy", "hold", "detain", "jail");

    /** "Ostland-led forces" are Ostland's, "Ostland-backed rebels" are not. */
    private static final Set<String> OWNED =
            Set.of("led", "run", "ruled", "dominated", "owned", "based", "commanded", "controlled");

    private static final Set<String> LOCATIVE = Set.of("in", "at", "near", "across", "outside", "throughout", "around");

    private static final Set<String> BELONGING = Set.of("of", "from", "in", "at", "for", "near");
    private final Coded coded;
    private final Map<Ref, List<PartyDraft>> byWord;
    private final List<Tree> trees;
    private final List<List<NamedPhrase>> names;
    private final Register register;

    CountryFinder(PartyStory story) {
        this.coded = story.coded;
        this.byWord = story.byWord;
        this.trees = story.trees;
        this.names = story.names;
        this.register = story.register;
    }

    /** The country of the first name among words, but of an international body wherever it stands: "Syria's UN envoy". */
    @Nullable
    String countryInside(int s, int first, int last) {
        String country = null;
        for (NamedPhrase name : names.get(s)) {
            if (name.first() >= first && name.last() <= last && name.entry() != null) {
                boolean better =
                        country == null || CLASSES.contains(name.entry().country());
                country = better ? name.entry().country() : country;
            }
        }
        if (country != null) {
            return country;
        }
        for (int i = first; i <= last; i++) {
            Register.Entry entry = i >= 1 && i <= trees.get(s).size()
                    ? register.name(trees.get(s).token(i).form())
                    : null;
            if (entry != null
                    && entry.sort() != Register.Sort.GROUP
                    && Character.isUpperCase(trees.get(s).token(i).form().codePointAt(0))) {
                return entry.country();
            }
        }
        return null;
    }

    /** Country from what modifies a phrase: possessor, adjective, "of", "from", "in"; null when nothing tells. */
    @Nullable
    String countryAround(int s, int head) {
        List<String> all = countriesAround(s, head);
        return all.isEmpty() ? null : all.get(0);
    }

    /** Where a name says that somebody is from: "Berg of Ostland", "Ostland's Berg"; what the person is "to" or "in" does not tell. */
    @Nullable
    String countryOfPerson(int s, int head) {
        List<String> all = countriesAround(s, head, Set.of("of", "from"));
        return all.isEmpty() ? null : all.get(0);
    }

    /** What modifies a phrase tells its country; where "its troops" or an embassy are does not. */
    List<String> countriesAround(int s, int head) {
        boolean elsewhere = WordLists.has("abroad", trees.get(s).lemma(head))
                || trees.get(s).children(head, "nmod:poss").stream().anyMatch(PronounLinker::pronoun);
        return countriesAround(s, head, elsewhere ? Set.of("of", "from") : BELONGING);
    }

    private List<String> countriesAround(int s, int head, Set<String> prepositions) {
        Tree tree = trees.get(s);
        Set<String> out = new LinkedHashSet<>();
        for (Token child : tree.children(head, "amod", "compound")) {
            String body = countryOf(s, child.index());
            if (CLASSES.contains(String.valueOf(body))) {
                return List.of(body);
            }
        }
        for (String[] step : new String[][] {{"nmod:poss"}, {"amod", "compound"}, {"nmod"}}) {
            for (Token child : tree.children(head, step)) {
                if (step[0].equals("nmod") && !prepositions.contains(tree.preposition(child.index()))) {
                    continue;
                }
                if (child.upos().equals("VERB") && !OWNED.contains(child.form().toLowerCase(Locale.ROOT))) {
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
        String seat = seat(s, head);
        seat = seat == null ? justBefore(s, head) : seat;
        return seat == null ? List.of() : List.of(seat);
    }

    /** "The rebels and Ostlandian diplomats": the name before a noun is its own, also where parsers hang it on another. */
    private @Nullable String justBefore(int s, int head) {
        for (NamedPhrase name : names.get(s)) {
            Register.Entry entry = name.entry();
            boolean own = name.last() == head - 1
                    && entry != null
                    && (entry.sort() == Register.Sort.STATE || entry.sort() == Register.Sort.DEMONYM)
                    && trees.get(s).token(name.last()).baseRelation().matches("conj|amod|compound");
            if (own) {
                return countryOf(s, name.last());
            }
        }
        return null;
    }

    /** "A group based in Ostland", "rebels operating in Ostland"; null when nothing says so. */
    private @Nullable String seat(int s, int head) {
        Tree tree = trees.get(s);
        for (Token clause : tree.children(head, "acl")) {
            for (Token where : SEATED.contains(tree.lemma(clause.index()))
                    ? tree.children(clause.index(), "obl")
                    : List.<Token>of()) {
                String country = Set.of("in", "at", "from", "near").contains(tree.preposition(where.index()))
                        ? countryOf(s, where.index())
                        : null;
                if (country != null) {
                    return country;
                }
            }
        }
        return null;
    }

    @Nullable
    String countryOf(int s, int word) {
        for (NamedPhrase name : names.get(s)) {
            if (name.first() <= word && word <= name.last()) {
                if (name.entry() != null) {
                    return name.entry().country();
                }
                List<PartyDraft> known = byWord.get(new Ref(s, word));
                return known == null ? null : known.get(0).country;
            }
        }
        List<PartyDraft> known = byWord.get(new Ref(s, word));
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

    /** "Thousands of people marched in Ostburg": people are of the place where they act, when there is just one. */
    @Nullable
    String placeAround(int s, int word) {
        Tree tree = trees.get(s);
        int at = word;
        for (int step = 0; step < 4 && at != 0 && tree.nominal(at); step++) {
            at = tree.token(at).head();
        }
        Set<String> out = new LinkedHashSet<>();
        for (Token child : at == 0 ? List.<Token>of() : tree.children(at, "obl", "obj")) {
            int head = child.index();
            boolean abroad = WordLists.has("abroad", tree.lemma(head))
                    || tree.children(head, "nmod").stream()
                            .anyMatch(t -> WordLists.has("abroad", tree.lemma(t.index())));
            if (LOCATIVE.contains(tree.preposition(child.index())) && !abroad) {
                String country = countryOf(s, child.index());
                if (country != null) {
                    out.add(country);
                }
            }
            if (abroad) {
                out.addAll(hosts(s, child.index()));
            }
        }
        return out.size() == 1 ? out.iterator().next() : null;
    }

    /** "The Ostlandian embassy in Westburg": where it stands is not whose it is. */
    private List<String> hosts(int s, int embassy) {
        Tree tree = trees.get(s);
        return java.util.stream.Stream.concat(
                        tree.children(embassy, "nmod").stream(),
                        tree.children(embassy, "nmod").stream().flatMap(t -> tree.children(t.index(), "nmod").stream()))
                .filter(t -> LOCATIVE.contains(trees.get(s).preposition(t.index())))
                .map(t -> countryOf(s, t.index()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The one country of the sentence, else the story's dominant one; null when there are several. */
    @Nullable
    String onlyCountry(int s) {
        return onlyCountry(s, List.of());
    }

    /**
     * The one country of the sentence that a name stands in, else the story's dominant one; null when there are several.
     * What the named one says there does not count: officials speak of other countries more often than of their own.
     */
    @Nullable
    String onlyCountryBeside(int s, NamedPhrase who) {
        Ref head = new Ref(s, who.head());
        return onlyCountry(
                s,
                coded.statements().stream()
                        .filter(c -> head.equals(c.speakerHead()))
                        .flatMap(c -> c.content().stream())
                        .toList());
    }

    /** "His Ostlandian counterpart": the country that he is not of. */
    private boolean ofCounterpart(int s, NamedPhrase name) {
        int governor = trees.get(s).token(name.head()).head();
        return governor != 0 && trees.get(s).lemma(governor).equals("counterpart");
    }

    private @Nullable String onlyCountry(int s, List<Span> but) {
        Map<String, Integer> here = new HashMap<>();
        for (NamedPhrase name : names.get(s)) {
            Span span = trees.get(s).token(name.head()).span();
            if (!reporting(s, name) && !ofCounterpart(s, name) && but.stream().noneMatch(b -> b.covers(span))) {
                String country = named(s, name);
                if (country != null) {
                    here.put(country, 1);
                }
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

    /** "Gunmen seized two Ostlandian tourists": the one country said is of foreigners whom the act is done to. */
    boolean onlyOfVictims(int s, int word) {
        Tree tree = trees.get(s);
        int verb = tree.token(word).head();
        boolean acts = verb != 0 && tree.token(word).relation().equals("nsubj");
        List<Integer> victims = new ArrayList<>();
        for (Token child : acts ? tree.children(verb, "obj") : List.<Token>of()) {
            int head = tree.contentHead(child.index());
            if (WordLists.has("foreigners", tree.lemma(head))) {
                victims.add(head);
            }
        }
        return !victims.isEmpty()
                && names.get(s).stream()
                        .filter(n -> named(s, n) != null)
                        .allMatch(n -> reporting(s, n) || victims.stream().anyMatch(v -> tree.dominates(v, n.head())));
    }

    /** Whether a name only tells who reports: "officials in Ostburg said". */
    private boolean reporting(int s, NamedPhrase name) {
        Span span = trees.get(s).token(name.head()).span();
        return coded.statements().stream()
                .map(CodedStatement::speaker)
                .anyMatch(speaker -> speaker != null && speaker.covers(span));
    }

    Map<String, Integer> countries(int s) {
        Map<String, Integer> out = new HashMap<>();
        for (NamedPhrase name : names.get(s)) {
            String country = named(s, name);
            if (country != null) {
                out.merge(country, 1, Integer::sum);
            }
        }
        return out;
    }

    /** The state a name is or, for a body, has in its name ("the Ostland Parliament"); null for others. */
    private @Nullable String named(int s, NamedPhrase name) {
        Register.Entry entry = name.entry();
        if (entry != null
                && "PTY".equals(entry.sector())
                && register.homes(entry.name()).size() > 1) {
            return null;
        }
        String country = entry != null
                ? entry.country()
                : name.kind() == Party.Kind.ORGANIZATION ? countryInside(s, name.first(), name.last()) : null;
        return country == null || CLASSES.contains(country) ? null : country;
    }
}

package demarche.resolve;

import demarche.code.Tree;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of a sentence: the register's longest matches, joined with the encoder's names. */
final class NameFinder {
    private static final Set<String> TITLES = Set.of(
            "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Sen", "Rep", "Gov", "Gen", "Prof", "Col", "Lt",
            "Capt", "Maj", "Sgt", "Adm", "Rev", "Hon", "Sens", "Reps", "Messrs");

    private static final String WATERS =
            "(?i).*\\b(gulf|sea|straits?|lake|river|bay|ocean|canal|channel|mount|mountains|desert|basin)\\b.*";
    /** What a country named right before a people or party counts: it settles which one is meant. */
    private static final int BESIDE = 100;

    /** A people of more countries than these is of none until the story says so. */
    private static final int MANY_HOMES = 2;

    private final Register register;

    NameFinder(Register register) {
        this.register = register;
    }

    List<NamedPhrase> find(Sentence sentence) {
        List<NamedPhrase> out = new ArrayList<>();
        boolean[] taken = new boolean[sentence.tokens().size() + 2];
        for (Sentence.Name name : sentence.names()) {
            if (name.kind() == Sentence.Name.Kind.PERSON || name.kind() == Sentence.Name.Kind.ORGANIZATION) {
                add(out, taken, encoded(sentence, name));
            }
        }
        for (Sentence.Name name : sentence.names()) {
            if (name.kind() == Sentence.Name.Kind.LOCATION && whole(sentence, name)) {
                add(out, taken, encoded(sentence, name));
            }
        }
        int n = sentence.tokens().size();
        for (int i = 1; i <= n; i++) {
            if (taken[i]) {
                continue;
            }
            NamedPhrase known = known(sentence, i, taken);
            if (known != null) {
                add(out, taken, known);
            }
        }
        for (Sentence.Name name : sentence.names()) {
            if (!taken[name.first()] && !taken[name.last()]) {
                add(out, taken, encoded(sentence, name));
            }
        }
        out.sort(Comparator.comparingInt(NamedPhrase::first));
        return out;
    }

    /** A place whose name holds a country's, and is another one: "New South Wales", "the Gulf of Ostland". */
    private boolean whole(Sentence sentence, Sentence.Name name) {
        String text = text(sentence, name.first(), name.last());
        if (!text.contains(" ") || register.knows(text)) {
            return false;
        }
        return text.matches(WATERS) || Gazetteer.load().lookup(text, Set.of()).isPresent();
    }

    /**
     * The same names, with the gazetteer's country for places that the register does not know, and for a people or party of
     * several countries the one the story means.
     *
     * @param countries how often the story names each
     */
    List<NamedPhrase> located(Tree tree, List<NamedPhrase> names, Map<String, Integer> countries) {
        List<NamedPhrase> out = new ArrayList<>();
        for (NamedPhrase n : names) {
            NamedPhrase known =
                    n.entry() == null ? located(n, countries.keySet()) : settled(tree, n, n.entry(), countries);
            String country = countryAfter(tree, known, names);
            out.add(country == null ? known : within(known, country));
        }
        return out;
    }

    /** "Tripoli, Lebanon", "the city of Palma in Mozambique": the state named right after a place; null for none. */
    private static @Nullable String countryAfter(Tree tree, NamedPhrase place, List<NamedPhrase> names) {
        int next = place.last() + 1;
        boolean city = place.entry() != null
                && (place.entry().sort() == Register.Sort.PLACE || place.entry().sort() == Register.Sort.CAPITAL);
        if (!city || next >= tree.size() || !tree.token(next).form().matches(",|in")) {
            return null;
        }
        for (NamedPhrase name : names) {
            Register.Entry entry = name.entry();
            boolean part = tree.token(next).form().equals("in")
                    ? tree.token(name.head()).baseRelation().equals("nmod") && tree.dominates(place.head(), name.head())
                    : name.last() < tree.size()
                            && tree.token(name.last() + 1).form().equals(",")
                            && tree.dominates(place.head(), name.head());
            if (part && name.first() == next + 1 && entry != null && entry.sort() == Register.Sort.STATE) {
                return entry.country();
            }
        }
        return null;
    }

    private static NamedPhrase within(NamedPhrase place, String country) {
        Register.Entry entry = place.entry();
        return entry == null || entry.country().equals(country)
                ? place
                : new NamedPhrase(
                        place.first(),
                        place.last(),
                        place.head(),
                        place.text(),
                        new Register.Entry(Register.Sort.PLACE, country, null, place.text()),
                        place.kind(),
                        place.found());
    }

    /** How often a story names each country, counting much what stands before a name of several ("Syrian Kurds"). */
    Map<String, Integer> spoken(List<List<NamedPhrase>> story, List<Tree> trees) {
        Map<String, Integer> out = new HashMap<>();
        for (int s = 0; s < story.size(); s++) {
            List<NamedPhrase> names = story.get(s);
            for (int i = 0; i < names.size(); i++) {
                Register.Entry entry = names.get(i).entry();
                int after = names.get(i).last() + 1;
                boolean border = after <= trees.get(s).size()
                        && trees.get(s).lemma(after).matches("border|frontier");
                if (entry == null || border || register.homes(entry.name()).size() > 1) {
                    continue;
                }
                Register.Entry next = i + 1 < names.size()
                                && names.get(i + 1).first() == names.get(i).last() + 1
                        ? names.get(i + 1).entry()
                        : null;
                boolean beside = next != null && register.homes(next.name()).contains(entry.country());
                out.merge(entry.country(), beside ? BESIDE : 1, Integer::sum);
            }
        }
        return out;
    }

    private NamedPhrase settled(Tree tree, NamedPhrase name, Register.Entry entry, Map<String, Integer> countries) {
        List<String> homes = register.homes(entry.name());
        boolean ethnic = entry.sort() == Register.Sort.DEMONYM
                && name.first() > 1
                && tree.lemma(name.first() - 1).equals("ethnic");
        String best = homes.stream()
                .max(Comparator.comparingInt((String c) -> countries.getOrDefault(c, 0))
                        .thenComparingInt(c -> -homes.indexOf(c)))
                .orElse(entry.country());
        boolean unsaid =
                homes.size() > MANY_HOMES && !countries.containsKey(best) && entry.sort() == Register.Sort.DEMONYM;
        if (ethnic || unsaid) {
            boolean people = tree.token(name.head()).upos().matches("NOUN|PROPN")
                    && !tree.token(name.head()).baseRelation().matches("amod|compound");
            return new NamedPhrase(
                    name.first(),
                    name.last(),
                    name.head(),
                    name.text(),
                    null,
                    people ? Party.Kind.GROUP : null,
                    name.found());
        }
        return best.equals(entry.country())
                ? name
                : new NamedPhrase(
                        name.first(),
                        name.last(),
                        name.head(),
                        name.text(),
                        new Register.Entry(entry.sort(), best, entry.sector(), entry.name()),
                        name.kind(),
                        name.found());
    }

    private static NamedPhrase located(NamedPhrase name, Set<String> countries) {
        if (name.entry() != null || name.found() != Sentence.Name.Kind.LOCATION) {
            return name;
        }
        return Gazetteer.load()
                .lookup(name.text(), countries)
                .map(place -> new NamedPhrase(
                        name.first(),
                        name.last(),
                        name.head(),
                        name.text(),
                        new Register.Entry(Register.Sort.PLACE, place.country(), null, name.text()),
                        Party.Kind.STATE,
                        name.found()))
                .orElse(name);
    }

    private static void add(List<NamedPhrase> out, boolean[] taken, NamedPhrase phrase) {
        for (int i = phrase.first(); i <= phrase.last(); i++) {
            taken[i] = true;
        }
        out.add(phrase);
    }

    private @Nullable NamedPhrase known(Sentence sentence, int first, boolean[] taken) {
        String initial = sentence.token(first).form();
        if (!Character.isUpperCase(initial.codePointAt(0))
                && !initial.startsWith("al")
                && !initial.startsWith("pro")
                && !initial.startsWith("south")) {
            return null;
        }
        int n = sentence.tokens().size();
        for (int last = Math.min(n, first + Register.MOST_WORDS - 1); last >= first; last--) {
            boolean free = true;
            for (int i = first; i <= last; i++) {
                free &= !taken[i];
            }
            Register.Entry entry = free ? register.name(text(sentence, first, last)) : null;
            if (entry != null) {
                return new NamedPhrase(
                        first,
                        last,
                        head(sentence, first, last),
                        text(sentence, first, last),
                        entry,
                        entry.kind(),
                        null);
            }
        }
        return null;
    }

    private NamedPhrase encoded(Sentence sentence, Sentence.Name name) {
        int first = name.first();
        String text = text(sentence, first, name.last());
        Register.Entry entry = register.name(text);
        if (entry == null && text.startsWith("the ")) {
            first++;
            text = text(sentence, first, name.last());
            entry = register.name(text);
        }
        while (first < name.last()
                && TITLES.contains(sentence.token(first).form().replace(".", ""))) {
            first++;
            text = text(sentence, first, name.last());
            entry = register.name(text);
        }
        Party.Kind kind = entry != null
                ? entry.kind()
                : switch (name.kind()) {
                    case PERSON -> Party.Kind.PERSON;
                    case ORGANIZATION -> Party.Kind.ORGANIZATION;
                    case LOCATION, MISC -> null;
                };
        if (name.kind() == Sentence.Name.Kind.PERSON && entry != null && entry.sort() == Register.Sort.PLACE) {
            entry = null;
            kind = Party.Kind.PERSON;
        }
        return new NamedPhrase(first, name.last(), head(sentence, first, name.last()), text, entry, kind, name.kind());
    }

    static int head(Sentence sentence, int first, int last) {
        for (int i = first; i <= last; i++) {
            int governor = sentence.token(i).head();
            if (governor < first || governor > last) {
                return i;
            }
        }
        return last;
    }

    /** The words as they stand, one space between them unless they touch. */
    static String text(Sentence sentence, int first, int last) {
        StringBuilder out = new StringBuilder();
        for (int i = first; i <= last; i++) {
            Token token = sentence.token(i);
            if (i > first && sentence.token(i - 1).span().end() < token.span().start()) {
                out.append(' ');
            }
            out.append(token.form());
        }
        return out.toString();
    }
}

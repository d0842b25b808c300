package demarche.resolve;

import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Place;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where an act happened: the locative phrase of its clause, looked up in the gazetteer. One reader a story. */
public final class PlaceReader {
    private static final Set<String> AT = Set.of(
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "off",
            "around",
            "across",
            "throughout",
            "along",
            "outside of",
            "close to",
            "north of",
            "south of",
            "east of",
            "west of",
            "within",
            "on");
    private static final Set<String> ARRIVALS =
            Set.of("travel", "fly", "go", "come", "trip", "visit", "arrive", "return", "head", "journey");
    private static final Set<String> UPWARD =
            Set.of("xcomp", "obj", "nsubj", "nmod", "obl", "compound", "conj", "appos", "acl");
    private static final int MOST_WORDS = 4;

    private final Parse parse;
    private final Gazetteer gazetteer;
    private final Set<String> countries;
    private final Map<Integer, Tree> trees = new HashMap<>();

    /**
     * A reader of one story.
     *
     * @param countries alpha-3 codes of states the story speaks of, for names that several places bear; those it names
     *     itself are added
     */
    public PlaceReader(Parse parse, Set<String> countries) {
        this.parse = parse;
        this.gazetteer = Gazetteer.load();
        this.countries = new LinkedHashSet<>(countries);
        for (Sentence sentence : parse.sentences()) {
            for (int i = 1; i <= sentence.tokens().size(); i++) {
                if (sentence.token(i).upos().equals("PROPN")) {
                    Name name = longest(sentence, i, true);
                    if (name != null) {
                        this.countries.add(name.entry().country());
                    }
                }
            }
        }
    }

    private record Name(int first, int last, GazetteerEntry entry) {}

    /** Where the act of this word happened; null when its sentence does not say, or the name is not known. */
    public @Nullable Place placeOf(Ref trigger) {
        Tree tree = trees.computeIfAbsent(
                trigger.sentence(), s -> new Tree(parse.sentences().get(s)));
        int at = trigger.token();
        for (int step = 0; at != 0 && step < 10; step++) {
            Place found = around(tree, at, at == trigger.token());
            if (found != null) {
                return found;
            }
            if (!UPWARD.contains(tree.token(at).baseRelation())) {
                return null;
            }
            at = tree.token(at).head();
        }
        return null;
    }

    private @Nullable Place around(Tree tree, int at, boolean own) {
        List<Integer> phrases = new ArrayList<>(locatives(tree, at));
        if (own) {
            for (Token argument : tree.children(at, "obj", "obl", "nmod", "nsubj:pass")) {
                phrases.addAll(locatives(tree, argument.index()));
            }
        }
        Name best = null;
        for (int phrase : phrases) {
            Name name = named(tree, phrase);
            boolean finer = best != null
                    && name != null
                    && best.entry().kind() == GazetteerEntry.Kind.COUNTRY
                    && name.entry().kind() != GazetteerEntry.Kind.COUNTRY;
            if (name != null && (best == null || finer)) {
                best = name;
            }
        }
        return best == null ? null : place(tree.sentence(), best);
    }

    private static List<Integer> locatives(Tree tree, int at) {
        List<Integer> out = new ArrayList<>();
        for (Token child : tree.children(at, "obl", "nmod", "advmod")) {
            String preposition = tree.preposition(child.index());
            boolean arrival = Set.of("to", "into").contains(preposition) && ARRIVALS.contains(tree.lemma(at));
            if (AT.contains(preposition) || arrival) {
                out.add(child.index());
            }
        }
        return out;
    }

    /** The place a phrase names by its head ("in Paris") or by what is said of the head ("in the port city of Odessa"). */
    private @Nullable Name named(Tree tree, int head) {
        if (tree.token(head).upos().equals("PROPN")) {
            return phrase(tree, head);
        }
        for (Token child : tree.children(head, "appos", "flat", "nmod", "compound", "nmod:poss")) {
            boolean of = !child.relation().equals("nmod")
                    || Set.of("of", "in", "near", "at").contains(tree.preposition(child.index()));
            if (of && child.upos().equals("PROPN")) {
                Name name = phrase(tree, child.index());
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    private @Nullable Name phrase(Tree tree, int head) {
        Sentence sentence = tree.sentence();
        for (int i = Math.max(1, head - MOST_WORDS + 1); i <= head; i++) {
            Name name = longest(sentence, i, false);
            if (name != null && name.last() >= head) {
                return isPerson(sentence, name) ? null : name;
            }
        }
        return null;
    }

    private static boolean isPerson(Sentence sentence, Name name) {
        return sentence.names().stream()
                .anyMatch(n ->
                        n.kind() == Sentence.Name.Kind.PERSON && n.first() <= name.first() && name.last() <= n.last());
    }

    /** The longest known name that starts at a word and is not part of a longer proper name. */
    private @Nullable Name longest(Sentence sentence, int first, boolean countryOnly) {
        int n = sentence.tokens().size();
        String upos = sentence.token(first).upos();
        if (!upos.equals("PROPN") && !upos.equals("ADJ")
                || !Character.isUpperCase(sentence.token(first).form().charAt(0))) {
            return null;
        }
        for (int last = Math.min(n, first + MOST_WORDS - 1); last >= first; last--) {
            if (!sentence.token(last).upos().equals("PROPN") || cut(sentence, first, last)) {
                continue;
            }
            String text = NameFinder.text(sentence, first, last);
            Optional<GazetteerEntry> entry = countryOnly ? gazetteer.country(text) : resolved(sentence, text, last);
            if (entry.isPresent()) {
                return new Name(first, last, entry.get());
            }
        }
        return null;
    }

    /** Whether the words are a piece of a longer name ("York" of "New York"). */
    private static boolean cut(Sentence sentence, int first, int last) {
        return sentence.names().stream()
                .anyMatch(n -> n.first() <= last
                        && first <= n.last()
                        && n.last() - n.first() > last - first
                        && !(n.kind() == Sentence.Name.Kind.LOCATION && commaInside(sentence, n)));
    }

    private static boolean commaInside(Sentence sentence, Sentence.Name name) {
        for (int i = name.first(); i <= name.last(); i++) {
            if (sentence.token(i).form().equals(",")) {
                return true;
            }
        }
        return false;
    }

    private Optional<GazetteerEntry> resolved(Sentence sentence, String text, int last) {
        int n = sentence.tokens().size();
        if (last + 2 <= n && sentence.token(last + 1).form().equals(",")) {
            for (int end = Math.min(n, last + 3); end >= last + 2; end--) {
                Optional<GazetteerEntry> inner = gazetteer.within(text, NameFinder.text(sentence, last + 2, end));
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return gazetteer.lookup(text, countries);
    }

    private static Place place(Sentence sentence, Name name) {
        Span span = sentence.token(name.first())
                .span()
                .union(sentence.token(name.last()).span());
        GazetteerEntry entry = name.entry();
        return new Place(
                NameFinder.text(sentence, name.first(), name.last()),
                entry.country(),
                entry.lat(),
                entry.lon(),
                span.start(),
                span.end(),
                span.in());
    }
}

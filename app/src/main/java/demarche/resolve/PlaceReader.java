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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where an act happened: the locative phrase of its clause, looked up in the gazetteer. One reader a story. */
final class PlaceReader {
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
    /** "took to the streets of Ostburg", "marched through the city". */
    private static final Set<String> OUTDOORS = Set.of("street", "square", "avenue", "city", "town", "capital");

    private static final Set<String> UPWARD =
            Set.of("xcomp", "obj", "nsubj", "nmod", "obl", "compound", "conj", "appos", "acl");
    private static final int MOST_WORDS = 4;

    private final Parse parse;
    private final StoryPlaces places;
    private final Map<Integer, Tree> trees = new HashMap<>();

    /** A reader of one story, whose places are {@code places}. */
    PlaceReader(Parse parse, StoryPlaces places) {
        this.parse = parse;
        this.places = places;
    }

    /** Where the act of this word happened; null when its sentence does not say, or the name is not known. */
    @Nullable
    Place placeOf(Ref trigger) {
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
                int content = tree.contentHead(argument.index());
                if (content != argument.index()) {
                    phrases.addAll(locatives(tree, content));
                }
                // "guerrillas operating in Ostland"
                tree.children(content, "acl").forEach(c -> phrases.addAll(locatives(tree, c.index())));
            }
            // "A bombing near Ostburg killed two."
            tree.children(at, "nsubj").stream()
                    .filter(t -> UnnamedParties.isStrike(tree.lemma(t.index())))
                    .forEach(t -> phrases.addAll(locatives(tree, t.index())));
        }
        Place best = null;
        for (int phrase : phrases) {
            Place place = named(tree, phrase);
            boolean finer = best != null
                    && place != null
                    && best.kind() == Place.Kind.COUNTRY
                    && place.kind() != Place.Kind.COUNTRY;
            if (place != null && (best == null || finer)) {
                best = place;
            }
        }
        return best;
    }

    private static List<Integer> locatives(Tree tree, int at) {
        List<Integer> found = new ArrayList<>();
        for (Token child : tree.children(at, "obl", "nmod", "advmod")) {
            String preposition = tree.preposition(child.index());
            boolean arrival = Set.of("to", "into").contains(preposition) && ARRIVALS.contains(tree.lemma(at));
            boolean out = Set.of("to", "into", "onto", "through").contains(preposition)
                    && OUTDOORS.contains(tree.lemma(child.index()));
            if (AT.contains(preposition) || arrival || out) {
                found.add(child.index());
            }
        }
        return found;
    }

    /** The place a phrase names by its head ("in Paris") or by what is said of the head ("in the port city of Odessa"). */
    private @Nullable Place named(Tree tree, int head) {
        if (tree.token(head).upos().equals("PROPN")) {
            return phrase(tree, head);
        }
        for (Token child : tree.children(head, "appos", "flat", "nmod", "compound", "nmod:poss")) {
            boolean of = !child.relation().equals("nmod")
                    || Set.of("of", "in", "near", "at").contains(tree.preposition(child.index()));
            if (of && child.upos().equals("PROPN")) {
                Place place = phrase(tree, child.index());
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    /** The place whose name ends at or after a head: one found in the story, else one the gazetteer knows. */
    private @Nullable Place phrase(Tree tree, int head) {
        Sentence sentence = tree.sentence();
        Place found = places.at(sentence, head);
        if (found != null || places.covers(sentence, head) || isNamed(sentence, head)) {
            return found;
        }
        int n = sentence.tokens().size();
        for (int first = Math.max(1, head - MOST_WORDS + 1); first <= head; first++) {
            for (int last = Math.min(n, first + MOST_WORDS - 1); last >= head; last--) {
                Place place = named(sentence, first, last);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    /** Whether the encoder has another kind of name here, so that a like-named place is not meant. */
    private static boolean isNamed(Sentence sentence, int word) {
        return sentence.names().stream()
                .anyMatch(n -> n.kind() != Sentence.Name.Kind.LOCATION && n.first() <= word && word <= n.last());
    }

    private @Nullable Place named(Sentence sentence, int first, int last) {
        Token token = sentence.token(first);
        if (!Set.of("PROPN", "ADJ").contains(token.upos())
                || !sentence.token(last).upos().equals("PROPN")
                || !Character.isUpperCase(token.form().codePointAt(0))) {
            return null;
        }
        Span span = token.span().union(sentence.token(last).span());
        String text = NameFinder.text(sentence, first, last);
        return places.meaning(text)
                .map(e -> StoryPlaces.of(text, e, span, false))
                .orElse(null);
    }
}

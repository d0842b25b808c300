package demarche.resolve;

import demarche.code.CodedEvent;
import demarche.code.Ref;
import demarche.code.Tree;
import demarche.parse.Parse;
import demarche.parse.Token;
import demarche.story.EventType;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parties that a story points at without naming them: the people of a town that is shelled or put under curfew (PLOVER
 * 2.0: CVL), attackers nobody identified (UAF, of the country where they struck).
 */
final class UnnamedParties {
    private static final Set<EventType> STRIKES = Set.of(EventType.ASSAULT, EventType.COERCE);

    private static final Set<String> LOCATIVE = Set.of("in", "at", "near", "around", "across", "throughout");

    private final Parse parse;
    private final Parties parties;
    private final StoryPlaces places;
    private final List<Party> added = new ArrayList<>();
    private final Map<String, String> byName = new HashMap<>();

    UnnamedParties(Parse parse, Parties parties, StoryPlaces places) {
        this.parse = parse;
        this.parties = parties;
        this.places = places;
    }

    /** Whether a noun names a strike ("bombing", "rocket"). */
    static boolean isStrike(String lemma) {
        return WordLists.has("strikes", lemma);
    }

    /** The parties found so far, in the order in which they were. */
    List<Party> list() {
        return added;
    }

    /** The people of a town or region that is struck; null when the place is a whole country, or the act strikes nobody. */
    @Nullable
    String struck(EventType type, @Nullable Place place) {
        if (place == null || place.country() == null || !STRIKES.contains(type) || !town(place)) {
            return null;
        }
        Span span = new Span(place.start(), place.end(), place.in());
        return party("people of " + place.name(), place.country(), "CVL", span);
    }

    private boolean town(Place place) {
        return (place.kind() == Place.Kind.CITY || place.kind() == Place.Kind.REGION)
                && parties.list().stream().noneMatch(p -> p.name().equals(place.name()));
    }

    /**
     * The people struck where a word for a town stands for a state ("shelled Ostburg", "Ostlandian towns"); null when the
     * state itself is meant.
     *
     * @param state the country that the words denote
     */
    @Nullable
    String townsfolk(CodedEvent e, String state) {
        boolean before = false;
        for (List<Ref> choice : e.recipients()) {
            for (Ref ref : choice) {
                Tree tree = new Tree(parse.sentences().get(ref.sentence()));
                Place place = places.at(tree.sentence(), ref.token());
                boolean here = place != null && state.equals(place.country());
                boolean there = e.type() == EventType.ASSAULT
                        || e.type() == EventType.COERCE && LOCATIVE.contains(tree.preposition(ref.token()));
                String people = there && here && !before ? struck(e.type(), place) : null;
                if (people != null) {
                    return people;
                }
                boolean dwelling = WordLists.has("dwellings", tree.lemma(ref.token()))
                        && (STRIKES.contains(e.type()) || e.type() == EventType.THREATEN);
                if (dwelling && parties.at(ref).stream().noneMatch(this::named)) {
                    return party(
                            phrase(tree, ref.token()),
                            state,
                            "CVL",
                            tree.token(ref.token()).span());
                }
            }
            before |= choice.stream().anyMatch(r -> !parties.at(r).isEmpty());
        }
        return null;
    }

    private boolean named(String id) {
        return parties.list().stream().anyMatch(p -> p.id().equals(id) && p.kind() != Party.Kind.STATE);
    }

    /** Those who struck where nobody says who did; null without a place, or when nothing says that it was an attack. */
    @Nullable
    String attackers(CodedEvent e, @Nullable Place place) {
        Tree tree = new Tree(parse.sentences().get(e.trigger().sentence()));
        int trigger = e.trigger().token();
        Token by = WordLists.has("strikes", tree.lemma(trigger)) ? tree.token(trigger) : null;
        for (Token child : tree.children(trigger, "nsubj", "obl:agent", "obl")) {
            boolean agent = !child.baseRelation().equals("obl")
                    || Set.of("by", "in", "with").contains(tree.preposition(child.index()));
            by = agent && WordLists.has("strikes", tree.lemma(child.index())) ? child : by;
        }
        boolean attack = e.type() == EventType.ASSAULT && (by != null || e.mode() != null);
        return attack && place != null && place.country() != null
                ? party(
                        "unidentified attackers in " + place.name(),
                        place.country(),
                        "UAF",
                        (by == null ? tree.token(trigger) : by).span())
                : null;
    }

    /**
     * The crowd that is only counted ("Thousands marched in Ostburg"): people of where they protest (PLOVER 2.0: CVL); null
     * when something else than a count does it.
     */
    @Nullable
    String crowd(CodedEvent e, @Nullable Place place) {
        if (place == null || place.country() == null) {
            return null;
        }
        for (List<Ref> choice : e.actors()) {
            for (Ref ref : choice) {
                Tree tree = new Tree(parse.sentences().get(ref.sentence()));
                if (CountWords.isCount(tree, ref.token())) {
                    Span span = tree.token(ref.token()).span();
                    return party("protesters in " + place.name(), place.country(), "CVL", span);
                }
            }
        }
        return null;
    }

    private String party(String name, @Nullable String country, String sector, Span span) {
        return byName.computeIfAbsent(name + "|" + country, k -> {
            String id = "p" + (parties.list().size() + added.size() + 1);
            Party.Mention mention = new Party.Mention(span.start(), span.end(), span.in(), Party.MentionKind.NOMINAL);
            added.add(new Party(id, name, Party.Kind.GROUP, country, sector, null, List.of(), List.of(mention)));
            return id;
        });
    }

    private static String phrase(Tree tree, int word) {
        int first = word;
        for (Token child : tree.children(word, "amod", "compound", "nmod:poss")) {
            first = Math.min(first, child.index());
        }
        return NameFinder.text(tree.sentence(), first, word);
    }
}

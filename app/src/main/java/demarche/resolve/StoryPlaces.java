package demarche.resolve;

import demarche.parse.Parse;
import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Place;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places a story names, found and resolved together, so that one tells which town another means.
 *
 * <p>Found: what the encoder calls a location, names of countries and of large towns, and demonyms. A name means the same
 * place throughout a story; "Paris, Texas" said once settles it.
 */
final class StoryPlaces {
    private static final int MOST_WORDS = 5;
    private static final int ROUNDS = 2;
    /** People of a place that is taken for one where the encoder names nothing. */
    private static final long LARGE = 400_000;

    private static final Set<String> LEADING = Set.of(
            "the",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "downtown",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "greater",
            "upper",
            "lower",
            "rural",
            "mainland");
    /** Regions of that name are never meant by the word alone. */
    private static final Set<String> COMMON = Set.of(
            "centre",
            "center",
            "lakes",
            "coast",
            "unity",
            "littoral",
            "union",
            "st.",
            "gulf",
            "bay",
            "delta",
            "islands");

    private final Parse parse;
    private final Gazetteer gazetteer = Gazetteer.load();
    private final Register register;
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, GazetteerEntry> chosen = new LinkedHashMap<>();
    private final Map<String, List<GazetteerEntry>> known = new HashMap<>();
    private final Collection<String> states;

    /** A name at its words, both inclusive. */
    private record Mention(int sentence, int first, int last, String name, boolean demonym) {}

    /**
     * The places of a story.
     *
     * @param states alpha-3 codes of states that act in it
     */
    StoryPlaces(Parse parse, Register register, Collection<String> states) {
        this.parse = parse;
        this.register = register;
        this.states = states;
        parse.sentences().forEach(this::find);
        parse.sentences().forEach(this::inside);
        mentions.sort(java.util.Comparator.comparingInt(Mention::sentence).thenComparingInt(Mention::first));
        settle();
    }

    /** All of them, in the order of the text, title first. */
    List<Place> list() {
        return mentions.stream().map(this::place).toList();
    }

    /** The place whose name covers a word; null when there is none or it is not known. */
    @Nullable
    Place at(Sentence sentence, int word) {
        for (Mention m : mentions) {
            if (m.sentence == sentence.index() && m.first <= word && word <= m.last && !m.demonym) {
                return chosen.containsKey(m.name) ? place(m) : null;
            }
        }
        return null;
    }

    /** Whether a found name covers a word. */
    boolean covers(Sentence sentence, int word) {
        return mentions.stream().anyMatch(m -> m.sentence == sentence.index() && m.first <= word && word <= m.last);
    }

    /** What a name that was not found as a place would mean here. */
    Optional<GazetteerEntry> meaning(String name) {
        GazetteerEntry settled = chosen.get(name);
        return settled != null ? Optional.of(settled) : new PlaceChooser(chosen, states).choose(name, candidates(name));
    }

    private void find(Sentence sentence) {
        int n = sentence.tokens().size();
        boolean[] taken = new boolean[n + 2];
        for (Sentence.Name name : sentence.names()) {
            switch (name.kind()) {
                case LOCATION -> located(sentence, name, taken);
                case PERSON -> java.util.Arrays.fill(taken, name.first(), name.last() + 1, true);
                case ORGANIZATION, MISC -> {}
            }
        }
        for (int i = 1; i <= n; i++) {
            if (!taken[i]) {
                Mention found = unnamed(sentence, i, taken);
                if (found != null) {
                    add(found, taken);
                }
            }
        }
    }

    /** Names inside those of organisations ("Ohio Housing Agency", "University of Geneva"): of places the story names anyhow, or large. */
    private void inside(Sentence sentence) {
        for (Sentence.Name name : sentence.names()) {
            if (name.kind() != Sentence.Name.Kind.ORGANIZATION) {
                continue;
            }
            for (int first = name.first(); first <= name.last(); first++) {
                for (int last = name.last(); last >= first; last--) {
                    if (!covers(sentence, first) && !covers(sentence, last) && isInside(sentence, first, last)) {
                        String text = NameFinder.text(sentence, first, last);
                        mentions.add(new Mention(sentence.index(), first, last, text, false));
                    }
                }
            }
        }
    }

    private boolean isInside(Sentence sentence, int first, int last) {
        String text = NameFinder.text(sentence, first, last);
        return Character.isUpperCase(text.codePointAt(0))
                && sentence.token(last).upos().equals("PROPN")
                && !candidates(text).isEmpty()
                && (mentions.stream().anyMatch(m -> m.name.equals(text))
                        || candidates(text).stream().anyMatch(StoryPlaces::isRegion)
                        || isLarge(text));
    }

    private static boolean isRegion(GazetteerEntry e) {
        return Set.of(GazetteerEntry.Kind.COUNTRY, GazetteerEntry.Kind.REGION, GazetteerEntry.Kind.COUNTY)
                .contains(e.kind());
    }

    /** A location of the encoder's, parted at commas ("Paris, Texas"). */
    private void located(Sentence sentence, Sentence.Name name, boolean[] taken) {
        int first = name.first();
        for (int i = name.first(); i <= name.last() + 1; i++) {
            if (i > name.last() || sentence.token(i).form().equals(",")) {
                if (i > first) {
                    int from = trimmed(sentence, first, i - 1);
                    int to = i <= name.last() ? i - 1 : stop(sentence, from, i - 1);
                    String text = NameFinder.text(sentence, from, to);
                    if (!LEADING.contains(text.toLowerCase(java.util.Locale.ROOT))
                            && !COMMON.contains(text.toLowerCase(java.util.Locale.ROOT))) {
                        add(new Mention(sentence.index(), from, to, text, isDemonym(text)), taken);
                    }
                }
                first = i + 1;
            }
        }
    }

    /** The first word of a name without what only points into it ("northern"), unless the whole is known. */
    private int trimmed(Sentence sentence, int first, int last) {
        int from = first;
        while (from < last
                && LEADING.contains(sentence.token(from).form().toLowerCase(java.util.Locale.ROOT))
                && candidates(NameFinder.text(sentence, from, last)).isEmpty()) {
            from++;
        }
        return from;
    }

    /** The last word with the full stop of a short form that was parted from it ("Ky" "."). */
    private int stop(Sentence sentence, int first, int last) {
        boolean parted = last < sentence.tokens().size()
                && sentence.token(last + 1).form().equals(".")
                && sentence.token(last).span().end()
                        == sentence.token(last + 1).span().start()
                && candidates(NameFinder.text(sentence, first, last)).isEmpty()
                && !candidates(NameFinder.text(sentence, first, last + 1)).isEmpty();
        return parted ? last + 1 : last;
    }

    private boolean isDemonym(String text) {
        Register.Entry entry = register.name(text);
        return entry != null && entry.sort() == Register.Sort.DEMONYM;
    }

    private void add(Mention mention, boolean[] taken) {
        mentions.add(mention);
        java.util.Arrays.fill(taken, mention.first, mention.last + 1, true);
    }

    /** The longest country, demonym or large town that starts at a word the encoder gives no name. */
    private @Nullable Mention unnamed(Sentence sentence, int first, boolean[] taken) {
        Token token = sentence.token(first);
        if (!Character.isUpperCase(token.form().codePointAt(0))) {
            return null;
        }
        int n = sentence.tokens().size();
        for (int last = Math.min(n, first + MOST_WORDS - 1); last >= first; last--) {
            if (taken[last]) {
                continue;
            }
            String text = NameFinder.text(sentence, first, last);
            if (isDemonym(text)) {
                return new Mention(sentence.index(), first, last, text, true);
            }
            if (token.upos().equals("PROPN")
                    && sentence.token(last).upos().equals("PROPN")
                    && (gazetteer.country(text).isPresent() || isLarge(text))) {
                return new Mention(sentence.index(), first, last, text, false);
            }
        }
        return null;
    }

    private boolean isLarge(String text) {
        return candidates(text).stream()
                .anyMatch(e -> e.own() && e.population() >= LARGE || e.kind() == GazetteerEntry.Kind.CONTINENT);
    }

    private List<GazetteerEntry> candidates(String name) {
        return known.computeIfAbsent(name, n -> {
            Register.Entry entry = register.name(n);
            GazetteerEntry country = entry != null && entry.sort() == Register.Sort.DEMONYM
                    ? gazetteer.countryOf(entry.country())
                    : null;
            String lower = n.toLowerCase(java.util.Locale.ROOT);
            boolean common = LEADING.contains(lower) || COMMON.contains(lower);
            return country != null ? List.of(country) : common ? List.of() : gazetteer.all(n);
        });
    }

    private void settle() {
        Map<String, GazetteerEntry> fixed = new LinkedHashMap<>();
        for (Mention m : mentions) {
            contained(m).ifPresent(e -> fixed.putIfAbsent(m.name, e));
        }
        chosen.putAll(fixed);
        for (int round = 0; round < ROUNDS; round++) {
            PlaceChooser chooser = new PlaceChooser(Map.copyOf(chosen), states);
            for (Mention m : mentions) {
                if (!fixed.containsKey(m.name)) {
                    chooser.choose(m.name, candidates(m.name)).ifPresent(e -> chosen.put(m.name, e));
                }
            }
        }
    }

    /** The place of a name followed by its region or country after a comma. */
    private Optional<GazetteerEntry> contained(Mention m) {
        Sentence sentence = parse.sentences().get(m.sentence);
        int n = sentence.tokens().size();
        int comma = m.last + 1;
        if (comma + 1 > n || !sentence.token(comma).form().equals(",")) {
            return Optional.empty();
        }
        for (int end = Math.min(n, comma + 3); end > comma; end--) {
            List<GazetteerEntry> inner = gazetteer.within(m.name, NameFinder.text(sentence, comma + 1, end));
            if (!inner.isEmpty()) {
                return Optional.of(inner.get(0));
            }
        }
        return Optional.empty();
    }

    private Place place(Mention m) {
        Sentence sentence = parse.sentences().get(m.sentence);
        Span span = sentence.token(m.first).span().union(sentence.token(m.last).span());
        return of(m.name, chosen.get(m.name), span, m.demonym);
    }

    /** A place at its words; without an entry one of which nothing is known. */
    static Place of(String name, @Nullable GazetteerEntry entry, Span span, boolean demonym) {
        return entry == null
                ? new Place(name, null, null, null, span.start(), span.end(), span.in(), null, null, null)
                : new Place(
                        name,
                        entry.country().isEmpty() ? null : entry.country(),
                        entry.lat(),
                        entry.lon(),
                        span.start(),
                        span.end(),
                        span.in(),
                        demonym ? Place.Kind.DEMONYM : entry.kind().told(),
                        entry.region().isEmpty() ? null : entry.region(),
                        entry.geonames() == 0 ? null : entry.geonames());
    }
}

package demarche.ledger;

import demarche.story.Party;
import demarche.story.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentences at a story's beginning that say of two parties that they quarrel ("Ostland, Nordia in fish row"), by the words in
 * {@code contention.txt}. Where two states or organisations of states stand in the sentence they are the two, else any two
 * named bodies; a sentence that speaks of more says nothing sure. Pure.
 */
final class Contentions {
    /** A quarrel is what a story is about when its first sentences say so. */
    private static final int SENTENCES = 4;

    private static final Pattern WORDS = Pattern.compile(
            ResourceLines.read("contention.txt").stream().collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    /**
     * Two parties, by their ids in the ledger, and the sentence that says that they quarrel.
     *
     * @param sure how surely it says so, from 0 to 1
     */
    record Contention(String one, String other, boolean title, String sentence, double sure) {}

    private Contentions() {}

    static List<Contention> of(Reading reading) {
        Map<String, Party> parties =
                reading.parties().stream().collect(Collectors.toMap(Party::id, p -> p, (a, b) -> a));
        List<Contention> out = new ArrayList<>();
        int inText = 0;
        for (Reading.Sentence s : reading.sentences()) {
            boolean title = s.in() != null;
            inText += title ? 0 : 1;
            String text = text(reading, s);
            if (inText <= SENTENCES
                    && WORDS.matcher(IssueName.shouted(text) ? text.toLowerCase(Locale.ROOT) : text)
                            .find()) {
                List<Party> two = two(reading, s, parties);
                if (two.size() == 2) {
                    out.add(new Contention(
                            Identity.party(two.get(0)),
                            Identity.party(two.get(1)),
                            title,
                            text.replaceAll("\\s+", " "),
                            1));
                }
            }
        }
        return out;
    }

    private static String text(Reading reading, Reading.Sentence s) {
        return text(reading, s.start(), s.end(), s.in());
    }

    static String text(Reading reading, int from, int to, @Nullable String in) {
        String whole = in == null
                ? reading.story().text()
                : String.valueOf(reading.story().title());
        int start = whole.offsetByCodePoints(0, from);
        return whole.substring(start, whole.offsetByCodePoints(start, to - from));
    }

    /** The two states that a sentence mentions, else its two named bodies; another number of them when it is not two. */
    private static List<Party> two(Reading reading, Reading.Sentence s, Map<String, Party> parties) {
        Map<String, Party> states = new LinkedHashMap<>();
        Map<String, Party> bodies = new LinkedHashMap<>();
        for (Party p : reading.parties()) {
            boolean named = p.mentions().stream()
                    .anyMatch(m -> within(m, s)
                            && (m.kind() == Party.MentionKind.NAME
                                    || p.kind() == Party.Kind.STATE && m.kind() == Party.MentionKind.NOMINAL));
            if (named && p.kind() != Party.Kind.PERSON) {
                String side = Identity.side(p, parties);
                bodies.putIfAbsent(side, p);
                if (side.length() == Identity.STATE || side.endsWith("-igo") || side.endsWith("-eur")) {
                    states.putIfAbsent(side, p);
                }
            }
        }
        return List.copyOf(states.size() > 1 ? states.values() : bodies.values());
    }

    private static boolean within(Party.Mention m, Reading.Sentence s) {
        return Objects.equals(m.in(), s.in()) && m.start() >= s.start() && m.end() <= s.end();
    }
}

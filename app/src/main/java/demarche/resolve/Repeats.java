package demarche.resolve;

import demarche.parse.Parse;
import demarche.story.Event;
import demarche.story.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One event per distinct act and dyad in a story, at its first full mention: drops what a story only tells again. */
final class Repeats {
    private final Parse parse;
    private final Map<Span, String> lemmas = new HashMap<>();
    private final int headlineEnd;

    private Repeats(Parse parse) {
        this.parse = parse;
        parse.sentences()
                .forEach(s ->
                        s.tokens().forEach(t -> lemmas.put(t.span(), t.lemma().toLowerCase(Locale.ROOT))));
        this.headlineEnd = headlineEnd(parse);
    }

    /** The events without repetitions, in their order. */
    static List<Event> dropped(List<Event> found, Parse parse) {
        return new Repeats(parse).first(found);
    }

    private List<Event> first(List<Event> found) {
        List<Event> body = new ArrayList<>();
        for (Event e : found) {
            if (!headline(e) && body.stream().noneMatch(b -> tellsAgain(e, b))) {
                body.add(e);
            }
        }
        Set<Event> kept = new HashSet<>(body);
        List<Event> heads = new ArrayList<>();
        for (Event e : found) {
            if (headline(e)
                    && body.stream().noneMatch(b -> sums(e, b))
                    && heads.stream().noneMatch(h -> tellsAgain(e, h))) {
                heads.add(e);
                kept.add(e);
            }
        }
        return found.stream().filter(kept::contains).toList();
    }

    /** Whether a headline event is told in full by one of the text. */
    private static boolean sums(Event head, Event body) {
        return head.eventType() == body.eventType()
                && (head.actors().isEmpty()
                        || body.actors().isEmpty()
                        || head.actors().stream().anyMatch(body.actors()::contains)
                        || head.rule().equals(body.rule()));
    }

    private boolean tellsAgain(Event later, Event earlier) {
        if (later.eventType() != earlier.eventType()
                || later.status().negated() != earlier.status().negated()
                || later.status().hypothetical() != earlier.status().hypothetical()
                || !Set.copyOf(later.actors()).equals(Set.copyOf(earlier.actors()))) {
            return false;
        }
        boolean sameDyad = Set.copyOf(later.recipients()).equals(Set.copyOf(earlier.recipients()));
        boolean vaguer = later.recipients().isEmpty() || sameDyad;
        boolean sameWord = lemma(later).equals(lemma(earlier));
        boolean sameSentence = later.evidence().start() == earlier.evidence().start();
        if (later.actors().isEmpty() || sameSentence) {
            return sameDyad;
        }
        return vaguer && sameWord;
    }

    private String lemma(Event e) {
        return lemmas.getOrDefault(e.evidence().trigger(), "");
    }

    private boolean headline(Event e) {
        return e.evidence().in() != null || e.evidence().end() <= headlineEnd;
    }

    /** Where the text has its own headline on top, the end of it; else 0. */
    private static int headlineEnd(Parse parse) {
        String title = parse.story().title();
        if (title == null || title.isBlank()) {
            return 0;
        }
        String text = parse.story().text();
        String head = title.strip();
        int skipped = text.length() - text.stripLeading().length();
        return text.stripLeading().startsWith(head)
                ? text.codePointCount(0, Math.min(text.length(), skipped + head.length() + 1))
                : 0;
    }
}

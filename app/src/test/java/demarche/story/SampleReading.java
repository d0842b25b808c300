package demarche.story;

import java.util.List;

/** A small reading made by hand, of an invented story that opens with a letter outside the basic plane. */
public final class SampleReading {
    /** The story's text. */
    public static final String TEXT =
            "😀 Ostland will lift the grain ban, Minister Ana Borg said. Westmark thanked Ostland on Monday.";

    private SampleReading() {}

    /** The reading: one statement, one event, one position. */
    public static Reading make() {
        Span first = span("Ostland will lift the grain ban, Minister Ana Borg said.");
        Span second = span("Westmark thanked Ostland on Monday.");
        Span said = span("said");
        Span borg = span("Ana Borg");
        Evidence lifts = new Evidence(first.start(), first.end(), null, span("lift"));
        Evidence thanks = new Evidence(second.start(), second.end(), null, span("thanked"));
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("0.1.0", "abc", "def"),
                new Story("s1", "Ban to go", TEXT, "2026-03-02", "The Harbour Post", null, "en", List.of()),
                List.of(new Reading.Sentence(first.start(), first.end(), null), new Reading.Sentence(0, 9, Span.TITLE)),
                List.of(
                        party("p1", "Ostland", Party.Kind.STATE, null, "Ostland"),
                        party("p2", "Ana Borg", Party.Kind.PERSON, "p1", "Ana Borg"),
                        party("p3", "Westmark", Party.Kind.STATE, null, "Westmark")),
                List.of(new Issue("i1", "grain ban", Issue.Kind.POLICY, List.of(span("grain ban")), List.of())),
                List.of(new Statement(
                        "s1",
                        new Statement.Speaker("p2", borg.start(), borg.end(), null),
                        new Statement.Cue(said.start(), said.end(), null, "say"),
                        List.of(span("Ostland will lift the grain ban")),
                        Statement.Form.INDIRECT,
                        null,
                        null,
                        null,
                        null)),
                List.of(new Event(
                        "e1",
                        EventType.SUPPORT,
                        null,
                        List.of(),
                        null,
                        List.of("p3"),
                        List.of("p1"),
                        null,
                        null,
                        null,
                        new Event.Status(false, false, false, false),
                        null,
                        thanks,
                        "support/thank",
                        0.9)),
                List.of(new Position(
                        "o1",
                        "p1",
                        Stance.OFFERS,
                        "i1",
                        "p3",
                        null,
                        Position.Strength.CATEGORICAL,
                        "s1",
                        lifts,
                        "offers/lift",
                        0.8)));
    }

    private static Party party(
            String id,
            String name,
            Party.Kind kind,
            @org.jspecify.annotations.Nullable String speaksFor,
            String words) {
        Span at = span(words);
        return new Party(
                id,
                name,
                kind,
                null,
                null,
                speaksFor,
                List.of(),
                List.of(new Party.Mention(at.start(), at.end(), null, Party.MentionKind.NAME)));
    }

    /** Where the words first stand in the text, in code points. */
    private static Span span(String words) {
        int at = TEXT.indexOf(words);
        int start = TEXT.codePointCount(0, at);
        return Span.of(start, start + words.codePointCount(0, words.length()));
    }
}

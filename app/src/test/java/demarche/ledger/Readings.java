package demarche.ledger;

import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Stance;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Readings of one-sentence stories between invented states, made without an encoder. */
final class Readings {
    private Readings() {}

    static Story story(String id, String day, String text) {
        return new Story(id, null, text, day, "The Courier", null, null, List.of());
    }

    /** A story of the given day in which one state takes a stance on an issue towards another. */
    static Reading position(
            String id, String day, String party, Stance stance, String issue, String counterpart, String text) {
        Story story = story(id, day, text);
        List<Party> parties = List.of(state("p1", party), state("p2", counterpart));
        Evidence evidence = new Evidence(0, text.codePointCount(0, text.length()), null, new Span(0, 1, null));
        Position position = new Position(
                "q1", "p1", stance, "i1", "p2", null, Position.Strength.PLAIN, null, evidence, "rule", 0.9);
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("test", "codebook", "model"),
                story,
                List.of(new Reading.Sentence(0, text.codePointCount(0, text.length()), null)),
                parties,
                List.of(new Issue("i1", issue, Issue.Kind.ASSET, List.of(), List.of())),
                List.of(),
                List.of(event(evidence)),
                List.of(position));
    }

    /** A story of one sentence that names these states, each its own id, and holds these positions. */
    static Reading sentence(String text, List<Position> positions, String... states) {
        List<Party> parties = new ArrayList<>();
        for (String state : states) {
            int at = text.indexOf(state);
            parties.add(new Party(
                    state,
                    state,
                    Party.Kind.STATE,
                    state.substring(0, 3).toUpperCase(Locale.ROOT),
                    "GOV",
                    null,
                    List.of(),
                    List.of(new Party.Mention(at, at + state.length(), null, Party.MentionKind.NAME))));
        }
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("test", "codebook", "model"),
                story("s1", "2024-03-01", text),
                List.of(new Reading.Sentence(0, text.length(), null)),
                parties,
                List.of(),
                List.of(),
                List.of(),
                positions);
    }

    private static Event event(Evidence evidence) {
        return new Event(
                "e1",
                EventType.REQUEST,
                null,
                List.of(),
                "100",
                List.of("p1"),
                List.of("p2"),
                null,
                null,
                null,
                new Event.Status(false, false, false, false),
                null,
                evidence,
                "rule",
                0.9);
    }

    private static Party state(String id, String name) {
        return new Party(
                id,
                name,
                Party.Kind.STATE,
                name.substring(0, 3).toUpperCase(java.util.Locale.ROOT),
                "GOV",
                null,
                List.of(),
                List.of(new Party.Mention(0, 1, null, Party.MentionKind.NAME)));
    }

    /** A quarrel over trawlers in which Westland gives way in the end. */
    static List<Reading> quarrel() {
        List<Reading> out = new ArrayList<>();
        out.add(position(
                "s1",
                "2024-03-01",
                "Ostland",
                Stance.DEMANDS,
                "trawlers",
                "Westland",
                "Ostland demanded that Westland return the trawlers."));
        out.add(position(
                "s2",
                "2024-03-03",
                "Westland",
                Stance.REFUSES,
                "seized trawlers",
                "Ostland",
                "Westland refused to return the seized trawlers to Ostland."));
        out.add(position(
                "s3",
                "2024-03-20",
                "Westland",
                Stance.OFFERS,
                "trawlers",
                "Ostland",
                "Westland offered to return the trawlers to Ostland."));
        return out;
    }
}

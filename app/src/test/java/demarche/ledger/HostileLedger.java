package demarche.ledger;

import demarche.story.Event;
import demarche.story.EventType;
import demarche.story.Evidence;
import demarche.story.Issue;
import demarche.story.Party;
import demarche.story.Place;
import demarche.story.Position;
import demarche.story.Reading;
import demarche.story.Span;
import demarche.story.Stance;
import demarche.story.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A ledger of stories that try to break what shows them: markup, formulas and control characters in every name. */
public final class HostileLedger {
    /** What must never be in a page as it stands. */
    public static final String SCRIPT = "<script>alert(1)</script>";

    private HostileLedger() {}

    /** Opens a new ledger with a quarrel in it, in which Westland gives way and which takes place in France and Germany. */
    public static Ledger in(Path folder) {
        Ledger ledger = Ledger.open(file(folder));
        List<Reading> readings = new ArrayList<>(Readings.quarrel());
        readings.add(hostile(
                "h1",
                "2024-04-01",
                Stance.REFUSES,
                EventType.REJECT,
                new Place("Paris", "FRA", 48.85, 2.35, 0, 1, null, null, null, null)));
        readings.add(hostile(
                "h2",
                "2024-04-09",
                Stance.OFFERS,
                EventType.AGREE,
                new Place(SCRIPT, "DEU", 52.52, 13.4, 0, 1, null, null, null, null)));
        readings.add(Readings.position(
                "s4",
                "2024-04-20",
                "Westland",
                Stance.REFUSES,
                "trawlers",
                "Ostland",
                "Westland suddenly refused to return the trawlers " + SCRIPT + "\u0001 ]]> to Ostland."));
        ledger.add(readings);
        ledger.derive();
        return ledger;
    }

    /** The file of the ledger in a folder. */
    public static Path file(Path folder) {
        return folder.resolve("hostile.duckdb");
    }

    private static Reading hostile(String id, String day, Stance stance, EventType type, Place place) {
        String text = "Nordia " + stance.name().toLowerCase(java.util.Locale.ROOT) + " the " + SCRIPT
                + " \u0001\" onload=\"x' & ]]> of " + "Sudia on " + day + ".";
        Story story = new Story(id, "=1+1 " + SCRIPT, text, day, SCRIPT, "javascript:alert(1)//" + id, "en", List.of());
        Evidence evidence = new Evidence(0, text.codePointCount(0, text.length()), null, new Span(0, 6, null));
        Position position = new Position(
                "q1", "p1", stance, "i1", "p2", null, Position.Strength.PLAIN, null, evidence, SCRIPT, 0.9);
        Event event = new Event(
                "e1",
                type,
                null,
                List.of(),
                null,
                List.of("p1"),
                List.of("p2"),
                null,
                place,
                null,
                new Event.Status(false, false, false, false),
                null,
                evidence,
                SCRIPT,
                0.9);
        return new Reading(
                Reading.SCHEMA,
                new Reading.Engine("test", "codebook", "model"),
                story,
                List.of(new Reading.Sentence(0, text.codePointCount(0, text.length()), null)),
                List.of(party("p1", "Nordia " + SCRIPT), party("p2", "Sudia\" onload=\"x")),
                List.of(new Issue("i1", "harbour dredging plan " + SCRIPT, Issue.Kind.ASSET, List.of(), List.of())),
                List.of(),
                List.of(event),
                List.of(position));
    }

    private static Party party(String id, String name) {
        return new Party(
                id,
                name,
                Party.Kind.ORGANIZATION,
                null,
                "GOV",
                null,
                List.of(),
                List.of(new Party.Mention(0, 1, null, Party.MentionKind.NAME)));
    }
}

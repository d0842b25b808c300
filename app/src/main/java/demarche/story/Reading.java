package demarche.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Demarche says about one story: the record everything else is made from. */
public record Reading(
        int schema,
        Engine engine,
        Story story,
        List<Sentence> sentences,
        List<Party> parties,
        List<Issue> issues,
        List<Statement> statements,
        List<Event> events,
        List<Position> positions,
        List<Place> places) {
    /** The number of the output contract this class writes. */
    public static final int SCHEMA = 1;

    public Reading {
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** A reading without places. */
    public Reading(
            int schema,
            Engine engine,
            Story story,
            List<Sentence> sentences,
            List<Party> parties,
            List<Issue> issues,
            List<Statement> statements,
            List<Event> events,
            List<Position> positions) {
        this(schema, engine, story, sentences, parties, issues, statements, events, positions, List.of());
    }

    /** What made the reading. */
    public record Engine(String version, String codebook, String model) {}

    /** A sentence of the text (or title). */
    public record Sentence(int start, int end, @Nullable String in) {}
}

package demarche;

import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.List;

/** The engine that knows the invented states of our examples: one for all tests that read sentences with it. */
final class InventedStates {
    private static final Engine ENGINE =
            new Engine(Parser.load(), CodebookLoader.load(), Register.withInventedStates(), "test");

    private InventedStates() {}

    static Reading read(Story story) {
        return ENGINE.read(story);
    }

    /** The reading of a story of which nothing but the text is known. */
    static Reading read(String text) {
        return read(new Story("t", null, text, null, null, null, null, List.of()));
    }
}

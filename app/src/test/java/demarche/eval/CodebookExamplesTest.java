package demarche.eval;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import org.junit.jupiter.api.Test;

/** The examples that stand in the codebook, read by the real model. */
class CodebookExamplesTest {
    @Test
    void everyExampleIsCodedAsItSays() {
        Codebook codebook = CodebookLoader.load();
        try (Engine engine = new Engine(Parser.load(), codebook, Register.withInventedStates(), "test")) {
            assertThat(ExampleCheck.run(codebook, engine)).isEmpty();
        }
    }

    @Test
    void inventedStatesAreKnownToExamplesOnly() {
        try (Engine engine = new Engine(Parser.load(), CodebookLoader.load(), Register.load(), "test")) {
            var reading = engine.read(new demarche.story.Story(
                    "s", null, "Ostland demanded the trawlers.", null, null, null, null, java.util.List.of()));
            assertThat(reading.parties()).noneMatch(p -> "OST".equals(p.country()));
        }
    }
}

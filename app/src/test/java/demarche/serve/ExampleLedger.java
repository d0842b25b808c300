package demarche.serve;

import demarche.Engine;
import demarche.code.CodebookLoader;
import demarche.ledger.Ledger;
import demarche.parse.Parser;
import demarche.read.InputFormat;
import demarche.read.StoryReader;
import demarche.resolve.Register;
import demarche.story.Reading;
import demarche.story.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example stories, read once for all tests of what is served, each of which gets a ledger of its own. */
final class ExampleLedger {
    private static final List<Reading> READINGS = read();

    private ExampleLedger() {}

    private static List<Reading> read() {
        List<Story> stories = new ArrayList<>();
        new StoryReader(InputFormat.JSONL, stories::add, s -> {
                    throw new IllegalStateException(s.input() + ": " + s.reason());
                })
                .read("../examples/disputes.jsonl");
        try (Engine engine =
                new Engine(Parser.load(), CodebookLoader.load(), Register.withInventedStates(), "built-in")) {
            return engine.read(stories);
        }
    }

    static Ledger in(Path folder) {
        Ledger ledger = Ledger.open(folder.resolve("examples.duckdb"));
        ledger.add(READINGS);
        ledger.derive();
        return ledger;
    }

    static Server serve(Ledger ledger, boolean readOnly, String password) {
        Settings settings = new Settings("127.0.0.1", 0, "examples.duckdb", readOnly, password);
        return Server.start(settings, ledger, CodebookLoader.load(), Parser::load);
    }
}

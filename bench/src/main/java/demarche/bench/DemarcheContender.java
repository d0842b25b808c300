package demarche.bench;

import demarche.Engine;
import demarche.Readings;
import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Story to reading and to its JSON line, as "demarche read --format jsonl" does it. */
final class DemarcheContender extends Contender {
    private @Nullable Engine engine;

    public static void main(String[] args) {
        new DemarcheContender().run(args[0], Integer.parseInt(args[1]));
    }

    @Override
    void load(int workers) {
        engine = new Engine(Parser.load(null, workers, 1), CodebookLoader.load(), Register.load(), "bench");
    }

    @Override
    void readAll(List<Story> stories) {
        Readings<Long> readings = new Readings<>(
                java.util.Objects.requireNonNull(engine),
                this::line,
                length -> {},
                (story, fault) -> System.err.println(fault.getMessage()));
        stories.forEach(readings::add);
        readings.finish();
    }

    private long line(Reading reading) {
        read(reading.sentences().size());
        return Json.write(reading).length();
    }
}

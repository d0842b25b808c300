package demarche;

import demarche.code.Codebook;
import demarche.code.Coder;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.List;

/** Story to reading: parse, code, resolve. Pure: same story, codebook and model give the same bytes. Thread-safe. */
public final class Engine implements AutoCloseable {
    private final Parser parser;
    private final Coder coder;
    private final ReadingMaker maker;
    private final Reading.Engine made;

    public Engine(Parser parser, Codebook codebook, Register register, String model) {
        this.parser = parser;
        this.coder = new Coder(codebook);
        this.maker = new ReadingMaker(register);
        this.made = new Reading.Engine(Version.VERSION, codebook.hash(), model);
    }

    /** The reading of one story. */
    public Reading read(Story story) {
        return read(List.of(story)).get(0);
    }

    /** Readings of several stories, in order; sentences of all of them share the encoder's batches. */
    public List<Reading> read(List<Story> stories) {
        List<Reading> out = new ArrayList<>(stories.size());
        for (Parse parse : parser.parse(stories)) {
            out.add(maker.make(parse, coder.code(parse), made));
        }
        return out;
    }

    @Override
    public void close() {
        parser.close();
    }
}

package demarche;

import demarche.code.Codebook;
import demarche.code.Coder;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import demarche.story.InputException;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

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
        Parse parse = parser.parse(story);
        return maker.make(parse, coder.code(parse), made);
    }

    /** Readings of several stories, in order, read at the same time. */
    public List<Reading> read(List<Story> stories) {
        List<Future<Reading>> futures =
                stories.stream().map(s -> start(s, Function.identity())).toList();
        return futures.stream().map(Parser::result).toList();
    }

    /**
     * Has the workers read a story and make something of its reading; here and at once when there is but one worker. A fault
     * of ours refuses that story, so that it does not cost the others.
     */
    <T> Future<T> start(Story story, Function<Reading, T> then) {
        return parser.start(() -> {
            try {
                return then.apply(read(story));
            } catch (InputException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                throw new InputException(
                        story.id() + ": a fault in Demarche " + Version.VERSION + " (" + where(e)
                                + "). Please report it with the story.",
                        e);
            }
        });
    }

    /** What went wrong and in which line of ours. */
    private static String where(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root
                + Stream.of(root.getStackTrace())
                        .filter(f -> f.getClassName().startsWith("demarche."))
                        .findFirst()
                        .map(f -> " at " + f)
                        .orElse("");
    }

    @Override
    public void close() {
        parser.close();
    }
}

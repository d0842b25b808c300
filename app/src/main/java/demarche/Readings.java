package demarche;

import demarche.parse.Parser;
import demarche.story.InputException;
import demarche.story.Reading;
import demarche.story.Story;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stories in, readings out in the stories' order, while the workers are busy with those that follow. What waits is bounded,
 * so any number of stories takes the same memory. For one thread.
 */
public final class Readings<T> {
    private static final int MOST_STORIES = 64;
    private static final int MOST_CHARACTERS = 2 * Parser.MOST_CHARACTERS;

    private final Engine engine;
    private final Function<Reading, T> then;
    private final Consumer<T> out;
    private final BiConsumer<Story, InputException> refused;
    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private long characters;

    private record Waiting<T>(Story story, Future<T> result) {}

    /**
     * @param then what the workers make of a reading; must be thread-safe
     * @param out given the results in order, by the thread that adds stories
     * @param refused given stories that cannot be read, in their place
     */
    public Readings(
            Engine engine, Function<Reading, T> then, Consumer<T> out, BiConsumer<Story, InputException> refused) {
        this.engine = engine;
        this.then = then;
        this.out = out;
        this.refused = refused;
    }

    /** Takes a story; hands out what is ready, and waits only when too much is under way. */
    public void add(Story story) {
        waiting.add(new Waiting<>(story, engine.start(story, then)));
        characters += story.text().length();
        while (!waiting.isEmpty()
                && (waiting.getFirst().result().isDone()
                        || waiting.size() > MOST_STORIES
                        || characters > MOST_CHARACTERS)) {
            handOut();
        }
    }

    /** Waits for all that is under way and hands it out. */
    public void finish() {
        while (!waiting.isEmpty()) {
            handOut();
        }
    }

    private void handOut() {
        Waiting<T> first = waiting.removeFirst();
        characters -= first.story().text().length();
        T result;
        try {
            result = Parser.result(first.result());
        } catch (InputException e) {
            refused.accept(first.story(), e);
            return;
        }
        out.accept(result);
    }
}

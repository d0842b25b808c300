package demarche.serve;

import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.parse.Sentence;
import demarche.parse.WordVectors;
import demarche.story.Span;
import demarche.story.Story;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses stories again to show how a sentence was parsed. The encoder is loaded when it is first needed. */
final class Explainer implements AutoCloseable {
    private static final int KEPT = 32;

    private final Supplier<Parser> load;
    private @Nullable Parser parser;
    private final Map<String, Parse> parses = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Parse> eldest) {
            return size() > KEPT;
        }
    };

    Explainer(Supplier<Parser> load) {
        this.load = load;
    }

    /** The tree of the sentence that holds a span; null when no sentence does. */
    synchronized @Nullable Arcs arcs(String id, Story story, Span at, @Nullable Span trigger) {
        for (Sentence sentence : parse(id, story).sentences()) {
            if (sentence.span().overlaps(at)) {
                return Arcs.of(sentence, trigger);
            }
        }
        return null;
    }

    private Parse parse(String id, Story story) {
        Parse known = parses.get(id);
        if (known == null) {
            Parser ready = parser == null ? load.get() : parser;
            parser = ready;
            known = ready.parse(story);
            parses.put(id, known);
        }
        return known;
    }

    /** What words mean by themselves, by the encoder's first layer. */
    synchronized WordVectors vectors() {
        Parser ready = parser == null ? load.get() : parser;
        parser = ready;
        return ready.vectors();
    }

    /** Loads the encoder now, so that the first who asks need not wait. */
    synchronized void warm() {
        parser = parser == null ? load.get() : parser;
    }

    @Override
    public synchronized void close() {
        if (parser != null) {
            parser.close();
        }
    }
}

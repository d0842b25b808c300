package demarche.parse;

import demarche.story.InputException;
import demarche.story.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Story to {@link Parse}. Loads the model once; safe to use from many threads.
 *
 * <p>Every chunk of sentences goes through the network by itself. Larger batches are hardly faster, and as the network
 * is quantized over what it reads at once, a story's parse would come to depend on the stories beside it.
 */
public final class Parser implements AutoCloseable {
    /** Longer texts are no news stories. */
    public static final int MOST_CHARACTERS = 2_000_000;

    private final Encoder encoder;
    private final Chunker chunker;
    private final ChunkDecoder decoder;
    private final @Nullable ExecutorService workers;

    private Parser(ModelFiles model, int workers, int threads) {
        WordPiece wordPiece = new WordPiece(model.vocabulary(), model.labels().maxPiecesPerWord());
        this.chunker = new Chunker(wordPiece, model.labels().maxPieces());
        this.decoder = new ChunkDecoder(model.labels(), wordPiece.words());
        this.encoder = Encoder.load(model, threads);
        this.workers = workers > 1 ? Executors.newFixedThreadPool(workers, Parser::daemon) : null;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "parse");
        thread.setDaemon(true);
        return thread;
    }

    /** With the model in the jar and as many workers as there are processors. */
    public static Parser load() {
        return load(null, Runtime.getRuntime().availableProcessors(), 1);
    }

    /**
     * @param model folder of a model, or null for the one in the jar
     * @param workers chunks encoded at the same time
     * @param threads threads within the network for each of them; one is best when there are enough chunks
     */
    public static Parser load(@Nullable Path model, int workers, int threads) {
        return new Parser(ModelFiles.load(model), Math.max(1, workers), Math.max(1, threads));
    }

    /** The story's title, unless the text opens with it, and its text, without boilerplate. */
    public Parse parse(Story story) {
        return parse(List.of(story)).get(0);
    }

    /** Stories at once, so that all workers have chunks to encode; the same parses as one by one. */
    public List<Parse> parse(List<Story> stories) {
        List<Draft> drafts = new ArrayList<>();
        for (Story story : stories) {
            int title = story.title() == null ? 0 : story.title().length();
            if (story.text().length() + title > MOST_CHARACTERS) {
                throw new InputException(story.id() + ": " + story.text().length() + " characters, more than "
                        + MOST_CHARACTERS + ". Split it into stories.");
            }
            drafts.add(draft(story, Segmenter.sentences(story)));
        }
        return analyse(drafts);
    }

    /** Analyses sentences that are cut into words already: forms and spans are kept, all else is made anew. */
    public Parse parse(Story story, List<Sentence> sentences) {
        return analyse(List.of(draft(story, sentences))).get(0);
    }

    private Draft draft(Story story, List<Sentence> sentences) {
        return new Draft(story, sentences, chunker.chunks(sentences));
    }

    private record Draft(Story story, List<Sentence> sentences, List<Chunk> chunks) {}

    private record Analysed(List<ChunkDecoder.Decoded> parts, List<Parse.Attribution> attributions) {}

    private List<Parse> analyse(List<Draft> drafts) {
        List<Future<Analysed>> futures = new ArrayList<>();
        if (workers != null) {
            for (Draft d : drafts) {
                d.chunks().forEach(c -> futures.add(workers.submit(() -> analyse(d, c))));
            }
        }
        List<Parse> out = new ArrayList<>();
        int next = 0;
        for (Draft d : drafts) {
            List<Analysed> done = new ArrayList<>();
            for (Chunk c : d.chunks()) {
                done.add(workers == null ? analyse(d, c) : result(futures.get(next++)));
            }
            out.add(assemble(d, done));
        }
        return out;
    }

    private Analysed analyse(Draft draft, Chunk chunk) {
        EncodedChunk encoded = encoder.encode(List.of(chunk)).get(0);
        return new Analysed(decoder.parts(encoded, draft.sentences()), decoder.attributions(encoded));
    }

    private static Analysed result(Future<Analysed> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("parsing was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        }
    }

    private static Parse assemble(Draft draft, List<Analysed> chunks) {
        List<Sentence> sentences = new ArrayList<>();
        List<ChunkDecoder.Decoded> windows = new ArrayList<>();
        List<Parse.Attribution> attributions = new ArrayList<>();
        for (Analysed a : chunks) {
            attributions.addAll(a.attributions());
            for (ChunkDecoder.Decoded part : a.parts()) {
                if (part.part().from() == 0 && !windows.isEmpty()) {
                    sentences.add(join(draft, sentences.size(), windows));
                    windows.clear();
                }
                windows.add(part);
            }
        }
        if (!windows.isEmpty()) {
            sentences.add(join(draft, sentences.size(), windows));
        }
        attributions.sort(
                Comparator.comparingInt((Parse.Attribution a) -> a.cue().get(0).sentence())
                        .thenComparingInt(a -> a.cue().get(0).first()));
        return new Parse(draft.story(), sentences, attributions);
    }

    /** The windows of a sentence as one tree: the roots of the later ones hang on the first one's. */
    private static Sentence join(Draft draft, int index, List<ChunkDecoder.Decoded> windows) {
        List<Token> tokens = new ArrayList<>();
        List<Sentence.Name> names = new ArrayList<>();
        int root = 0;
        for (ChunkDecoder.Decoded w : windows) {
            names.addAll(w.names());
            for (Token t : w.tokens()) {
                if (t.head() == 0 && root == 0) {
                    root = t.index();
                }
            }
            for (Token t : w.tokens()) {
                boolean laterRoot = t.head() == 0 && t.index() != root;
                int head = laterRoot
                        ? root
                        : t.head() == 0 ? 0 : t.head() + w.part().from();
                String relation = laterRoot ? "parataxis" : t.relation();
                tokens.add(new Token(t.index(), t.span(), t.form(), t.lemma(), t.upos(), t.xpos(), head, relation));
            }
        }
        return new Sentence(index, draft.sentences().get(index).span(), tokens, names);
    }

    /** Frees the network; the parser cannot be used any more. */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
        encoder.close();
    }
}

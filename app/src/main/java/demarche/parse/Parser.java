package demarche.parse;

import demarche.story.InputException;
import demarche.story.Span;
import demarche.story.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    private final @Nullable ForkJoinPool workers;
    private final ModelFiles model;
    private final WordPiece wordPiece;

    private Parser(ModelFiles model, int workers, int threads) {
        this.model = model;
        this.wordPiece = new WordPiece(model.vocabulary(), model.labels().maxPiecesPerWord());
        this.chunker = new Chunker(wordPiece, model.labels().maxPieces());
        this.decoder = new ChunkDecoder(model.labels(), wordPiece.words());
        this.encoder = Encoder.load(model, threads);
        this.workers = workers > 1 ? new ForkJoinPool(workers, Parser::worker, null, false) : null;
    }

    private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("read-" + thread.getPoolIndex());
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

    /** What words mean by themselves, read from the model anew at each call; 12 MB. */
    public WordVectors vectors() {
        return WordVectors.of(model, wordPiece);
    }

    /** Stories at once, so that all workers have something to do; the same parses as one by one. */
    public List<Parse> parse(List<Story> stories) {
        List<Future<Parse>> futures =
                stories.stream().map(s -> start(() -> parse(s))).toList();
        return futures.stream().map(Parser::result).toList();
    }

    /** The story's title, unless the text opens with it, and its text, without boilerplate. */
    public Parse parse(Story story) {
        int title = story.title() == null ? 0 : story.title().length();
        if (story.text().length() + title > MOST_CHARACTERS) {
            throw new InputException(story.id() + ": " + story.text().length() + " characters, more than "
                    + MOST_CHARACTERS + ". Split it into stories.");
        }
        return parse(story, Segmenter.sentences(story));
    }

    /**
     * Has work on a story done by the workers, whose chunks then share them with those of other stories; at once and here
     * when there is but one worker.
     */
    public <T> Future<T> start(Supplier<T> work) {
        if (workers != null) {
            return workers.submit(work::get);
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            done.complete(work.get());
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    /** Analyses sentences that are cut into words already: forms and spans are kept, all else is made anew. */
    public Parse parse(Story story, List<Sentence> sentences) {
        return assemble(
                story,
                sentences,
                analyse(chunker.chunks(sentences, Segmenter.paragraphs(story, sentences)), sentences));
    }

    record Analysed(List<ChunkDecoder.Decoded> parts, List<Parse.Attribution> attributions) {}

    private List<Analysed> analyse(List<Chunk> chunks, List<Sentence> sentences) {
        if (workers == null || chunks.size() < 2) {
            return chunks.stream().map(c -> analyse(c, sentences)).toList();
        }
        List<ForkJoinTask<Analysed>> tasks = chunks.stream()
                .map(c -> ForkJoinTask.adapt(() -> analyse(c, sentences)))
                .toList();
        if (ForkJoinTask.inForkJoinPool()) {
            ForkJoinTask.invokeAll(tasks);
        } else {
            tasks.forEach(workers::execute);
        }
        return tasks.stream().map(ForkJoinTask::join).toList();
    }

    private Analysed analyse(Chunk chunk, List<Sentence> sentences) {
        return decode(decoder, encoder.encode(chunk), sentences);
    }

    static Analysed decode(ChunkDecoder decoder, EncodedChunk encoded, List<Sentence> sentences) {
        return new Analysed(decoder.parts(encoded, sentences), decoder.attributions(encoded));
    }

    /** What was started, when it is done; its failure is thrown here. */
    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    /** The pool wraps a failure once for each thread it went through. */
    private static RuntimeException cause(ExecutionException e) {
        Throwable at = e;
        while (at.getCause() != null && !(at instanceof InputException)) {
            at = at.getCause();
        }
        return at instanceof InputException input ? input : new IllegalStateException(e.getCause());
    }

    static Parse assemble(Story story, List<Sentence> bare, List<Analysed> chunks) {
        List<Sentence> sentences = new ArrayList<>();
        List<ChunkDecoder.Decoded> windows = new ArrayList<>();
        List<Parse.Attribution> attributions = new ArrayList<>();
        for (Analysed a : chunks) {
            attributions.addAll(a.attributions());
            for (ChunkDecoder.Decoded part : a.parts()) {
                if (part.part().from() == 0 && !windows.isEmpty()) {
                    sentences.add(
                            join(sentences.size(), bare.get(sentences.size()).span(), windows));
                    windows.clear();
                }
                windows.add(part);
            }
        }
        if (!windows.isEmpty()) {
            sentences.add(join(sentences.size(), bare.get(sentences.size()).span(), windows));
        }
        attributions.sort(
                Comparator.comparingInt((Parse.Attribution a) -> a.cue().get(0).sentence())
                        .thenComparingInt(a -> a.cue().get(0).first()));
        return new Parse(story, sentences, attributions);
    }

    /** The windows of a sentence as one tree: the roots of the later ones hang on the first one's. */
    private static Sentence join(int index, Span span, List<ChunkDecoder.Decoded> windows) {
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
        return new Sentence(index, span, tokens, names);
    }

    /**
     * Frees the network; the parser cannot be used any more. What the workers have begun is waited for: a network freed under
     * them ends the process. One that goes on for more than a minute keeps it.
     */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
            try {
                if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        encoder.close();
    }
}

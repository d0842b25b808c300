package demarche.serve;

import demarche.code.Codebook;
import demarche.code.Rule;
import demarche.ledger.Correction;
import demarche.ledger.Ledger;
import demarche.ledger.Reader;
import demarche.parse.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all pages share: the ledger and readers of it, the codebook, the settings. */
final class Site implements AutoCloseable {
    private static final int READERS = 4;
    private static final int PAUSE_MILLIS = 400;

    private final Settings settings;
    private final Ledger ledger;
    private final Codebook codebook;
    private final Explainer explainer;
    private final Visitors visitors;
    private final ScheduledThreadPoolExecutor behind = new ScheduledThreadPoolExecutor(1, Site::daemon);
    private final AtomicBoolean deriving = new AtomicBoolean();
    private volatile @Nullable SearchIndex index;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<Reader> all = new ArrayList<>();
    private final BlockingQueue<Reader> idle = new ArrayBlockingQueue<>(READERS);

    /** Something asked of the ledger. */
    interface Work<T> {
        T with(Reader reader);
    }

    Site(Settings settings, Ledger ledger, Codebook codebook, Supplier<Parser> parser) {
        this.settings = settings;
        this.ledger = ledger;
        this.codebook = codebook;
        this.explainer = new Explainer(parser);
        this.visitors = new Visitors(settings.password());
        codebook.rules().forEach(r -> rules.put(r.name(), r));
        for (int i = 0; i < READERS; i++) {
            Reader reader = ledger.reader();
            all.add(reader);
            idle.add(reader);
        }
        behind.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        behind.execute(this::makeIndex);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "behind");
        thread.setDaemon(true);
        return thread;
    }

    private void makeIndex() {
        try (Reader reader = ledger.reader()) {
            index = SearchIndex.of(reader.contents(), explainer::vectors);
        }
    }

    private void derive() {
        deriving.set(false);
        ledger.derive();
    }

    /** The full-text index; null while it is being made. */
    @Nullable
    SearchIndex index() {
        return index;
    }

    Explainer explainer() {
        return explainer;
    }

    Visitors visitors() {
        return visitors;
    }

    /** A rule by its name; null when the codebook has it no more. */
    @Nullable
    Rule rule(String name) {
        return rules.get(name);
    }

    /**
     * Applies corrections at once; issues, disputes and shifts follow in the background, once for corrections that come soon
     * after one another. What is not done when the server stops is done when the ledger is opened again.
     */
    void correct(List<Correction> corrections) {
        ledger.correct(corrections);
        if (deriving.compareAndSet(false, true)) {
            behind.schedule(this::derive, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    Settings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    Codebook codebook() {
        return codebook;
    }

    /** Asks with a reader that nobody else uses meanwhile. */
    <T> T ask(Work<T> work) {
        try {
            Reader reader = idle.take();
            try {
                return work.with(reader);
            } finally {
                idle.add(reader);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for the ledger", e);
        }
    }

    @Override
    public void close() {
        behind.shutdown();
        try {
            behind.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(Reader::close);
        explainer.close();
    }
}

package demarche.serve;

import demarche.code.Codebook;
import demarche.ledger.Ledger;
import demarche.ledger.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What all pages share: the ledger and readers of it, the codebook, the settings. */
final class Site implements AutoCloseable {
    private static final int READERS = 4;

    private final Settings settings;
    private final Ledger ledger;
    private final Codebook codebook;
    private final List<Reader> all = new ArrayList<>();
    private final BlockingQueue<Reader> idle = new ArrayBlockingQueue<>(READERS);

    /** Something asked of the ledger. */
    interface Work<T> {
        T with(Reader reader);
    }

    Site(Settings settings, Ledger ledger, Codebook codebook) {
        this.settings = settings;
        this.ledger = ledger;
        this.codebook = codebook;
        for (int i = 0; i < READERS; i++) {
            Reader reader = ledger.reader();
            all.add(reader);
            idle.add(reader);
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
        all.forEach(Reader::close);
    }
}

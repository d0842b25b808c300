package demarche.serve;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Requests in and answers out, watched so that the last answer is out before the server ends. */
final class Traffic implements AutoCloseable {
    private static final long QUIET_MILLIS = 400;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());
    private final InputStream in;
    private final OutputStream out;

    Traffic(InputStream in, OutputStream out) {
        this.in = new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                return seen(super.read());
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                return seen(super.read(b, off, len));
            }

            @Override
            public void close() throws IOException {
                super.close();
                ended.countDown();
            }
        };
        this.out = new FilterOutputStream(out) {
            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
                last.set(System.currentTimeMillis());
            }
        };
    }

    private int seen(int read) {
        last.set(System.currentTimeMillis());
        if (read < 0) {
            ended.countDown();
        }
        return read;
    }

    InputStream requests() {
        return in;
    }

    OutputStream answers() {
        return out;
    }

    /** Waits until no request can come and none seems to be at work. */
    void awaitEnd() throws InterruptedException {
        ended.await();
        while (System.currentTimeMillis() - last.get() < QUIET_MILLIS) {
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

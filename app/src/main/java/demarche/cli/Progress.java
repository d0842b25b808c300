package demarche.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line that tells how far a long work is: how much is done, how fast, how long it will still take. */
final class Progress {
    private static final double SURE = 0.01;

    private final PrintWriter err;
    private final long all;
    private final String what;
    private final long start = System.nanoTime();

    /** {@code all} is how much there is to do; 0 when that is not known. */
    Progress(PrintWriter err, long all, String what) {
        this.err = err;
        this.all = all;
        this.what = what;
    }

    void show(long done) {
        show(done, all == 0 ? 0 : (double) done / all);
    }

    /** {@code share} of the work done, 0 to 1; 0 when it is not known. */
    void show(long done, double share) {
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        String left = share > SURE && share < 1 ? ", " + left(seconds / share * (1 - share)) + " left" : "";
        err.print(String.format(Locale.ROOT, "\r%,d %s, %.1f a second%s        ", done, what, done / seconds, left));
        err.flush();
    }

    private static String left(double seconds) {
        Duration rest = Duration.ofSeconds(Math.round(seconds));
        return rest.toHours() > 0
                ? rest.toHours() + " h " + rest.toMinutesPart() + " min"
                : rest.toMinutes() > 0 ? rest.toMinutes() + " min" : rest.toSeconds() + " s";
    }
}

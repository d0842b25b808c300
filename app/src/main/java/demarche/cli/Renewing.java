package demarche.cli;

import demarche.ledger.Ledger;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells on the error stream that a ledger of an older Demarche is brought up to date, which takes a while, and how far it is. */
final class Renewing implements Ledger.Renewal {
    private static final int STEP = 100;

    private final Path file;
    private final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    private @Nullable Progress progress;

    Renewing(Path file) {
        this.file = file;
    }

    @Override
    public void at(long done, long all) {
        Progress now = progress;
        if (now == null) {
            err.println(file + ": brought up to date with this Demarche, once …");
            now = new Progress(err, all, "readings put into tables");
            progress = now;
        }
        if (done == all) {
            err.print("\rlinking issues, finding disputes …" + " ".repeat(40) + "\r");
            err.flush();
        } else if (done % STEP == 0) {
            now.show(done);
        }
    }
}

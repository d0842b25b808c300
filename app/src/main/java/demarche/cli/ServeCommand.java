package demarche.cli;

import demarche.ledger.Ledger;
import demarche.serve.Server;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche serve}: a ledger in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a ledger in the browser, and to programs as JSON and CSV, until it is stopped with Ctrl-C.",
            "Only this machine can ask unless --host says otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  demarche serve                                      ./demarche.duckdb at http://localhost:8420/",
            "  demarche serve --ledger gulf.duckdb --port 9000",
            "  DEMARCHE_PASSWORD=… demarche serve --host 0.0.0.0   for others too; corrections need the password"
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    LedgerFile file = new LedgerFile();

    @Mixin
    ServeOptions options = new ServeOptions();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Ledger ledger = file.open()) {
            untilStopped(ledger, file.path, options, engine, out, () -> {});
        }
        return Main.FINE;
    }

    /** Serves until the process is told to end; the ledger is closed, and {@code after} done, before it does. */
    static void untilStopped(
            Ledger ledger, Path file, ServeOptions options, EngineOptions engine, PrintWriter out, Runnable after)
            throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (Server server = Server.start(options.settings(file), ledger, engine.codebook(), engine::parser)) {
            String host =
                    options.host.equals("127.0.0.1") || options.host.equals("0.0.0.0") ? "localhost" : options.host;
            out.println(file + " is at http://" + host + ":" + server.port() + "/ (Ctrl-C stops)");
            out.flush();
            stop.await();
        }
        ledger.close();
        after.run();
        stopped.countDown();
    }
}

package demarche.cli;

import demarche.Engine;
import demarche.ledger.Ledger;
import demarche.read.InputFormat;
import demarche.read.StoryReader;
import demarche.resolve.Register;
import demarche.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche demo}: our own example stories, read and served. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a few weeks of stories about disputes between invented states into a new ledger and shows it in the browser.",
            "Nothing is left behind unless --ledger names a file to keep."
        },
        footer = {
            "",
            "Examples:",
            "  demarche demo                             then open http://localhost:8420/",
            "  demarche demo --ledger demo.duckdb        keeps the ledger"
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--ledger", paramLabel = "PATH", description = "Keep the ledger in this file.")
    @Nullable
    Path file;

    @Mixin
    ServeOptions options = new ServeOptions();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = file == null ? Files.createTempDirectory("demarche") : null;
        Path at = folder == null ? java.util.Objects.requireNonNull(file) : folder.resolve("demo.duckdb");
        try (Ledger ledger = Ledger.open(at)) {
            fill(ledger, engine, out);
            ServeCommand.untilStopped(ledger, at, options, engine, out, () -> remove(folder));
        }
        return Main.FINE;
    }

    /** Puts the example stories into a ledger. */
    static void fill(Ledger ledger, EngineOptions options, PrintWriter out) {
        List<Story> stories = stories();
        List<Story> fresh = stories.stream().filter(s -> !ledger.has(s)).toList();
        if (!fresh.isEmpty()) {
            out.println("Reading " + fresh.size() + " stories …");
            out.flush();
            try (Engine reader =
                    new Engine(options.parser(), options.codebook(), Register.withInventedStates(), "built-in")) {
                Ledger.Added added = ledger.add(reader.read(fresh));
                ledger.derive();
                ledger.logIntake(stories.size(), added, java.util.Map.of());
            }
        }
    }

    /** The example stories that the jar holds. */
    static List<Story> stories() {
        List<Story> out = new ArrayList<>();
        try (InputStream in = DemoCommand.class.getResourceAsStream("/demarche/examples/disputes.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("the example stories are missing from the jar");
            }
            Path copy = Files.createTempFile("disputes", ".jsonl");
            try {
                Files.write(copy, in.readAllBytes());
                new StoryReader(InputFormat.JSONL, out::add, s -> {
                            throw new IllegalStateException(s.input() + ": " + s.reason());
                        })
                        .read(copy.toString());
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

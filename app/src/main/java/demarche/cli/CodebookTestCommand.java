package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.Rule;
import demarche.eval.ExampleCheck;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche codebook test}: the examples of a rule file, again whenever it changes if so wished. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs the examples of the rules, or of those in one file; exit 1 when one is not coded as it says.",
        footer = {
            "",
            "Examples:",
            "  demarche codebook test events/reject.yml",
            "  demarche codebook test --codebook my-rules/ events/embargo.yml --watch"
        })
final class CodebookTestCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 400;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A rule file, as messages name it or its end (events/reject.yml), or the name of a rule.")
    @Nullable
    String file;

    @Option(
            names = "--watch",
            description = "Go on, and run them again whenever a file of --codebook changes (end with Ctrl-C).")
    boolean watch;

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (watch && options.codebook == null) {
            throw new InputException(
                    "--watch: there is nothing to watch. Give the folder of your rules with --codebook.");
        }
        try (Parser parser = options.parser()) {
            if (!watch) {
                return run(parser, out) ? Main.FINE : Main.CHECK_SAID_NO;
            }
            for (long seen = -1; ; Thread.sleep(PAUSE_MILLIS)) {
                long now = changed(Objects.requireNonNull(options.codebook));
                if (now != seen) {
                    seen = now;
                    attempt(parser, out);
                }
            }
        }
    }

    private void attempt(Parser parser, PrintWriter out) {
        try {
            run(parser, out);
        } catch (InputException e) {
            out.println(e.getMessage());
        }
        out.flush();
    }

    private boolean run(Parser parser, PrintWriter out) {
        Codebook codebook = options.codebook();
        List<Rule> rules = codebook.rules().stream().filter(this::wanted).toList();
        if (rules.isEmpty()) {
            throw new InputException(file
                    + ": no rule file and no rule is called so. \"demarche codebook\" lists rules with their files.");
        }
        Engine engine = new Engine(parser, codebook, Register.withInventedStates(), "test");
        List<ExampleCheck.Failure> failures = ExampleCheck.run(rules, engine);
        failures.forEach(f -> CodebookCheckCommand.print(f, out));
        long examples = rules.stream().mapToLong(r -> r.examples().size()).sum();
        out.println(rules.size() + (rules.size() == 1 ? " rule, " : " rules, ") + examples + " examples, "
                + failures.size() + " not coded as they say.");
        return failures.isEmpty();
    }

    private boolean wanted(Rule rule) {
        String place = rule.place().replaceFirst(":\\d+$", "");
        return file == null || rule.name().equals(file) || place.equals(file) || place.endsWith("/" + file);
    }

    /** Changes when a file of the folder does. */
    private static long changed(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().lastModified() * 31 + f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

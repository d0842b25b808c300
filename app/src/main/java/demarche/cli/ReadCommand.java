package demarche.cli;

import demarche.Engine;
import demarche.Readings;
import demarche.exchange.EventFormat;
import demarche.read.InputFormat;
import demarche.story.Json;
import demarche.story.Reading;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche read}: stories in, readings out. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Prints what news stories say: statements, positions and events by party, each with its sentence and rule.",
        footer = {
            "",
            "Examples:",
            "  demarche read story.txt                      one story, for people",
            "  demarche read --format jsonl archive.jsonl   readings for machines, one a line",
            "  demarche read --format gdelt day.jsonl       events as GDELT has them",
            "  curl -s URL | demarche read -                a web page or a feed from standard input"
        })
final class ReadCommand implements Callable<Integer> {
    /** Forms of output. */
    enum Format {
        TEXT,
        JSONL,
        PLOVER,
        POLECAT,
        GDELT,
        PHOENIX
    }

    /** When to use colour. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Parameters(
            paramLabel = "STORY",
            arity = "1..*",
            description =
                    "Files, folders, or - for standard input: plain text, JSONL, feeds (RSS, Atom, RDF), HTML pages, WARC; each may be gzipped.")
    List<String> inputs = List.of();

    @Option(
            names = "--format",
            description =
                    "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). The last four are events for other programs: docs/exports.md.",
            defaultValue = "TEXT")
    Format format = Format.TEXT;

    @Option(
            names = "--input-format",
            description = "Input: ${COMPLETION-CANDIDATES}; told from the content if not given.")
    @Nullable
    InputFormat inputFormat;

    @Option(
            names = {"--color", "--colour"},
            description = "${COMPLETION-CANDIDATES} (default: auto: when printing to a terminal).",
            defaultValue = "AUTO")
    Colour colour = Colour.AUTO;

    @Option(names = "--explain", description = "Also show each sentence's tree and which rule matched where.")
    boolean explain;

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commands = java.util.Objects.requireNonNull(spec);
        PrintWriter out = commands.commandLine().getOut();
        Intake intake = new Intake(commands.commandLine().getErr());
        EventFormat events = EventFormat.named(format.name());
        String header = events == null ? null : events.header();
        if (header != null) {
            out.println(header);
        }
        try (Engine engine = options.engine()) {
            Readings<?> readings = format == Format.JSONL
                    ? new Readings<>(engine, Json::write, out::println, intake::refused)
                    : new Readings<>(engine, Function.identity(), pages(out), intake::refused);
            intake.each(inputs, inputFormat, readings::add);
            readings.finish();
            out.flush();
        }
        return intake.end();
    }

    private Consumer<Reading> pages(PrintWriter out) {
        StoryPage page = new StoryPage(out, Terminal.of(colour));
        if (!explain) {
            return page::print;
        }
        Explanation explanation = new Explanation(options, out);
        return reading -> {
            page.print(reading);
            explanation.print(reading.story());
        };
    }
}

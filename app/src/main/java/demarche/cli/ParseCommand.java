package demarche.cli;

import demarche.parse.ConllU;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.read.InputFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche parse FILE…}: words, tags, lemmas and trees of raw text as CoNLL-U. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Prints words, tags, lemmas and trees of stories as CoNLL-U.",
        footer = {
            "",
            "Examples:",
            "  demarche parse story.txt",
            "  echo 'Ostland rejected the offer.' | demarche parse -"
        })
final class ParseCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STORY",
            arity = "1..*",
            description = "Files, folders, or - for standard input, in any form that read takes.")
    List<String> inputs = List.of();

    @Option(
            names = "--input-format",
            description = "Input: ${COMPLETION-CANDIDATES}; told from the content if not given.")
    @Nullable
    InputFormat inputFormat;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commands = Objects.requireNonNull(spec);
        PrintWriter out = commands.commandLine().getOut();
        Intake intake = new Intake(commands.commandLine().getErr());
        try (Parser parser = encoder.parser()) {
            intake.take(inputs, inputFormat, stories -> {
                for (Parse parse : parser.parse(stories)) {
                    write(parse, out);
                }
                out.flush();
            });
        }
        return intake.end();
    }

    private static void write(Parse parse, PrintWriter out) {
        try {
            ConllU.write(parse, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

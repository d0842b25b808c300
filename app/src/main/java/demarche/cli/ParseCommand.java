package demarche.cli;

import demarche.parse.ConllU;
import demarche.parse.Parser;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche parse FILE…}: words, tags, lemmas and trees of raw text as CoNLL-U. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Print words, tags, lemmas and trees of raw text as CoNLL-U.",
        footer = {
            "",
            "Examples:",
            "  demarche parse story.txt",
            "  echo 'Ostland rejected the offer.' | demarche parse -",
            "",
            "Exit codes: 0 all read; 2 a file could not be read (the others are printed)."
        })
public final class ParseCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Text files in UTF-8; - is standard input.")
    private List<String> files = List.of();

    @Option(names = "--model", paramLabel = "DIR", description = "Folder of another model than the built-in one.")
    private @Nullable Path model;

    @Option(names = "--workers", paramLabel = "N", description = "Parts parsed at once (default: all processors).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Prints every readable file; tells on standard error which were not. */
    @Override
    public Integer call() throws IOException {
        int skipped = 0;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Parser parser = Parser.load(model, workers, 1)) {
            for (String file : files) {
                try {
                    ConllU.write(parser.parse(story(file)), out);
                } catch (InputException e) {
                    err.println(e.getMessage());
                    skipped++;
                }
            }
        }
        out.flush();
        if (skipped > 0) {
            err.println(skipped + " of " + files.size() + " skipped.");
        }
        err.flush();
        return skipped > 0 ? 2 : 0;
    }

    private static Story story(String file) throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = System.in.readAllBytes();
        } else if (Files.isRegularFile(Path.of(file))) {
            bytes = Files.readAllBytes(Path.of(file));
        } else {
            throw new InputException(file + ": no such file. Give text files, or - for standard input.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw new InputException(file + ": empty. Give a file with text.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new InputException(file + ": not text but a binary file. Give a file with text.");
        }
        return new Story(file, null, text, null, null, null, null, List.of());
    }
}

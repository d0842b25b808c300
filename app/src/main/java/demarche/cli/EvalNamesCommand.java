package demarche.cli;

import demarche.Engine;
import demarche.code.CodebookLoader;
import demarche.eval.EntitiesScore;
import demarche.parse.NamesScore;
import demarche.parse.Parser;
import demarche.parse.TreebankScore.Figure;
import demarche.resolve.Register;
import demarche.story.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche eval names FILE…}: exact spans and kinds of names on files of words with BIO tags. */
@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        description = {
            "Scores names on files of lines \"word tag\" with BIO tags (CoNLL-2003, CrossNER): right when first word, last",
            "word and kind are. Kinds of the file are mapped to person, organization, location and misc.",
            "Files that end in .jsonl hold one story a line, {\"text\", \"entities\": [{\"start\", \"end\", \"type\"}]} with offsets in",
            "code points (re3d): mentions of persons and organizations are scored, pronouns too, by exact spans and by spans that overlap."
        },
        footer = {
            "",
            "Examples:",
            "  demarche eval names --together 12 conll2003-dev.txt",
            "  demarche eval names re3d-dev.jsonl"
        })
final class EvalNamesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of words with BIO tags, or of stories with entities (.jsonl).")
    List<Path> files = List.of();

    @Option(
            names = "--together",
            paramLabel = "N",
            description = "Neighbouring sentences read as one story (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    int together = 1;

    @Option(names = "--json", description = "One JSON object a file instead of a line of text.")
    boolean json;

    @Option(names = "--model", paramLabel = "DIR", description = "Folder of another encoder.")
    @Nullable
    Path model;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (together < 1) {
            throw new InputException("--together " + together + ": too few. Give 1 or more.");
        }
        try (Parser parser = Parser.load(model, 1, Runtime.getRuntime().availableProcessors())) {
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw new InputException(file + ": no such file. Give files of words with BIO tags.");
                }
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (file.toString().endsWith(".jsonl")) {
                    Engine engine = new Engine(parser, CodebookLoader.load(), Register.load(), "eval");
                    EntitiesScore.score(text, file.toString(), engine::read)
                            .forEach((what, f) -> out.println(line(file + ", " + what, f)));
                } else {
                    out.println(line(file.toString(), NamesScore.score(text, file.toString(), together, parser)));
                }
            }
        }
        return Main.FINE;
    }

    private String line(String what, Figure f) {
        return json
                ? f.json(what)
                : String.format(Locale.ROOT, "%s: P %.2f  R %.2f  F1 %.2f", what, f.precision(), f.recall(), f.f1());
    }
}

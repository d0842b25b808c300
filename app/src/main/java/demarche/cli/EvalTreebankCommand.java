package demarche.cli;

import demarche.parse.ConllU;
import demarche.parse.Parse;
import demarche.parse.Parser;
import demarche.parse.TreebankScore;
import demarche.parse.TreebankScore.Figure;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche eval treebank FILE…}: parses a treebank again, from its words and from its text, and scores both. */
@Command(
        name = "treebank",
        mixinStandardHelpOptions = true,
        description = {
            "Scores words, tags, lemmas and trees on CoNLL-U files: on the gold words, and from raw text by the rules of",
            "the CoNLL 2018 shared task."
        },
        footer = {"", "Example:", "  demarche eval treebank en_ewt-ud-dev.conllu"})
final class EvalTreebankCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Treebanks in CoNLL-U, one score each.")
    List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a file instead of a table.")
    boolean json;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Parser parser = encoder.parser()) {
            for (Path file : files) {
                List<ConllU.Document> gold = read(file);
                Map<String, Figure> words = TreebankScore.score(gold, fromWords(gold, parser));
                Map<String, Figure> text = TreebankScore.score(gold, fromText(gold, parser));
                out.print(json ? TreebankScore.json(file.toString(), words, text) : file + "\n" + table(words, text));
                out.flush();
            }
        }
        return Main.FINE;
    }

    private static String table(Map<String, Figure> words, Map<String, Figure> text) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "  %-18s %11s %11s%n", "F1, percent", "gold words", "raw text"));
        words.forEach((name, f) -> out.append(String.format(
                Locale.ROOT,
                "  %-18s %11.2f %11.2f%n",
                name,
                f.f1(),
                Objects.requireNonNull(text.get(name)).f1())));
        return out.toString();
    }

    private static List<ConllU.Document> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no such file. Give treebanks in CoNLL-U.");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<ConllU.Document> out = ConllU.documents(text, file.toString());
        if (out.isEmpty()) {
            throw new InputException(file + ": no sentence. Give a treebank in CoNLL-U.");
        }
        return out;
    }

    private static List<ConllU.Document> fromWords(List<ConllU.Document> gold, Parser parser) {
        List<ConllU.Document> out = new ArrayList<>();
        for (ConllU.Document d : gold) {
            Parse parse = parser.parse(story(d), d.sentences());
            out.add(new ConllU.Document(d.id(), d.text(), parse.sentences(), d.multiwords()));
        }
        return out;
    }

    private static List<ConllU.Document> fromText(List<ConllU.Document> gold, Parser parser) throws IOException {
        List<ConllU.Document> out = new ArrayList<>();
        for (ConllU.Document d : gold) {
            StringBuilder written = new StringBuilder();
            ConllU.write(parser.parse(story(d)), written);
            out.add(ConllU.documents(written.toString(), d.id()).get(0));
        }
        return out;
    }

    private static Story story(ConllU.Document d) {
        return new Story(d.id(), null, d.text(), null, null, null, null, List.of());
    }
}

package demarche.cli;

import demarche.Engine;
import demarche.eval.CorefMatch;
import demarche.eval.CorefScore;
import demarche.eval.EntityFile;
import demarche.story.Story;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche eval coref}: which mentions are one party, against a treebank's entities. */
@Command(
        name = "coref",
        mixinStandardHelpOptions = true,
        description = {
            "Which mentions are one party, against the entities of a treebank (GUM's \"Entity=\" in the last column):",
            "MUC, B-cubed, CEAF over entities and their average, the CoNLL score."
        },
        footer = {
            "",
            "Examples:",
            "  demarche eval coref --documents news en_gum-ud-dev.conllu",
            "  demarche eval coref --types person,organization,place --singletons en_gum-ud-dev.conllu"
        })
final class EvalCorefCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Treebanks in CoNLL-U with entities.")
    List<Path> files = List.of();

    @Option(
            names = "--documents",
            paramLabel = "PATTERN",
            defaultValue = "news|interview",
            description = "Only documents whose id has this regular expression (default: ${DEFAULT-VALUE}).")
    String documents = "news|interview";

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            defaultValue = "person,organization",
            description = "Kinds of entity that count (default: ${DEFAULT-VALUE}).")
    Set<String> types = Set.of();

    @Option(
            names = "--singletons",
            description = "Count entities mentioned once, too; the CoNLL shared tasks leave them out.")
    boolean singletons;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    boolean json;

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Pattern wanted = Pattern.compile(documents);
        CorefScore score = new CorefScore();
        CorefMatch match = new CorefMatch(types, singletons);
        int count = 0;
        try (Engine reader = engine.engine()) {
            for (Path file : files) {
                for (EntityFile.Document d : EntityFile.read(file)) {
                    if (wanted.matcher(d.id()).find()) {
                        count++;
                        match.add(
                                score,
                                d,
                                reader.read(new Story(d.id(), null, d.text(), null, null, null, null, List.of())));
                    }
                }
            }
        }
        print(out, score.figures(), count);
        return Main.FINE;
    }

    private void print(PrintWriter out, Map<String, double[]> figures, int count) {
        if (json) {
            out.println(EvalOptions.json(figures));
            return;
        }
        out.println(count + " documents, entities: " + String.join(", ", types));
        figures.forEach(
                (figure, f) -> out.printf(Locale.ROOT, "%-9s P %5.1f  R %5.1f  F1 %5.1f%n", figure, f[0], f[1], f[2]));
    }
}

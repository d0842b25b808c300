package demarche.cli;

import demarche.code.Codebook;
import demarche.code.Rule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche codebook}: lists and searches rules. */
@Command(
        name = "codebook",
        mixinStandardHelpOptions = true,
        description =
                "Lists the rules of the codebook; with words, those whose name, type, stance or predicates hold them.",
        footer = {
            "",
            "Examples:",
            "  demarche codebook",
            "  demarche codebook REJECT",
            "  demarche codebook \"call for\"",
            "  demarche codebook check                          runs every rule's examples, looks for oddities",
            "  demarche codebook test events/reject.yml         runs the examples of one file",
            "  demarche codebook measure archive/*.jsonl        how often each rule codes something",
            "  demarche codebook why \"Ostland refused to pay.\"  which rules matched"
        },
        subcommands = {
            CodebookCheckCommand.class,
            CodebookTestCommand.class,
            CodebookWhyCommand.class,
            CodebookMeasureCommand.class
        })
final class CodebookCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORD", arity = "0..*", description = "What to look for.")
    List<String> words = List.of();

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Codebook codebook = options.codebook();
        int shown = 0;
        for (Rule rule : codebook.rules()) {
            String line = rule.name() + "  "
                    + (rule.event() == null ? "" : rule.event() + (rule.mode() == null ? "" : "/" + rule.mode()) + " ")
                    + (rule.stance() == null ? "" : rule.stance()) + "  "
                    + String.join(
                            ", ",
                            rule.predicates().stream().map(Object::toString).toList());
            if (words.stream().allMatch(w -> line.toLowerCase(Locale.ROOT).contains(w.toLowerCase(Locale.ROOT)))) {
                out.println(line);
                out.println("    " + rule.says() + "  (" + rule.place() + ")");
                shown++;
            }
        }
        out.println(shown + " of " + codebook.rules().size() + " rules; codebook " + codebook.hash());
        return shown == 0 ? Main.CHECK_SAID_NO : Main.FINE;
    }
}

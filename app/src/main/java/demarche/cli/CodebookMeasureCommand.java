package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.eval.GoldFile;
import demarche.eval.RuleCounts;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code demarche codebook measure}: how often each rule codes something in a corpus, and how often it is right. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Counts what each rule codes in stories, most first; with --gold (records of one sentence with text and event type,",
            "as for \"eval events\") also how many of its events have the type that the gold has for the sentence."
        },
        footer = {
            "",
            "Examples:",
            "  demarche codebook measure archive/*.jsonl",
            "  demarche codebook measure --gold gold/events.jsonl --codebook my-rules/"
        })
final class CodebookMeasureCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STORY", arity = "0..*", description = "Stories, as \"demarche read\" takes them.")
    List<String> inputs = List.of();

    @Option(names = "--gold", paramLabel = "FILE", description = "Gold events; their texts are read too.")
    List<Path> gold = List.of();

    @Option(names = "--silent", description = "Also list the rules that coded nothing.")
    boolean silent;

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commands = Objects.requireNonNull(spec);
        PrintWriter out = commands.commandLine().getOut();
        if (inputs.isEmpty() && gold.isEmpty()) {
            throw new InputException(
                    "codebook measure: nothing to measure on. Give stories, or gold events with --gold.");
        }
        Codebook codebook = options.codebook();
        RuleCounts counts = new RuleCounts();
        Intake intake = new Intake(commands.commandLine().getErr());
        try (Engine engine = options.engine()) {
            intake.take(inputs, null, stories -> engine.read(stories).forEach(counts::add));
            List<JsonNode> records = new ArrayList<>();
            gold.forEach(f -> records.addAll(GoldFile.read(f)));
            counts.gold(records, text -> engine.read(new Story("g", null, text, null, null, null, null, List.of())));
        }
        print(codebook, counts, out);
        return intake.end();
    }

    private void print(Codebook codebook, RuleCounts counts, PrintWriter out) {
        boolean judged = !gold.isEmpty();
        out.println("events positions" + (judged ? "  right of judged" : "") + "  rule");
        for (RuleCounts.Count c : counts.counts()) {
            String right = !judged
                    ? ""
                    : c.judged() == 0
                            ? "                 "
                            : String.format(Locale.ROOT, "%7d of %-6d", c.right(), c.judged());
            out.printf(Locale.ROOT, "%6d %9d%s  %s%n", c.events(), c.positions(), right, c.rule());
        }
        List<String> unused = codebook.rules().stream()
                .filter(r -> counts.counts().stream().noneMatch(c -> c.rule().equals(r.name())))
                .map(r -> r.place() + ": " + r.name() + " coded nothing.")
                .toList();
        if (silent) {
            unused.forEach(out::println);
        }
        out.printf(
                Locale.ROOT,
                "%d stories, %d words; %.2f events and %.2f positions a thousand words; %d of %d rules coded nothing%s%n",
                counts.stories(),
                counts.words(),
                counts.perThousand(RuleCounts.Count::events),
                counts.perThousand(RuleCounts.Count::positions),
                unused.size(),
                codebook.rules().size(),
                silent || unused.isEmpty() ? "." : " (--silent lists them).");
    }
}

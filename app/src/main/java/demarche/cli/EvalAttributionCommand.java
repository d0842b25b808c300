package demarche.cli;

import demarche.eval.AttributionScore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code demarche eval attribution}: statements against gold attributions. */
@Command(
        name = "attribution",
        mixinStandardHelpOptions = true,
        description = "Statements against gold attributions: speaker, cue, content.",
        footer = {"", "Example:", "  demarche eval attribution gold/attribution.jsonl"})
final class EvalAttributionCommand implements Callable<Integer> {
    @Mixin
    EvalOptions options = new EvalOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        List<JsonNode> gold = options.gold();
        AttributionScore score = AttributionScore.of(
                gold, options.readings(gold, spec.commandLine().getErr()));
        if (options.json) {
            out.println(EvalOptions.json(score.figures()));
            return Main.FINE;
        }
        out.println(score.stories() + " stories, " + score.missing() + " without a reading");
        score.figures()
                .forEach((name, f) ->
                        out.printf(Locale.ROOT, "%-14s P %5.1f  R %5.1f  F1 %5.1f%n", name, f[0], f[1], f[2]));
        return Main.FINE;
    }
}

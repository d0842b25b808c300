package demarche.cli;

import demarche.eval.EventScore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code demarche eval events}: coded events against gold records. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Coded events against gold records (PLOVER's validation set form).",
        footer = {"", "Example:", "  demarche eval events --merge --per-type gold/events.jsonl"})
final class EvalEventsCommand implements Callable<Integer> {
    @Option(
            names = "--merge",
            description =
                    "Old names stand for their 2.0 types: FIGHT is ASSAULT; INVESTIGATE and DISAPPROVE are ACCUSE.")
    boolean merge;

    @Option(names = "--per-type", description = "Also print the figures of each type.")
    boolean perType;

    @Mixin
    EvalOptions options = new EvalOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        List<JsonNode> gold = options.gold();
        EventScore score =
                EventScore.of(gold, options.readings(gold, spec.commandLine().getErr()), merge);
        if (options.json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("scores", score.figures());
            all.put("per_type", score.perType());
            out.println(EvalOptions.json(all));
            return Main.FINE;
        }
        score.figures()
                .forEach((name, value) -> out.printf(
                        Locale.ROOT,
                        "%-38s %s%n",
                        name,
                        value instanceof Integer
                                ? value.toString()
                                : String.format(Locale.ROOT, "%.3f", value.doubleValue())));
        if (perType) {
            out.printf("%-12s gold coded  ok     P     R    F1%n", "type");
            score.perType()
                    .forEach((type, x) -> out.printf(
                            Locale.ROOT,
                            "%-12s %4d %5d %3d  %.2f  %.2f  %.2f%n",
                            type,
                            (int) x[0],
                            (int) x[1],
                            (int) x[2],
                            x[3],
                            x[4],
                            x[5]));
        }
        return Main.FINE;
    }
}

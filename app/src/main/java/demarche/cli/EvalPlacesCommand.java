package demarche.cli;

import demarche.eval.PlaceScore;
import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code demarche eval places}: places found and put on the map against gold toponyms. */
@Command(
        name = "places",
        mixinStandardHelpOptions = true,
        description = {
            "Places against gold toponyms: found (spans that overlap), and within 161 km of where they are",
            "(Gritta and others, A Pragmatic Guide to Geoparsing Evaluation). Gold: a story a line with",
            "toponyms: [{start, end, text, lat, lon}]."
        },
        footer = {"", "Example:", "  demarche eval places --misses gold/places.jsonl"})
final class EvalPlacesCommand implements Callable<Integer> {
    @Option(names = "--misses", description = "Also list what was not found, is none, or is put elsewhere.")
    boolean misses;

    @Mixin
    EvalOptions options = new EvalOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<JsonNode> gold = options.gold();
        PlaceScore score =
                PlaceScore.of(gold, options.readings(gold, spec.commandLine().getErr()));
        Map<String, Double> f = score.figures();
        if (options.json) {
            out.println(EvalOptions.json(f));
            return Main.FINE;
        }
        if (misses) {
            score.misses().forEach(out::println);
        }
        out.println(score.stories() + " stories, " + score.missing() + " without a reading");
        out.printf(
                Locale.ROOT,
                "found       P %.1f  R %.1f  F1 %.1f of %.0f toponyms%n",
                f.get("precision"),
                f.get("recall"),
                f.get("f1"),
                f.get("toponyms"));
        out.printf(
                Locale.ROOT,
                "placed      %.1f %% of those with coordinates; %.1f %% of these within 161 km (%.1f %% of all)%n",
                f.get("placed"),
                f.get("accuracy_161km"),
                f.get("accuracy_161km_of_all"));
        out.printf(
                Locale.ROOT,
                "error       median %.0f km, mean %.0f km, area under log error %.2f%n",
                f.get("median_km"),
                f.get("mean_km"),
                f.get("auc"));
        return Main.FINE;
    }
}

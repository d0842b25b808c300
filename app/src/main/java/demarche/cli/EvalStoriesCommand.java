package demarche.cli;

import demarche.eval.StoryScore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code demarche eval stories}: events and positions against stories coded by hand. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = "Events and positions against stories coded by hand.",
        footer = {
            "",
            "Example:",
            "  demarche eval stories --misses gold/stories.jsonl",
            "  demarche eval stories --texts corpus.jsonl gold/hand-stories.jsonl"
        })
final class EvalStoriesCommand implements Callable<Integer> {
    @Option(names = "--misses", description = "Also list the sure gold records that were not found.")
    boolean misses;

    @Mixin
    EvalOptions options = new EvalOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        List<JsonNode> gold = options.gold();
        StoryScore score =
                StoryScore.of(gold, options.readings(gold, spec.commandLine().getErr()));
        if (options.json) {
            out.println(EvalOptions.json(score.figures()));
            return Main.FINE;
        }
        out.println(score.stories() + " stories, " + score.missing() + " without a reading");
        if (misses) {
            score.misses().forEach(m -> out.println("missed " + m));
        }
        score.figures().forEach((name, f) -> {
            int[] c = java.util.Objects.requireNonNull(score.counts().get(name));
            out.printf(
                    Locale.ROOT,
                    "%-16s P %5.1f (%d/%d)  R %5.1f (%d/%d)  F1 %5.1f%n",
                    name,
                    f[0],
                    c[0],
                    c[1],
                    f[1],
                    c[2],
                    c[3],
                    f[2]);
        });
        return Main.FINE;
    }
}

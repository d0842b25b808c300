package demarche.cli;

import demarche.Engine;
import demarche.eval.ExampleCheck;
import demarche.resolve.Register;
import demarche.story.Reading;
import demarche.story.Story;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche codebook why}: what a sentence is coded as, by which rules, on which tree. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Shows what a sentence is coded as, by which rules, and the tree they read it from.",
        footer = {"", "Example:", "  demarche codebook why \"Ostland refused to return the trawlers to Westland.\""})
final class CodebookWhyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SENTENCE", arity = "1..*", description = "The sentence, in quotes.")
    List<String> words = List.of();

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Story story = new Story("sentence", null, String.join(" ", words), null, null, null, null, List.of());
        Reading reading;
        try (Engine engine = new Engine(options.parser(), options.codebook(), Register.withInventedStates(), "why")) {
            reading = engine.read(story);
        }
        List<String> coded = ExampleCheck.coded(reading);
        coded.forEach(out::println);
        out.println(coded.isEmpty() ? "nothing is coded" : "");
        new Explanation(options, out).print(story);
        return Main.FINE;
    }
}

package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.Predicate;
import demarche.code.Rule;
import demarche.eval.ExampleCheck;
import demarche.resolve.Register;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche codebook check}: does the codebook do what its examples say? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every rule's examples (Ostland, Westland, Nordia and Sudia are known there) and lists those not coded as they say,",
            "rules without examples, and predicates that stand twice under one type."
        },
        footer = {"", "Example:", "  demarche codebook check --codebook my-rules/"})
final class CodebookCheckCommand implements Callable<Integer> {
    @Option(names = "--untested", description = "Also list the rules without examples.")
    boolean untested;

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Codebook codebook = options.codebook();
        List<ExampleCheck.Failure> failures;
        try (Engine engine = new Engine(options.parser(), codebook, Register.withInventedStates(), "check")) {
            failures = ExampleCheck.run(codebook, engine);
        }
        for (ExampleCheck.Failure f : failures) {
            out.println(f.place() + ": " + f.rule() + ": " + f.text());
            out.println("    wanted: " + String.join("; ", f.missing()));
            out.println("    coded:  " + (f.coded().isEmpty() ? "nothing" : String.join("; ", f.coded())));
        }
        List<String> twice = twice(codebook);
        twice.forEach(out::println);
        long examples =
                codebook.rules().stream().mapToLong(r -> r.examples().size()).sum();
        List<Rule> bare =
                codebook.rules().stream().filter(r -> r.examples().isEmpty()).toList();
        if (untested) {
            bare.forEach(r -> out.println(r.place() + ": " + r.name() + " has no example."));
        }
        out.println(codebook.rules().size() + " rules, " + examples + " examples, " + failures.size()
                + " not coded as they say, " + bare.size() + " rules without an example, " + twice.size()
                + " predicates that stand twice.");
        return failures.isEmpty() && twice.isEmpty() ? Main.FINE : Main.CHECK_SAID_NO;
    }

    /** The same predicate under the same type with nothing to tell the rules apart. */
    private static List<String> twice(Codebook codebook) {
        Map<String, Rule> seen = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (Rule rule : codebook.rules()) {
            for (Predicate predicate : rule.predicates()) {
                String key = rule.event() + " " + rule.stance() + " " + predicate + " " + rule.objects() + rule.takes()
                        + rule.demands();
                Rule other = seen.putIfAbsent(key, rule);
                if (other != null) {
                    out.add(rule.place() + ": \"" + predicate + "\" of " + rule.name() + " stands in " + other.name()
                            + " too (" + other.place() + "), with the same conditions. Take one out.");
                }
            }
        }
        return out;
    }
}

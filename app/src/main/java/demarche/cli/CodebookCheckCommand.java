package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.Rule;
import demarche.eval.CodebookLint;
import demarche.eval.ExampleCheck;
import demarche.parse.Parser;
import demarche.resolve.Register;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
            "predicates that stand twice or under two types, modes that PLOVER lacks, and rules that change nothing. The first",
            "three kinds make it say no (exit 1)."
        },
        footer = {"", "Example:", "  demarche codebook check --codebook my-rules/"})
final class CodebookCheckCommand implements Callable<Integer> {
    @Option(names = "--untested", description = "Also list the rules and predicates without an example.")
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
        Register register = Register.withInventedStates();
        List<ExampleCheck.Failure> failures;
        List<Rule> idle;
        try (Parser parser = options.parser()) {
            failures = ExampleCheck.run(codebook, new Engine(parser, codebook, register, "check"));
            idle = ExampleCheck.idle(codebook, parser, register);
        }
        failures.forEach(f -> print(f, out));
        List<String> wrong = new ArrayList<>(CodebookLint.twice(codebook));
        wrong.addAll(CodebookLint.conflicts(codebook));
        wrong.forEach(out::println);
        List<String> modes = CodebookLint.modes(codebook);
        modes.forEach(out::println);
        idle.forEach(
                r -> out.println(
                        r.place() + ": " + r.name()
                                + " changes nothing: its examples are coded alike without it. Take it out, or give an example that needs it."));
        List<String> bare = CodebookLint.untested(codebook);
        if (untested) {
            bare.forEach(out::println);
        }
        long examples =
                codebook.rules().stream().mapToLong(r -> r.examples().size()).sum();
        out.println(codebook.rules().size() + " rules, " + examples + " examples; " + failures.size()
                + " not coded as they say, " + wrong.size() + " predicates twice or in conflict, " + modes.size()
                + " modes of your own, " + idle.size() + " rules that change nothing, " + bare.size()
                + " rules with something untested" + (untested || bare.isEmpty() ? "." : " (--untested lists them)."));
        return failures.isEmpty() && wrong.isEmpty() ? Main.FINE : Main.CHECK_SAID_NO;
    }

    /** An example that failed: what it says, and what was coded. */
    static void print(ExampleCheck.Failure f, PrintWriter out) {
        out.println(f.place() + ": " + f.rule() + ": " + f.text());
        out.println("    wanted: " + String.join("; ", f.missing()));
        out.println("    coded:  " + (f.coded().isEmpty() ? "nothing" : String.join("; ", f.coded())));
    }
}

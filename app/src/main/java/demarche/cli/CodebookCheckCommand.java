package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.Predicate;
import demarche.code.Rule;
import demarche.eval.CodebookLint;
import demarche.eval.ExampleCheck;
import demarche.eval.NeedCheck;
import demarche.parse.Parser;
import demarche.resolve.Register;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche codebook check}: does the codebook do what its examples say? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every rule's examples (Ostland, Westland, Nordia and Sudia are known there) and lists those not coded as they say,",
            "predicates that stand twice or under two types, modes that PLOVER lacks, rules and predicates that change nothing or",
            "have no example, rules without an example that stays silent, and classes of words that no rule uses. Examples that",
            "fail and predicates that stand twice or in conflict make it say no (exit 1)."
        },
        footer = {"", "Example:", "  demarche codebook check --codebook my-rules/"})
final class CodebookCheckCommand implements Callable<Integer> {
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
        NeedCheck.Needless needless;
        try (Parser parser = options.parser()) {
            failures = ExampleCheck.run(codebook, new Engine(parser, codebook, register, "check"));
            needless = NeedCheck.run(codebook, parser, register);
        }
        failures.forEach(f -> print(f, out));
        List<String> wrong = new ArrayList<>(CodebookLint.twice(codebook));
        wrong.addAll(CodebookLint.conflicts(codebook));
        wrong.forEach(out::println);
        List<String> modes = CodebookLint.modes(codebook);
        modes.forEach(out::println);
        List<String> idle = idle(needless);
        idle.forEach(out::println);
        List<String> untested = untested(codebook, needless);
        untested.forEach(out::println);
        codebook.unusedClasses()
                .forEach(c -> out.println("codebook/classes.yml: no rule uses @" + c + ". Take it out."));
        long examples =
                codebook.rules().stream().mapToLong(r -> r.examples().size()).sum();
        long predicates =
                codebook.rules().stream().mapToLong(r -> r.predicates().size()).sum();
        out.println(codebook.rules().size() + " rules, " + predicates + " predicates, " + examples + " examples; "
                + failures.size() + " not coded as they say, " + wrong.size() + " predicates twice or in conflict, "
                + modes.size() + " modes of your own, " + idle.size() + " rules with something that changes nothing, "
                + untested.size() + " with something untested, "
                + codebook.unusedClasses().size() + " unused classes.");
        return failures.isEmpty() && wrong.isEmpty() ? Main.FINE : Main.CHECK_SAID_NO;
    }

    private static List<String> idle(NeedCheck.Needless needless) {
        List<String> out = new ArrayList<>();
        needless.idle()
                .forEach(
                        r -> out.add(
                                r.place() + ": " + r.name()
                                        + " changes nothing: its examples are coded alike without it. Take it out, or give an example that needs it."));
        needless.shadowed()
                .forEach((rule, predicates) ->
                        out.add(rule.place() + ": " + rule.name() + " codes its examples alike without "
                                + words(predicates) + ". Take it out, or give an example that needs it."));
        Collections.sort(out);
        return out;
    }

    private static List<String> untested(Codebook codebook, NeedCheck.Needless needless) {
        List<String> out = new ArrayList<>();
        for (Rule rule : codebook.rules()) {
            List<Predicate> bare = needless.untested().getOrDefault(rule, List.of());
            boolean silent = rule.examples().stream().anyMatch(e -> e.gives().isEmpty());
            if (!bare.isEmpty()) {
                out.add(rule.place() + ": " + rule.name() + " has no example of " + words(bare) + ".");
            }
            if (!silent) {
                out.add(rule.place() + ": " + rule.name() + " has no example that stays silent (gives: nothing).");
            }
        }
        return out;
    }

    private static String words(List<Predicate> predicates) {
        return predicates.stream().map(Predicate::toString).collect(java.util.stream.Collectors.joining(", "));
    }

    /** An example that failed: what it says, and what was coded. */
    static void print(ExampleCheck.Failure f, PrintWriter out) {
        out.println(f.place() + ": " + f.rule() + ": " + f.text());
        out.println("    wanted: " + String.join("; ", f.missing()));
        out.println("    coded:  " + (f.coded().isEmpty() ? "nothing" : String.join("; ", f.coded())));
    }
}

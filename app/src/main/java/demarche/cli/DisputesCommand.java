package demarche.cli;

import demarche.ledger.Ledger;
import demarche.ledger.Views;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche disputes}: what is contested, and between whom. */
@Command(
        name = "disputes",
        mixinStandardHelpOptions = true,
        description = "Lists the disputes of a ledger, the busiest first.",
        footer = {"", "Examples:", "  demarche disputes", "  demarche disputes semiconductor --format jsonl"})
final class DisputesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "WORDS",
            arity = "0..*",
            description = "Only those whose names or namings hold these words.")
    List<String> words = List.of();

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Ledger ledger = options.open()) {
            Lines.print(
                    out,
                    options.format,
                    ledger.queries().disputes(words.isEmpty() ? null : String.join(" ", words), options.limit),
                    DisputesCommand::line,
                    "No dispute found.");
        }
        return Main.FINE;
    }

    static void line(Views.DisputeView d, PrintWriter out) {
        out.println(d.name());
        out.printf(
                "  %s, %s to %s, %d stories, %d positions, %d shifts   %s%n",
                d.status(), d.first(), d.last(), d.stories(), d.positions(), d.shifts(), d.id());
        String other = d.issue().namings().stream().skip(1).limit(4).collect(Collectors.joining(", "));
        if (!other.isEmpty()) {
            out.println("  also called: " + other);
        }
    }
}

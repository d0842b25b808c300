package demarche.cli;

import demarche.ledger.Ledger;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche positions}: what a party holds now, issue by issue. */
@Command(
        name = "positions",
        mixinStandardHelpOptions = true,
        description = "Lists a party's newest position on each issue, newest first, with those before it.",
        footer = {"", "Examples:", "  demarche positions Japan", "  demarche positions USA --format jsonl"})
final class PositionsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PARTY", arity = "1..*", description = "A name, an id, or a state's code.")
    List<String> party = List.of();

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Terminal page = Terminal.of(ReadCommand.Colour.AUTO);
        try (Ledger ledger = options.open()) {
            Lines.print(
                    out,
                    options.format,
                    ledger.queries().positions(String.join(" ", party), options.limit),
                    (p, o) -> {
                        o.println(p.date() + "  " + p.party() + " " + p.stance() + " "
                                + (p.issue() == null ? "" : p.issue())
                                + (p.counterpart() == null ? "" : " → " + p.counterpart())
                                + (p.history().isEmpty()
                                        ? ""
                                        : "  (" + p.history().size() + " before)"));
                        page.wrapped(o, "            ", "“" + p.sentence() + "”");
                    },
                    "No position of " + String.join(" ", party)
                            + " found. \"demarche sql 'SELECT name FROM parties'\" lists names.");
        }
        return Main.FINE;
    }
}

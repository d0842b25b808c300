package demarche.cli;

import demarche.ledger.Ledger;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche rebuild}: the derived tables anew. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes every derived table of a ledger again from its readings; the result is the same.",
        footer = {"", "Example:", "  demarche rebuild --ledger gulf.duckdb"})
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commands = java.util.Objects.requireNonNull(spec);
        PrintWriter err = commands.commandLine().getErr();
        try (Ledger ledger = options.open()) {
            ledger.rebuild(done -> {
                if (done % 200 == 0) {
                    err.print("\r" + done + " readings");
                    err.flush();
                }
            });
            err.print("\r");
            commands.commandLine()
                    .getOut()
                    .println("Rebuilt: " + ledger.queries().counts().stories() + " stories.");
        }
        return Main.FINE;
    }
}

package demarche.cli;

import demarche.Engine;
import demarche.ledger.Ledger;
import demarche.story.InputException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche rebuild}: the derived tables anew. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every derived table of a ledger again from its readings; the result is the same.",
            "With --reread all stories are read again first, with the present engine and codebook; their new readings count from then on."
        },
        footer = {
            "",
            "Examples:",
            "  demarche rebuild --ledger gulf.duckdb",
            "  demarche rebuild --reread --codebook my-rules"
        })
final class RebuildCommand implements Callable<Integer> {
    @Option(
            names = "--reread",
            description =
                    "Read the texts of all stories again first. Stop it at any time: the same command goes on where it was.")
    boolean reread;

    @Mixin
    LedgerFile file = new LedgerFile();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private long skipped;

    @Override
    public Integer call() {
        CommandSpec commands = java.util.Objects.requireNonNull(spec);
        PrintWriter err = commands.commandLine().getErr();
        try (Ledger ledger = file.open()) {
            if (reread) {
                try (Engine reader = engine.engine()) {
                    Progress reading = new Progress(err, ledger.toReread(), "stories read");
                    ledger.reread(reader::read, reading::show, (story, e) -> refused(err, e));
                }
            }
            Progress folding = new Progress(err, ledger.queries().counts().all(), "readings put into tables");
            ledger.rebuild(done -> {
                if (done % 100 == 0) {
                    folding.show(done);
                }
            });
            err.print("\r" + " ".repeat(70) + "\r");
            err.flush();
            commands.commandLine()
                    .getOut()
                    .println("Rebuilt: " + ledger.queries().counts().stories() + " stories.");
        }
        if (skipped > 0) {
            err.println(skipped + (skipped == 1 ? " story" : " stories")
                    + " could not be read again; what was read of them before still counts.");
        }
        return skipped == 0 ? Main.FINE : Main.SOME_SKIPPED;
    }

    private void refused(PrintWriter err, InputException e) {
        skipped++;
        err.println("\r" + e.getMessage() + " Skipped.");
    }
}

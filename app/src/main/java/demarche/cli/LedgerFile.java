package demarche.cli;

import demarche.ledger.Ledger;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which ledger a command works on. */
final class LedgerFile {
    @Option(
            names = "--ledger",
            paramLabel = "PATH",
            description = "The ledger's file (default: ${DEFAULT-VALUE}).",
            defaultValue = "demarche.duckdb")
    Path path = Path.of("demarche.duckdb");

    /** @throws demarche.story.InputException when there is no ledger yet */
    Ledger open() {
        return Ledger.openExisting(path, new Renewing(path));
    }
}

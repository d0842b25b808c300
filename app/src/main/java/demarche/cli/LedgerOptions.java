package demarche.cli;

import demarche.ledger.Ledger;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ledger, and how answers are printed. */
final class LedgerOptions {
    /** Forms of output of the listing commands. */
    enum Format {
        TEXT,
        JSONL
    }

    @Mixin
    LedgerFile file = new LedgerFile();

    @Option(
            names = "--format",
            description = "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "TEXT")
    Format format = Format.TEXT;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many (default: ${DEFAULT-VALUE}).",
            defaultValue = "50")
    int limit = 50;

    Ledger open() {
        return file.open();
    }
}

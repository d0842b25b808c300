package demarche.cli;

import demarche.exchange.EventFormat;
import demarche.ledger.Export;
import demarche.ledger.Ledger;
import demarche.story.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche export}: tables into files for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a table, a view, the answer to a SELECT, or all tables to a file; or events in the format of other data sets.",
            "Parquet, CSV, JSON or JSON lines, told by the file's ending. Events: plover (JSON lines), polecat (tab-separated),",
            "gdelt (GDELT 2.0, tab-separated), phoenix (CSV), each also as .parquet. docs/exports.md explains every field."
        },
        footer = {
            "",
            "Examples:",
            "  demarche export positions positions.parquet",
            "  demarche export \"SELECT date, type FROM events WHERE type = 'SANCTION'\" sanctions.csv",
            "  demarche export all tables/ --format csv",
            "  demarche export gdelt events.tsv",
            "  demarche export polecat events.parquet --readings monday.jsonl --readings tuesday.jsonl"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "A table or view, \"all\", a SELECT; or plover, polecat, gdelt, phoenix.")
    String what = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file to write; with \"all\", a folder. Events go to standard output with -.")
    Path file = Path.of(".");

    @Option(
            names = "--format",
            description = "With \"all\": ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "PARQUET")
    Export.Format format = Export.Format.PARQUET;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    boolean overwrite;

    @Option(
            names = "--readings",
            paramLabel = "JSONL",
            description = "Events of these readings (\"demarche read --format jsonl\") instead of the ledger's.")
    List<Path> readings = List.of();

    @Mixin
    LedgerFile ledger = new LedgerFile();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        EventFormat events = EventFormat.named(what);
        if (events != null) {
            if (!file.toString().equals("-")) {
                refuseToReplace(file);
            }
            new EventExport(events, out, spec.commandLine().getErr()).run(readings, ledger.path, file);
            return Main.FINE;
        }
        if (!readings.isEmpty()) {
            throw new InputException(
                    "--readings " + readings.get(0)
                            + ": goes with plover, polecat, gdelt and phoenix only. Tables are in a ledger: \"demarche ingest\" makes one.");
        }
        try (Ledger open = Ledger.openForExport(ledger.path, new Renewing(ledger.path))) {
            Export export = open.export();
            if (what.equals("all")) {
                Files.createDirectories(file);
                for (String table : export.tables()) {
                    write(export, table, file.resolve(table + format.ending()), format, out);
                }
            } else {
                write(export, what, file, Export.Format.of(file), out);
            }
        }
        out.flush();
        return Main.FINE;
    }

    private void write(Export export, String from, Path to, Export.Format as, PrintWriter out) {
        refuseToReplace(to);
        out.printf("%s: %d rows%n", to, export.write(from, to, as));
    }

    private void refuseToReplace(Path to) {
        if (Files.exists(to) && !overwrite) {
            throw new InputException(to + ": is there already. Give another name, or --overwrite.");
        }
    }
}

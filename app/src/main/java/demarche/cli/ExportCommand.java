package demarche.cli;

import demarche.ledger.Export;
import demarche.ledger.Ledger;
import demarche.story.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche export}: tables into files for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a table, a view, the answer to a SELECT, or all tables to Parquet, CSV, JSON or JSON lines (told by the file's ending).",
        footer = {
            "",
            "Examples:",
            "  demarche export positions positions.parquet",
            "  demarche export \"SELECT date, type FROM events WHERE type = 'SANCTION'\" sanctions.csv",
            "  demarche export all tables/ --format csv"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WHAT", description = "A table or view, \"all\", or a SELECT.")
    String what = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write; with \"all\", a folder.")
    Path file = Path.of(".");

    @Option(
            names = "--format",
            description = "With \"all\": ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "PARQUET")
    Export.Format format = Export.Format.PARQUET;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    boolean overwrite;

    @Option(
            names = "--ledger",
            paramLabel = "PATH",
            description = "The ledger's file (default: ${DEFAULT-VALUE}).",
            defaultValue = "demarche.duckdb")
    Path ledger = Path.of("demarche.duckdb");

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Ledger open = Ledger.openForExport(ledger)) {
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
        if (Files.exists(to) && !overwrite) {
            throw new InputException(to + ": is there already. Give another name, or --overwrite.");
        }
        out.printf("%s: %d rows%n", to, export.write(from, to, as));
    }
}

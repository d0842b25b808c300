package demarche.cli;

import demarche.ledger.Ledger;
import demarche.ledger.Views;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche sql}: one's own questions. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Answers one SQL statement that reads (DuckDB's SQL) as tab-separated lines, or as JSON.",
        footer = {
            "",
            "Examples:",
            "  demarche sql 'SHOW TABLES'",
            "  demarche sql \"SELECT type, count(*) FROM events GROUP BY 1 ORDER BY 2 DESC\""
        })
final class SqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SQL", description = "The statement.")
    String sql = "";

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commands = java.util.Objects.requireNonNull(spec);
        PrintWriter out = commands.commandLine().getOut();
        try (Ledger ledger = options.open()) {
            Views.Table table = ledger.queries().sql(sql, options.limit);
            if (options.format == LedgerOptions.Format.TEXT) {
                out.println(String.join("\t", table.columns()));
            }
            for (List<@Nullable String> row : table.rows()) {
                out.println(options.format == LedgerOptions.Format.TEXT ? tabs(row) : object(table.columns(), row));
            }
            if (table.cut()) {
                commands.commandLine().getErr().println("Cut after " + options.limit + " rows; --limit asks for more.");
            }
        }
        return Main.FINE;
    }

    private static String tabs(List<@Nullable String> row) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            out.append(i == 0 ? "" : "\t").append(cell == null ? "" : cell.replaceAll("[\\t\\n\\r]+", " "));
        }
        return out.toString();
    }

    private static String object(List<String> columns, List<@Nullable String> row) {
        Map<String, @Nullable String> out = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            out.put(columns.get(i), row.get(i));
        }
        return Lines.json(out);
    }
}

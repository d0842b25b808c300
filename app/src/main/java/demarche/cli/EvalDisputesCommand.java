package demarche.cli;

import demarche.ledger.DisputeChecks;
import demarche.ledger.Ledger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche eval disputes}: a ledger's disputes against what is known of them. */
@Command(
        name = "disputes",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the disputes of a ledger against what is known of them: each one dispute, with its parties, a name that tells",
            "what it is about, its main moves on their days and its shifts."
        },
        footer = {"", "Example:", "  demarche eval disputes --ledger reuters.duckdb bench/disputes-reuters.jsonl"})
final class EvalDisputesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHECKS", description = "Checks, one a line (docs/ledger.md tells their form).")
    Path checks = Path.of("");

    @Option(names = "--misses", description = "Also list what was not found.")
    boolean misses;

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        List<DisputeChecks.Check> all = DisputeChecks.read(checks);
        try (Ledger ledger = options.open()) {
            List<DisputeChecks.Result> results = ledger.queries().check(all);
            if (options.format == LedgerOptions.Format.JSONL) {
                results.forEach(r -> out.println(Lines.json(r)));
                out.println(Lines.json(figures(results)));
            } else {
                results.forEach(r -> line(r, out));
                figures(results).forEach((name, f) -> out.printf("%-14s %s%n", name, f));
            }
            out.flush();
        }
        return Main.FINE;
    }

    private void line(DisputeChecks.Result r, PrintWriter out) {
        out.printf(
                "%-16s %-5s stories %2d/%2d  moves %d/%d  shifts %d/%d  %s%n",
                r.check().id(),
                r.found() ? "found" : "-",
                r.stories(),
                r.known(),
                r.moves(),
                r.check().moves().size(),
                r.turns(),
                r.check().turns().size(),
                r.dispute() == null ? "" : r.name() + " (" + r.size() + " stories, " + r.dispute() + ")");
        if (misses) {
            r.missing().forEach(m -> out.println("                 missing: " + m));
        }
    }

    private static Map<String, String> figures(List<DisputeChecks.Result> results) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put(
                "found",
                share(results.stream().filter(DisputeChecks.Result::found).count(), results.size()));
        out.put(
                "parties",
                share(results.stream().filter(DisputeChecks.Result::parties).count(), results.size()));
        out.put(
                "named",
                share(results.stream().filter(DisputeChecks.Result::named).count(), results.size()));
        out.put(
                "stories",
                share(sum(results, DisputeChecks.Result::stories), sum(results, DisputeChecks.Result::known)));
        out.put(
                "moves",
                share(
                        sum(results, DisputeChecks.Result::moves),
                        sum(results, r -> r.check().moves().size())));
        out.put(
                "shifts",
                share(
                        sum(results, DisputeChecks.Result::turns),
                        sum(results, r -> r.check().turns().size())));
        return out;
    }

    private static long sum(
            List<DisputeChecks.Result> results, java.util.function.ToIntFunction<DisputeChecks.Result> of) {
        return results.stream().mapToInt(of).sum();
    }

    private static String share(long part, long all) {
        return String.format(Locale.ROOT, "%5.1f %% (%d/%d)", all == 0 ? 0 : 100.0 * part / all, part, all);
    }
}

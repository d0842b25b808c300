package demarche.cli;

import demarche.Engine;
import demarche.Readings;
import demarche.ledger.Ledger;
import demarche.read.InputFormat;
import demarche.story.Reading;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche ingest}: stories into a ledger. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Reads stories into a ledger and keeps, over time and across outlets, what each party holds about what.",
            "The same story twice changes nothing. Stop it at any time: what was counted as read is kept, and the next run goes on."
        },
        footer = {
            "",
            "Examples:",
            "  demarche ingest archive.jsonl feeds/           into ./demarche.duckdb",
            "  demarche ingest --ledger gulf.duckdb *.xml"
        })
final class IngestCommand implements Callable<Integer> {
    private static final int BATCH = 32;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "As \"demarche read\" takes them.")
    List<String> inputs = List.of();

    @Option(
            names = "--input-format",
            description = "Input: ${COMPLETION-CANDIDATES}; told from the content if not given.")
    @Nullable
    InputFormat inputFormat;

    @Mixin
    LedgerFile file = new LedgerFile();

    @Option(
            names = "--format",
            description = "Summary: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "TEXT")
    LedgerOptions.Format format = LedgerOptions.Format.TEXT;

    @Mixin
    EngineOptions options = new EngineOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private Ledger.Added added = new Ledger.Added(0, 0, 0);
    private int read;

    @Override
    public Integer call() {
        CommandSpec commands = java.util.Objects.requireNonNull(spec);
        PrintWriter out = commands.commandLine().getOut();
        PrintWriter err = commands.commandLine().getErr();
        Intake intake = new Intake(err);
        Progress progress = new Progress(err, 0, "stories read");
        try (Ledger ledger = Ledger.open(file.path, new Renewing(file.path));
                Engine engine = options.engine()) {
            List<Reading> batch = new ArrayList<>();
            Readings<Reading> readings = new Readings<>(
                    engine,
                    Function.identity(),
                    reading -> {
                        batch.add(reading);
                        if (batch.size() == BATCH) {
                            keep(ledger, batch);
                            progress.show(read, intake.share());
                        }
                    },
                    intake::refused);
            intake.each(inputs, inputFormat, story -> {
                if (ledger.has(story)) {
                    added = added.plus(new Ledger.Added(0, 0, 1));
                    if (++read % BATCH == 0) {
                        progress.show(read, intake.share());
                    }
                } else {
                    readings.add(story);
                }
            });
            readings.finish();
            keep(ledger, batch);
            progress.show(read, intake.share());
            err.print("\rlinking issues …                                             \r");
            err.flush();
            ledger.derive();
            ledger.logIntake(read, added, intake.reasons());
            summary(out, ledger, intake);
        }
        return intake.end();
    }

    /** While the ledger takes a batch, the workers read on. */
    private void keep(Ledger ledger, List<Reading> batch) {
        if (!batch.isEmpty()) {
            added = added.plus(ledger.add(batch));
            read += batch.size();
            batch.clear();
        }
    }

    private void summary(PrintWriter out, Ledger ledger, Intake intake) {
        if (format == LedgerOptions.Format.JSONL) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("read", read);
            all.put("new", added.fresh());
            all.put("copies", added.copies());
            all.put("unchanged", added.unchanged());
            List<Map<String, String>> skipped = new ArrayList<>();
            intake.skipped().forEach(s -> skipped.add(Map.of("input", s.input(), "reason", s.reason())));
            all.put("skipped", skipped);
            out.println(Lines.json(all));
        } else {
            var counts = ledger.queries().counts();
            out.printf(
                    "%d stories read: %d new, %d copies of stories known, %d unchanged.%n",
                    read, added.fresh(), added.copies(), added.unchanged());
            out.printf(
                    "%s now holds %d stories, %d statements, %d events, %d positions on %d issues, %d disputes and %d shifts.%n",
                    file.path,
                    counts.stories(),
                    counts.statements(),
                    counts.events(),
                    counts.positions(),
                    counts.issues(),
                    counts.disputes(),
                    counts.shifts());
        }
        out.flush();
    }
}

package demarche.cli;

import demarche.ledger.LearntRole;
import demarche.ledger.Ledger;
import demarche.resolve.Register;
import demarche.resolve.RegisterSearch;
import demarche.story.InputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche parties}: what is known of parties, from the register and from stories. */
@Command(
        name = "parties",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, searches and explains parties: names and terms of office from the register.",
            "With --ledger also the roles that stories gave people, each with its date and sentence."
        },
        footer = {
            "",
            "Examples:",
            "  demarche parties                              all states, organisations and groups",
            "  demarche parties Kenya                        one state: names, who led it and when",
            "  demarche parties Balkhi --ledger demarche.duckdb",
            "  demarche parties Shultz --on 1987-04-01 --format jsonl"
        })
final class PartiesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "A name, part of one, or a state's code.")
    List<String> words = List.of();

    @Option(names = "--on", paramLabel = "DATE", description = "Only people in office on this day (2019-05-03).")
    @Nullable
    String on;

    @Option(names = "--ledger", paramLabel = "PATH", description = "Also show what the stories of this ledger tell.")
    @Nullable
    Path ledger;

    @Option(
            names = "--register",
            paramLabel = "DIR",
            description = "Folder of register files whose rows add to the built-in register.")
    @Nullable
    Path folder;

    @Option(
            names = "--format",
            description = "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "TEXT")
    LedgerOptions.Format format = LedgerOptions.Format.TEXT;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many of each kind (default: ${DEFAULT-VALUE}).",
            defaultValue = "500")
    int limit = 500;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String sought = String.join(" ", words);
        Register register = folder == null ? Register.load() : Register.load(folder);
        RegisterSearch.Found found = RegisterSearch.of(register, sought, day());
        List<LearntRole> learnt = learnt(sought);
        if (format == LedgerOptions.Format.JSONL) {
            found.rows().stream().limit(limit).forEach(r -> out.println(Lines.json(r)));
            found.people().stream().limit(limit).forEach(p -> out.println(Lines.json(p)));
            learnt.stream().limit(limit).forEach(r -> out.println(Lines.json(r)));
        } else {
            found.rows().stream().limit(limit).forEach(r -> row(out, r));
            found.people().stream().limit(limit).forEach(p -> person(out, p));
            Terminal page = Terminal.of(ReadCommand.Colour.AUTO);
            learnt.stream().limit(limit).forEach(r -> role(out, page, r));
        }
        if (found.rows().isEmpty() && found.people().isEmpty() && learnt.isEmpty()) {
            out.println("Nothing known of \"" + sought + "\"."
                    + (ledger == null ? " With --ledger PATH, roles learnt from stories are searched, too." : ""));
        }
        return Main.FINE;
    }

    private @Nullable LocalDate day() {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (java.time.format.DateTimeParseException e) {
            throw new InputException("--on " + on + ": no date. Write it as 2019-05-03.", e);
        }
    }

    private List<LearntRole> learnt(String sought) {
        if (ledger == null) {
            return List.of();
        }
        if (!Files.exists(ledger)) {
            throw new InputException(ledger + ": no such ledger. Make one with \"demarche ingest\".");
        }
        try (Ledger open = Ledger.openExisting(ledger, new Renewing(ledger))) {
            return open.queries().roles(sought, limit);
        }
    }

    private static void row(PrintWriter out, Register.Row r) {
        out.println(r.code() + (r.sector().isEmpty() ? "" : " " + r.sector()) + "  "
                + r.names().get(0) + "  (" + r.sort() + ")");
        if (r.names().size() > 1) {
            out.println("      also: "
                    + String.join("; ", r.names().subList(1, r.names().size())));
        }
        if (!r.more().isEmpty()) {
            out.println("      people and seat: " + String.join("; ", r.more()));
        }
    }

    private static void person(PrintWriter out, Register.Person p) {
        LocalDate to = p.to();
        out.println(
                p.country() + " " + p.sector() + "  " + p.name() + (p.office().isEmpty() ? "" : ", " + p.office())
                        + "  " + p.from() + " to " + (to == null ? "now" : to));
    }

    private static void role(PrintWriter out, Terminal page, LearntRole r) {
        out.println((r.date() == null ? "undated" : r.date()) + "  " + r.name() + ": " + r.role()
                + (r.country() == null ? "" : " (" + r.country() + ")") + "  learnt from story " + r.story());
        page.wrapped(out, "      ", "“" + r.sentence() + "”");
    }
}

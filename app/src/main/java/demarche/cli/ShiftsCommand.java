package demarche.cli;

import demarche.ledger.Ledger;
import demarche.ledger.Queries;
import demarche.ledger.Views;
import demarche.story.InputException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche shifts}: where parties changed what they hold. */
@Command(
        name = "shifts",
        mixinStandardHelpOptions = true,
        description = "Lists changes of position, newest first, with the sentences of both sides of the change.",
        footer = {
            "",
            "Examples:",
            "  demarche shifts",
            "  demarche shifts --since 7d",
            "  demarche shifts --since 1987-04-01"
        })
final class ShiftsCommand implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "A day (1987-04-01), or so many days (7d), weeks (2w) or months (3m) before the ledger's newest story.")
    @Nullable
    String since;

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Ledger ledger = options.open()) {
            Queries queries = ledger.queries();
            Lines.print(
                    out,
                    options.format,
                    queries.shifts(day(since, queries.newest()), options.limit),
                    ShiftsCommand::line,
                    "No shift found.");
        }
        return Main.FINE;
    }

    /** The day that "7d", "2w", "3m" or a date means; null for null. */
    static @Nullable LocalDate day(@Nullable String since, @Nullable LocalDate newest) {
        if (since == null) {
            return null;
        }
        if (since.matches("\\d{1,4}[dwm]")) {
            long n = Long.parseLong(since.substring(0, since.length() - 1));
            LocalDate from = newest == null ? LocalDate.EPOCH : newest;
            return switch (since.charAt(since.length() - 1)) {
                case 'd' -> from.minusDays(n);
                case 'w' -> from.minusWeeks(n);
                default -> from.minusMonths(n);
            };
        }
        try {
            return LocalDate.parse(since);
        } catch (DateTimeParseException e) {
            throw new InputException("--since " + since + ": not a time. Write a day (1987-04-01), or 7d, 2w, 3m.", e);
        }
    }

    static void line(Views.ShiftView s, PrintWriter out) {
        Terminal page = Terminal.of(ReadCommand.Colour.AUTO);
        out.println(s.to().date() + "  " + s.party() + " " + s.kind() + " on " + s.issue() + ": "
                + s.from().what() + " → " + s.to().what());
        page.wrapped(out, "    from  ", s.from().date() + " “" + s.from().sentence() + "”");
        page.wrapped(out, "    to    ", s.to().date() + " “" + s.to().sentence() + "”");
    }
}

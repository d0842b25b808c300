package demarche.cli;

import demarche.ledger.AsRead;
import demarche.ledger.Ledger;
import demarche.ledger.Reader;
import demarche.ledger.Views;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code demarche dispute}: one dispute with all that was said and done in it. */
@Command(
        name = "dispute",
        mixinStandardHelpOptions = true,
        description = "Shows one dispute: who holds what, what changed, what was done, each with its sentence.",
        footer = {
            "",
            "Examples:",
            "  demarche dispute semiconductor",
            "  demarche dispute jpn-usa-semiconductor-pact-1a2b"
        })
final class DisputeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID-OR-WORDS", arity = "1..*", description = "The dispute's id, or words of its names.")
    List<String> words = List.of();

    @Mixin
    LedgerOptions options = new LedgerOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        String which = String.join(" ", words);
        try (Ledger ledger = options.open()) {
            Views.DisputePage page = ledger.queries().dispute(which);
            if (page == null) {
                throw new demarche.story.InputException(
                        which + ": no such dispute in " + options.file.path + ". \"demarche disputes\" lists them.");
            }
            if (options.format == LedgerOptions.Format.JSONL) {
                out.println(complete(page, ledger));
            } else {
                print(page, out);
            }
            out.flush();
        }
        return Main.FINE;
    }

    private static String complete(Views.DisputePage page, Ledger ledger) {
        ObjectNode object = Lines.tree(page);
        try (Reader reader = ledger.reader()) {
            new AsRead(reader).complete(object);
        }
        return object.toString();
    }

    private void print(Views.DisputePage d, PrintWriter out) {
        Terminal page = Terminal.of(ReadCommand.Colour.AUTO);
        out.println(d.name());
        out.printf("%s, %s to %s, %d stories%n", d.status(), d.first(), d.last(), d.stories());
        section(out, "What changed", d.shifts().size());
        d.shifts().forEach(s -> ShiftsCommand.line(s, out));
        section(out, "Positions", d.positions().size());
        d.positions().stream()
                .skip(Math.max(0, d.positions().size() - options.limit))
                .forEach(p -> {
                    out.println(p.date() + "  " + p.party() + " " + p.stance() + " " + p.issue()
                            + (p.counterpart() == null ? "" : " → " + p.counterpart())
                            + ("plain".equals(p.strength()) ? "" : "  " + p.strength())
                            + (p.condition() == null ? "" : "  if: " + p.condition()));
                    page.wrapped(out, "            ", "“" + p.sentence() + "”");
                });
        section(out, "Events", d.events().size());
        d.events().stream().skip(Math.max(0, d.events().size() - options.limit)).forEach(e -> {
            out.println(e.date() + "  " + String.join(", ", e.actors()) + " " + e.eventType()
                    + (e.recipients().isEmpty() ? "" : " → " + String.join(", ", e.recipients()))
                    + (e.negated() ? "  negated" : "")
                    + (e.hypothetical() ? "  hypothetical" : ""));
            page.wrapped(out, "            ", "“" + e.sentence() + "”");
        });
    }

    private static void section(PrintWriter out, String title, int count) {
        if (count > 0) {
            out.println();
            out.println(title + " (" + count + ")");
        }
    }
}

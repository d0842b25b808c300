package demarche.cli;

import demarche.ledger.Brief;
import demarche.ledger.Ledger;
import demarche.ledger.Views;
import demarche.story.InputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche brief}: one page on a dispute. */
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description =
                "Writes one page on a dispute: what is contested, who wants what, how it got here, what changed last; every line with its source.",
        footer = {
            "",
            "Examples:",
            "  demarche brief semiconductor",
            "  demarche brief --format markdown gulf shipping > gulf.md",
            "  demarche brief --format html debt moratorium > debt.html"
        })
final class BriefCommand implements Callable<Integer> {
    /** Forms of the page. */
    enum Format {
        TEXT,
        MARKDOWN,
        HTML
    }

    @Parameters(paramLabel = "ID-OR-WORDS", arity = "1..*", description = "The dispute's id, or words of its names.")
    List<String> words = List.of();

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "TEXT")
    Format format = Format.TEXT;

    @Mixin
    LedgerFile file = new LedgerFile();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        String which = String.join(" ", words);
        try (Ledger ledger = file.open()) {
            Views.DisputePage page = ledger.queries().dispute(which);
            if (page == null) {
                throw new InputException(
                        which + ": no such dispute in " + file.path + ". \"demarche disputes\" lists them.");
            }
            Brief brief = Brief.of(page, ledger.queries().moves(page.id(), 14));
            switch (format) {
                case TEXT -> text(brief, out);
                case MARKDOWN -> markdown(brief, out);
                case HTML -> html(brief, out);
            }
            out.flush();
        }
        return Main.FINE;
    }

    private static void text(Brief brief, PrintWriter out) {
        Terminal page = Terminal.of(ReadCommand.Colour.AUTO);
        out.println(page.bold(brief.title()));
        for (Brief.Section section : brief.sections()) {
            out.println();
            out.println(page.bold(section.heading()));
            for (Brief.Line line : section.lines()) {
                page.wrapped(out, "- ", line.text());
                if (!line.quote().isEmpty()) {
                    page.wrapped(out, "  ", "“" + line.quote() + "” [" + line.source() + "]");
                }
            }
        }
    }

    private static void markdown(Brief brief, PrintWriter out) {
        out.println("# " + marked(brief.title()));
        for (Brief.Section section : brief.sections()) {
            out.println();
            out.println("## " + section.heading());
            out.println();
            for (Brief.Line line : section.lines()) {
                out.println("- " + marked(line.text())
                        + (line.quote().isEmpty()
                                ? ""
                                : "  \n  “" + marked(line.quote()) + "” *(" + marked(line.source()) + ")*"));
            }
        }
    }

    private static String marked(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
    }

    private static void html(Brief brief, PrintWriter out) {
        out.println(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                        + escaped(brief.title())
                        + "</title><style>body{font:16px/1.5 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em}"
                        + "q{color:#333}small{color:#666}li{margin:.4em 0}</style><h1>" + escaped(brief.title())
                        + "</h1>");
        for (Brief.Section section : brief.sections()) {
            out.println("<h2>" + section.heading() + "</h2><ul>");
            for (Brief.Line line : section.lines()) {
                out.println("<li>" + escaped(line.text())
                        + (line.quote().isEmpty()
                                ? ""
                                : "<br><q>" + escaped(line.quote()) + "</q> <small>" + escaped(line.source())
                                        + "</small>")
                        + "</li>");
            }
            out.println("</ul>");
        }
        out.println("</html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package demarche.cli;

import demarche.ledger.Ledger;
import demarche.ledger.Views;
import demarche.story.InputException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche issue}: orders about issues, kept and applied from then on. */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description =
                "Lists issues, merges two that are one, splits one that is two, or gives one a better name. Orders survive a rebuild and are logged (issue log).",
        subcommands = {
            IssueCommand.ListIssues.class,
            IssueCommand.Merge.class,
            IssueCommand.Split.class,
            IssueCommand.Rename.class,
            IssueCommand.Log.class
        },
        footer = {
            "",
            "Examples:",
            "  demarche issue list semiconductor",
            "  demarche issue merge chip-accord-1a2b3c semiconductor-pact-4d5e6f",
            "  demarche issue split trade-1a2b3c \"beef imports\" \"beef quotas\"",
            "  demarche issue rename semiconductor-pact-4d5e6f \"US-Japan semiconductor pact\""
        })
final class IssueCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .usage(spec.commandLine().getOut());
        return Main.FINE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists issues, those in most stories first.")
    static final class ListIssues implements Callable<Integer> {
        @Parameters(
                paramLabel = "WORDS",
                arity = "0..*",
                description = "Only those with a naming that holds these words.")
        List<String> words = List.of();

        @Mixin
        LedgerOptions options = new LedgerOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Ledger ledger = options.open()) {
                Lines.print(
                        java.util.Objects.requireNonNull(spec).commandLine().getOut(),
                        options.format,
                        ledger.queries().issues(String.join(" ", words), options.limit),
                        (i, out) -> out.println(i.id() + "  " + String.join(", ", i.namings())),
                        "No issue found.");
            }
            return Main.FINE;
        }
    }

    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = "Makes one issue of two; the second keeps its id and name.")
    static final class Merge implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FROM", description = "The issue that goes.")
        String from = "";

        @Parameters(index = "1", paramLabel = "INTO", description = "The issue that stays.")
        String into = "";

        @Mixin
        LedgerOptions options = new LedgerOptions();

        @Override
        public Integer call() {
            try (Ledger ledger = options.open()) {
                known(ledger, from);
                known(ledger, into);
                ledger.order("merge", List.of(from, into));
            }
            return Main.FINE;
        }
    }

    @Command(
            name = "split",
            mixinStandardHelpOptions = true,
            description = "Takes namings out of an issue and makes a new issue of them; prints its id.")
    static final class Split implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ISSUE", description = "The issue's id.")
        String issue = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAMING", description = "What goes, as listed.")
        List<String> namings = List.of();

        @Mixin
        LedgerOptions options = new LedgerOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Ledger ledger = options.open()) {
                String made = ledger.split(issue, namings);
                java.util.Objects.requireNonNull(spec).commandLine().getOut().println(made);
            }
            return Main.FINE;
        }
    }

    @Command(name = "log", mixinStandardHelpOptions = true, description = "Lists the orders given, oldest first.")
    static final class Log implements Callable<Integer> {
        @Mixin
        LedgerOptions options = new LedgerOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Ledger ledger = options.open()) {
                Lines.print(
                        java.util.Objects.requireNonNull(spec).commandLine().getOut(),
                        options.format,
                        ledger.queries().orders(),
                        (o, out) -> out.println(o.given() + "  " + o.what() + "  " + String.join("  ", o.arguments())),
                        "No orders given.");
            }
            return Main.FINE;
        }
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Gives an issue a name.")
    static final class Rename implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ISSUE", description = "Its id.")
        String issue = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "Its new name.")
        String name = "";

        @Mixin
        LedgerOptions options = new LedgerOptions();

        @Override
        public Integer call() {
            try (Ledger ledger = options.open()) {
                known(ledger, issue);
                ledger.order("rename", List.of(issue, name));
            }
            return Main.FINE;
        }
    }

    private static void known(Ledger ledger, String issue) {
        Views.@Nullable IssueView found = ledger.queries().issue(issue);
        if (found == null) {
            throw new InputException(issue + ": no issue with this id. \"demarche issue list WORDS\" shows ids.");
        }
    }
}

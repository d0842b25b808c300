package demarche.cli;

import demarche.Version;
import demarche.story.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code demarche} command. */
@Command(
        name = "demarche",
        description = "Reads the news: who said what, who did what to whom, what each party wants.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionText.class,
        subcommands = {
            ReadCommand.class,
            ParseCommand.class,
            EvalCommand.class,
            CodebookCommand.class,
            PartiesCommand.class,
            IngestCommand.class,
            RebuildCommand.class,
            DisputesCommand.class,
            DisputeCommand.class,
            PositionsCommand.class,
            ShiftsCommand.class,
            SqlCommand.class,
            BriefCommand.class,
            IssueCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            McpCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 all well; 1 a check said no; 2 wrong use or unreadable input;",
            "3 done, but some input was skipped; 70 a fault in Demarche.",
            "",
            "Example:",
            "  demarche read examples/*.txt"
        })
public final class Main {
    /** All well. */
    public static final int FINE = 0;
    /** A check said no. */
    public static final int CHECK_SAID_NO = 1;
    /** Wrong use, or nothing of the input could be read. */
    public static final int INPUT = 2;
    /** Done, but some input was skipped. */
    public static final int SOME_SKIPPED = 3;
    /** A fault in Demarche. */
    public static final int FAULT = 70;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine line = line(args);
        PrintWriter out = new PrintWriter(
                new java.io.OutputStreamWriter(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out), StandardCharsets.UTF_8),
                true);
        PrintWriter err = new PrintWriter(
                new java.io.OutputStreamWriter(
                        new java.io.FileOutputStream(java.io.FileDescriptor.err), StandardCharsets.UTF_8),
                true);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, command.getErr()));
        int code = line.execute(args);
        out.flush();
        return code;
    }

    /**
     * The command line with the one command that is called, or with all of them where none is: to make all takes a tenth of a
     * second, which most questions need not wait for.
     */
    private static CommandLine line(String... args) {
        for (Class<?> command : Main.class.getAnnotation(Command.class).subcommands()) {
            if (args.length > 0
                    && command.getAnnotation(Command.class).name().equals(args[0])
                    && !args[0].equals("help")) {
                CommandLine only = new CommandLine(new One());
                return only.addSubcommand(args[0], new CommandLine(command));
            }
        }
        return new CommandLine(new Main());
    }

    /** The {@code demarche} command before it has subcommands. */
    @Command(name = "demarche", mixinStandardHelpOptions = true, versionProvider = VersionText.class)
    private static final class One {}

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof InputException) {
            err.println(e.getMessage());
            return INPUT;
        }
        err.println("This is a fault in Demarche " + Version.VERSION + ": " + e);
        err.println("Please report it with the command you ran and, if you may, the input. Details:");
        e.printStackTrace(err);
        return FAULT;
    }

    /** The text of {@code --version}. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"demarche " + Version.VERSION};
        }
    }
}

package demarche.cli;

import picocli.CommandLine.Command;

/** {@code demarche eval}: scores the engine on gold data of the user's. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Scores the engine, or readings it made, on gold data.",
        subcommands = {EvalTreebankCommand.class, EvalNamesCommand.class})
final class EvalCommand implements Runnable {
    @Override
    public void run() {}
}

package demarche.cli;

import picocli.CommandLine.Command;

/** {@code demarche eval}: scores the engine on gold data of the user's. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Scores the engine, or readings it made, on gold data.",
        subcommands = {
            EvalEventsCommand.class,
            EvalAttributionCommand.class,
            EvalStoriesCommand.class,
            EvalPlacesCommand.class,
            EvalTreebankCommand.class,
            EvalNamesCommand.class,
            EvalCorefCommand.class,
            EvalDisputesCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  demarche eval events --merge gold/events.jsonl",
            "  demarche eval attribution gold/attribution.jsonl --json",
            "  demarche eval stories gold/stories.jsonl --readings mine.jsonl",
            "  demarche eval treebank en_ewt-ud-dev.conllu",
            "  demarche eval disputes --ledger reuters.duckdb bench/disputes-reuters.jsonl"
        })
final class EvalCommand {}

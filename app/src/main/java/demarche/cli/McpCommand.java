package demarche.cli;

import demarche.ledger.Ledger;
import demarche.serve.Mcp;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche mcp}: a ledger for programs that speak the Model Context Protocol. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a program that speaks the Model Context Protocol on standard input and output, until its input ends.",
            "The program starts this command itself; give it the command and its arguments. While \"demarche serve\" has",
            "the ledger open, give it the address http://localhost:8420/mcp instead. Guide: docs/api.md."
        },
        footer = {
            "",
            "Examples (settings of such a program, in JSON):",
            "  {\"mcpServers\": {\"demarche\": {",
            "     \"command\": \"/opt/demarche/demarche\", \"args\": [\"mcp\", \"--ledger\", \"/data/gulf.duckdb\"]}}}"
        })
final class McpCommand implements Callable<Integer> {
    @Mixin
    LedgerFile file = new LedgerFile();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintStream answers = System.out;
        InputStream requests = System.in;
        System.setOut(System.err);
        try (Ledger ledger = file.open()) {
            Mcp.serve(ledger, engine.codebook(), requests, answers);
        } finally {
            System.setOut(answers);
        }
        return Main.FINE;
    }
}

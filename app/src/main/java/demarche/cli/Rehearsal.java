package demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Runs the common commands once, so that the JVM can keep the classes they load: the start script makes its archive of them. */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * @param arguments a folder to work in, and stories to read
     */
    public static void main(String[] arguments) throws IOException {
        Path stories = Path.of(arguments[0], "rehearsal.jsonl");
        try (InputStream in =
                Objects.requireNonNull(Rehearsal.class.getResourceAsStream("/demarche/cli/rehearsal.jsonl"))) {
            Files.copy(in, stories);
        }
        String ledger = Path.of(arguments[0], "rehearsal.duckdb").toString();
        Main.run("ingest", "--ledger", ledger, stories.toString(), arguments[1]);
        Main.run("disputes", "--ledger", ledger);
        Main.run("dispute", "--ledger", ledger, "trawlers");
        Main.run("brief", "--ledger", ledger, "trawlers");
        Main.run("brief", "--format", "html", "--ledger", ledger, "trawlers");
        Main.run("positions", "--ledger", ledger, "Turkey");
        Main.run("shifts", "--ledger", ledger);
        Main.run("parties", "--ledger", ledger, "Turkey");
        Main.run("sql", "--ledger", ledger, "SELECT count(*) FROM events");
    }
}

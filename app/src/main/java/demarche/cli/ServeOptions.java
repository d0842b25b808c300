package demarche.cli;

import demarche.serve.Settings;
import demarche.story.InputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a ledger is served. */
final class ServeOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "8420")
    int port = 8420;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; 0.0.0.0 serves other machines too (default: ${DEFAULT-VALUE}).",
            defaultValue = "127.0.0.1")
    String host = "127.0.0.1";

    @Option(names = "--read-only", description = "Refuse corrections.")
    boolean readOnly;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            description = "Ask for it before corrections; better given as DEMARCHE_PASSWORD in the environment.",
            defaultValue = "${env:DEMARCHE_PASSWORD}")
    @Nullable
    String password;

    Settings settings(Path ledger) {
        if (port < 0 || port > 65535) {
            throw new InputException("--port " + port + ": give a number from 0 to 65535.");
        }
        String word = password == null || password.isBlank() ? null : password;
        return new Settings(host, port, String.valueOf(ledger.getFileName()), readOnly, word);
    }
}

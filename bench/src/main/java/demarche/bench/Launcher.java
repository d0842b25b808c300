package demarche.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The JVM options that the {@code demarche} launcher gives. */
final class Launcher {
    private Launcher() {}

    /** Those for reading this file: long runs get other options than short ones. */
    static List<String> options(Path home, String file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("demarche").toString(), "read", file);
        builder.environment().put("DEMARCHE_SHOW", "1");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String command = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return command.lines()
                .filter(l -> l.startsWith("-X") && !l.startsWith("-XX:SharedArchiveFile"))
                .toList();
    }
}

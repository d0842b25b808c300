package demarche.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a class of the benchmark in a process of its own and reads the line of JSON that it prints last. */
record Child(String java, Path home, String peers) {
    /** With Demarche and nothing of its peers. */
    JsonNode demarche(Class<?> main, List<String> options, String... args) throws IOException, InterruptedException {
        String path = home.resolve("app/target/demarche.jar") + ":" + home.resolve("bench/target/classes");
        return run(path, options, main, args);
    }

    /** With the libraries of the peers before Demarche's. */
    JsonNode peer(Class<?> main, List<String> options, String... args) throws IOException, InterruptedException {
        return run(home.resolve("bench/target/classes") + ":" + peers, options, main, args);
    }

    private JsonNode run(String path, List<String> options, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java, "-cp", path, "-Ddemarche.bench=" + home.resolve("bench")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(args));
        Path log = Files.createTempFile("demarche-bench", ".log");
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main.getSimpleName() + " failed; what it said is in " + log);
        }
        Files.deleteIfExists(log);
        List<String> lines = out.lines().filter(l -> l.startsWith("{")).toList();
        return new JsonMapper().readTree(lines.get(lines.size() - 1));
    }
}

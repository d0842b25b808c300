package demarche.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code bench/run}: figures of Demarche beside a peer's on the same stories, and where Demarche's time goes. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures Demarche and Stanford CoreNLP on the same stories in one run.",
        footer = {
            "",
            "Examples:",
            "  bench/run                                 200 stories made of our examples",
            "  bench/run ../stories.jsonl.gz             the first 200 of your own",
            "  bench/run STORIES --stories 1000 --scale  also one worker beside two, and many stories beside few",
            "  bench/run --no-peer --kernels             the hot kernels by themselves (JMH)"
        })
public final class Main implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "STORIES", description = "File or folder as \"demarche read\" takes them.")
    @Nullable
    Path input;

    @Option(names = "--stories", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    int stories = 200;

    @Option(names = "--workers", paramLabel = "N", description = "Threads (default: ${DEFAULT-VALUE}).")
    int workers = 2;

    @Option(names = "--no-peer", description = "Demarche only.")
    boolean noPeer;

    @Option(names = "--scale", description = "Also: one worker beside two, and the cost of a story among few and many.")
    boolean scale;

    @Option(names = "--most", paramLabel = "N", description = "Many stories of --scale (default: ${DEFAULT-VALUE}).")
    int most = 19_000;

    @Option(names = "--kernels", description = "Also: each hot kernel by itself.")
    boolean kernels;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go (default: bench/target/…).")
    @Nullable
    Path json;

    @Option(names = "--compare", paramLabel = "FILE", description = "Figures of an earlier run to set beside these.")
    @Nullable
    Path compare;

    private final Path home = Path.of(System.getProperty("demarche.home", ".")).toAbsolutePath().normalize();
    private final PrintStream out = System.out;

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(e.getMessage());
            return 2;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("demarche-bench");
        String file = Stories.write(input == null ? home.resolve("examples") : input, stories, work.resolve("in.jsonl"))
                .toString();
        Child child = new Child(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                home,
                Files.readString(home.resolve("bench/target/classpath.txt")).strip());
        ObjectNode all = new JsonMapper().createObjectNode();
        all.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("processor", processor());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("workers", workers);
        sideBySide(child, file, work, all);
        stages(child, file, all);
        if (scale) {
            scale(child, work, all);
        }
        Path target = json != null ? json : home.resolve("bench/target/" + all.get("when").asString().replace(':', '-') + ".json");
        Files.writeString(target, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        out.println("\nFigures: " + target);
        if (compare != null) {
            Comparison.print(new JsonMapper().readTree(compare.toFile()), all, out);
        }
        if (kernels) {
            return Runner.kernels();
        }
        return 0;
    }

    private void sideBySide(Child child, String file, Path work, ObjectNode all) throws IOException, InterruptedException {
        out.println("Demarche reads " + stories + " stories …");
        ObjectNode ours = (ObjectNode) child.demarche(DemarcheContender.class, Launcher.options(home, file), file, "" + workers);
        Path one = Stories.write(Path.of(file), 1, work.resolve("one.jsonl"));
        ours.set("firstReading", figures(FirstReading.of(
                List.of(home.resolve("demarche").toString(), "read", "--format", "jsonl", one.toString()), work)));
        all.set("demarche", ours);
        ObjectNode peer = null;
        if (!noPeer) {
            out.println("CoreNLP reads the same …");
            peer = (ObjectNode) child.peer(CoreNlpContender.class, List.of("-Xmx4g"), file, "" + workers);
            JsonNode first = child.peer(CoreNlpContender.class, List.of("-Xmx4g"), one.toString(), "1");
            peer.putObject("firstReading").put("medianSeconds", first.get("whole").get("wallSeconds").asDouble());
            all.set("corenlp", peer);
        }
        new Sheet(ours, peer).print(out);
    }

    private static JsonNode figures(Object map) {
        return new JsonMapper().valueToTree(map);
    }

    private void stages(Child child, String file, ObjectNode all) throws IOException, InterruptedException {
        JsonNode stages = child.demarche(demarche.parse.Stages.class, Launcher.options(home, file), file);
        JsonNode product = child.demarche(MatrixProduct.class, List.of());
        all.set("stages", stages);
        all.set("matrixOperationsPerCpuSecond", product);
        Sheet.stages(stages, product, out);
    }

    private void scale(Child child, Path work, ObjectNode all) throws IOException, InterruptedException {
        Path from = input == null ? home.resolve("examples") : input;
        ObjectNode scaled = all.putObject("scale");
        for (int n : new int[] {1, 2}) {
            String file = Stories.write(from, Math.max(stories, 400), work.resolve("workers.jsonl")).toString();
            scaled.set("workers" + n, child.demarche(DemarcheContender.class, Launcher.options(home, file), file, "" + n));
        }
        for (int n : new int[] {1000, most}) {
            String file = Stories.write(from, n, work.resolve("many.jsonl")).toString();
            scaled.set("stories" + n, child.demarche(DemarcheContender.class, Launcher.options(home, file), file, "" + workers));
        }
        Sheet.scale(scaled, most, out);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}

package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Reading;
import demarche.story.Stance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that fills a ledger, again and again, and looks what is left. */
class KilledIngestTest {
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    /** Adds one story after another and says so when each is in; runs until it is killed. */
    public static final class Filler {
        public static void main(String[] arguments) {
            int from = Integer.parseInt(arguments[1]);
            try (Ledger ledger = Ledger.open(Path.of(arguments[0]))) {
                for (int i = from; ; i++) {
                    ledger.add(List.of(story(i)));
                    System.out.println("in " + i);
                }
            }
        }
    }

    private static Reading story(int i) {
        return Readings.position(
                "s" + i,
                "2024-03-01",
                "Ostland",
                Stance.DEMANDS,
                "trawlers",
                "Westland",
                "Ostland demanded trawler number " + i + ".");
    }

    @Test
    void noStoryThatWasAcknowledgedIsLost() throws Exception {
        Path file = folder.resolve("killed.duckdb");
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int acknowledged = fillAndKill(file, next, 3 + round * 5);
            try (Ledger ledger = Ledger.open(file)) {
                for (int i = 0; i <= acknowledged; i++) {
                    assertThat(ledger.has(story(i).story()))
                            .as("story " + i + " after round " + round)
                            .isTrue();
                }
                assertThat(ledger.queries().counts().stories()).isGreaterThan(acknowledged);
            }
            next = acknowledged + 1;
        }
        assertThat(leftLibraries()).as("unpacked libraries of killed processes").isEmpty();
    }

    private List<Path> leftLibraries() throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().contains("libduckdb"))
                    .toList();
        }
    }

    /** The number of the last story the process said is in. */
    private int fillAndKill(Path file, int from, int stories) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filler.class.getName(),
                        file.toString(),
                        String.valueOf(from))
                .redirectErrorStream(true)
                .start();
        int last = from - 1;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                assertThat(line).as("the filling process").startsWith("in ");
                last = Integer.parseInt(line.substring(3));
                if (last >= from + stories) {
                    break;
                }
                line = out.readLine();
            }
        }
        process.destroyForcibly().waitFor();
        return last;
    }
}

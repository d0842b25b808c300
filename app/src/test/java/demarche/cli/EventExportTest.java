package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demarche export} of events, from readings and from a ledger. */
class EventExportTest {
    @TempDir
    Path folder;

    private Path readings;

    @BeforeEach
    void write() throws Exception {
        readings = folder.resolve("readings.jsonl");
        Files.writeString(readings, demarche.story.Json.write(demarche.story.SampleReading.make()) + "\n");
    }

    private int run(String... args) {
        return Main.run(args);
    }

    @Test
    void readingsBecomeEveryFormat() throws Exception {
        for (String format : List.of("plover", "polecat", "gdelt", "phoenix")) {
            Path to = folder.resolve(format + ".out");
            assertThat(run("export", format, to.toString(), "--readings", readings.toString()))
                    .isEqualTo(Main.FINE);
            boolean header = format.equals("polecat") || format.equals("phoenix");
            assertThat(Files.readAllLines(to)).hasSize(header ? 2 : 1);
            assertThat(Files.readString(to)).contains("2026");
        }
        assertThat(folder.toFile().list()).noneMatch(n -> n.endsWith(".part"));
    }

    @Test
    void theEndingAsksForParquet() throws Exception {
        for (String format : List.of("plover", "polecat", "gdelt", "phoenix")) {
            Path to = folder.resolve(format + ".parquet");
            assertThat(run("export", format, to.toString(), "--readings", readings.toString()))
                    .isEqualTo(Main.FINE);
            assertThat(new String(Files.readAllBytes(to), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("PAR1");
        }
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
        Path to = folder.resolve("events.tsv");
        Files.writeString(to, "mine");
        assertThat(run("export", "gdelt", to.toString(), "--readings", readings.toString()))
                .isEqualTo(Main.INPUT);
        assertThat(Files.readString(to)).isEqualTo("mine");
        assertThat(run("export", "gdelt", to.toString(), "--readings", readings.toString(), "--overwrite"))
                .isEqualTo(Main.FINE);
    }

    @Test
    void aBrokenLineIsNamedAndLeavesNoFile() throws Exception {
        Files.writeString(readings, Files.readString(readings) + "{\"schema\":1,\n");
        Path to = folder.resolve("events.tsv");
        assertThat(run("export", "gdelt", to.toString(), "--readings", readings.toString()))
                .isEqualTo(Main.INPUT);
        assertThat(to).doesNotExist();
    }

    @Test
    void aLedgersEventsCountItsCopies() throws Exception {
        Path file = folder.resolve("l.duckdb");
        try (demarche.ledger.Ledger ledger = demarche.ledger.Ledger.open(file)) {
            ledger.add(List.of(demarche.story.SampleReading.make()));
        }
        Path to = folder.resolve("events.tsv");
        assertThat(run("export", "gdelt", to.toString(), "--ledger", file.toString()))
                .isEqualTo(Main.FINE);
        String[] cells = Files.readString(to).strip().split("\t", -1);
        assertThat(cells).hasSize(61);
        assertThat(cells[31]).isEqualTo("1");
    }
}

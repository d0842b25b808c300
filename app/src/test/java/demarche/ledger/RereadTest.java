package demarche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.InputException;
import demarche.story.Reading;
import demarche.story.Stance;
import demarche.story.Story;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All stories are read again with an engine that reads otherwise than the first, also when it is killed on the way. */
class RereadTest {
    private static final int STORIES = 200;

    @TempDir
    Path folder;

    private static Reading read(int i, Stance stance) {
        return Readings.position(
                "s" + i,
                "2024-03-01",
                "Ostland",
                stance,
                "trawler number " + i,
                "Westland",
                "Ostland spoke to Westland of trawler number " + i + ".");
    }

    /** The engine of later days: it finds offers where the first found demands. */
    private static List<Reading> later(List<Story> stories) {
        return stories.stream()
                .map(s -> read(Integer.parseInt(s.id().substring(1)), Stance.OFFERS))
                .toList();
    }

    private static void fill(Path file) {
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            all.add(read(i, Stance.DEMANDS));
        }
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(all);
            ledger.derive();
        }
    }

    private static long count(Ledger ledger, String sql) {
        return Long.parseLong(
                String.valueOf(ledger.queries().sql(sql, 1).rows().get(0).get(0)));
    }

    private static void reread(Path file) {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.reread(RereadTest::later, done -> System.out.println("in " + done), (story, e) -> {});
            ledger.rebuild(done -> {});
        }
    }

    private static void assertRead(Path file) {
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(count(ledger, "SELECT count(*) FROM positions WHERE stance = 'OFFERS'"))
                    .isEqualTo(STORIES);
            assertThat(count(ledger, "SELECT count(*) FROM positions WHERE stance <> 'OFFERS'"))
                    .isZero();
            assertThat(count(ledger, "SELECT count(*) FROM readings")).isEqualTo(2L * STORIES);
            assertThat(ledger.queries().counts().stories()).isEqualTo(STORIES);
        }
    }

    /** Rereads until it is killed. */
    public static final class Reader {
        public static void main(String[] arguments) {
            reread(Path.of(arguments[0]));
        }
    }

    @Test
    void theNewestReadingCountsAndTheOldOnesStay() {
        Path file = folder.resolve("t.duckdb");
        fill(file);
        reread(file);
        assertRead(file);
    }

    private static List<Reading> faulty(List<Story> stories) {
        if (stories.stream().anyMatch(s -> s.id().equals("s7"))) {
            throw new InputException("s7: a fault");
        }
        return later(stories);
    }

    @Test
    void aStoryThatCannotBeReadIsToldAndKeepsItsReading() {
        Path file = folder.resolve("t.duckdb");
        fill(file);
        List<String> refused = new ArrayList<>();
        try (Ledger ledger = Ledger.open(file)) {
            ledger.reread(RereadTest::faulty, done -> {}, (story, e) -> refused.add(story.id()));
            ledger.rebuild(done -> {});
            assertThat(refused).containsExactly("s7");
            assertThat(ledger.toReread()).as("nothing is left of it").isEqualTo(STORIES);
            assertThat(count(ledger, "SELECT count(*) FROM positions WHERE stance = 'OFFERS'"))
                    .isEqualTo(STORIES - 1);
            assertThat(count(ledger, "SELECT count(*) FROM positions WHERE stance = 'DEMANDS'"))
                    .isEqualTo(1);
            assertThat(ledger.queries().counts().stories()).isEqualTo(STORIES);
        }
    }

    @Test
    void aKilledRereadingLosesNothingAndGoesOn() throws Exception {
        Path file = folder.resolve("killed.duckdb");
        fill(file);
        for (int groups = 1; groups < 4; groups++) {
            killAfter(file, groups);
            try (Ledger ledger = Ledger.open(file)) {
                assertThat(ledger.queries().counts().stories()).isEqualTo(STORIES);
                assertThat(count(ledger, "SELECT count(DISTINCT content) FROM readings"))
                        .isEqualTo(STORIES);
            }
        }
        reread(file);
        assertRead(file);
    }

    private void killAfter(Path file, int groups) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < groups; i++) {
                assertThat(out.readLine()).as("the reading process").startsWith("in ");
            }
        }
        process.destroyForcibly().waitFor();
    }
}

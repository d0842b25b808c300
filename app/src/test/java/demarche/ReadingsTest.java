package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Json;
import demarche.story.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many stories read at the same time. */
class ReadingsTest {
    private static Engine one;
    private static Engine several;

    @BeforeAll
    static void open() {
        one = new Engine(Parser.load(null, 1, 1), CodebookLoader.load(), Register.load(), "test");
        several = new Engine(Parser.load(null, 3, 1), CodebookLoader.load(), Register.load(), "test");
    }

    @AfterAll
    static void close() {
        one.close();
        several.close();
    }

    private static List<Story> stories() {
        List<Story> out = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String text =
                    "Ostland warned Westland on Monday. ".repeat(i % 7 == 0 ? 40 : 1) + "Norland has " + i + " ships.";
            out.add(new Story("s" + i, null, text, "2026-03-04", null, null, null, List.of()));
        }
        return out;
    }

    private static List<String> read(Engine engine, List<Story> stories, List<String> refused) {
        List<String> out = new ArrayList<>();
        Readings<String> readings =
                new Readings<>(engine, Json::write, out::add, (story, fault) -> refused.add(story.id()));
        stories.forEach(readings::add);
        readings.finish();
        return out;
    }

    @Test
    void manyWorkersGiveTheSameInTheSameOrderAsOne() {
        List<String> refused = new ArrayList<>();
        List<String> together = read(several, stories(), refused);
        assertThat(together).hasSize(100).isEqualTo(read(one, stories(), refused));
        assertThat(refused).isEmpty();
    }

    @Test
    void aStoryTooLongIsRefusedAndTheOthersAreRead() {
        for (Engine engine : List.of(one, several)) {
            List<Story> stories = new ArrayList<>(stories().subList(0, 3));
            String endless = "Ostland. ".repeat(Parser.MOST_CHARACTERS / 8);
            stories.add(1, new Story("endless", null, endless, null, null, null, null, List.of()));
            List<String> refused = new ArrayList<>();
            assertThat(read(engine, stories, refused)).hasSize(3);
            assertThat(refused).containsExactly("endless");
        }
    }

    @Test
    void aFaultOfOursRefusesItsStoryAndTheOthersAreRead() {
        for (Engine engine : List.of(one, several)) {
            List<String> refused = new ArrayList<>();
            List<String> out = new ArrayList<>();
            Readings<String> readings = new Readings<>(
                    engine,
                    reading -> {
                        if (reading.story().id().equals("s1")) {
                            throw new IllegalStateException("no luck");
                        }
                        return reading.story().id();
                    },
                    out::add,
                    (story, fault) -> refused.add(fault.getMessage()));
            stories().subList(0, 3).forEach(readings::add);
            readings.finish();
            assertThat(out).containsExactly("s0", "s2");
            assertThat(refused).singleElement().asString().contains("s1: a fault in Demarche", "no luck at demarche.");
        }
    }

    @Test
    void closingWaitsForWhatWasBegun() {
        Engine engine = new Engine(Parser.load(null, 2, 1), CodebookLoader.load(), Register.load(), "test");
        List<java.util.concurrent.Future<String>> begun =
                stories().stream().map(s -> engine.start(s, Json::write)).toList();
        engine.close();
        assertThat(begun).allMatch(java.util.concurrent.Future::isDone);
    }
}

package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.Register;
import demarche.story.Json;
import demarche.story.Party;
import demarche.story.Reading;
import demarche.story.Statement;
import demarche.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stories of our own with the readings they had when somebody last looked: {@code stories/x.txt} and
 * {@code x.reading.json}. What is kept is what a reader sees (parties, and who says what to whom), in words. A missing file is written and fails; {@code -Drecord} writes all anew.
 */
class GoldenReadingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/stories");
    private static final int FEWEST = 10;

    /** Share of the recorded lines that must read the same, so that another network may differ in a word. */
    private static final double SAME = 0.7;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static Engine engine;

    /** One line a party and a statement, in words. */
    record Golden(List<String> parties, List<String> statements) {
        Stream<String> lines() {
            return Stream.concat(parties.stream(), statements.stream());
        }

        long alike(Golden other) {
            List<String> there = other.lines().toList();
            return lines().filter(there::contains).count();
        }
    }

    @BeforeAll
    static void open() {
        engine = new Engine(Parser.load(), CodebookLoader.load(), Register.withInventedStates(), "test");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static List<String> stories() throws IOException {
        return names(".txt");
    }

    private static List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ending))
                    .map(f -> f.substring(0, f.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Reading read(String text) {
        return engine.read(new Story("golden", null, text, null, null, null, null, List.of()));
    }

    private static Golden golden(Reading r) {
        return new Golden(
                r.parties().stream().map(GoldenReadingsTest::line).sorted().toList(),
                r.statements().stream().map(s -> said(r, s)).toList());
    }

    private static String line(Party p) {
        return p.name() + " (" + p.country() + " " + p.sector() + ", " + p.kind() + ")";
    }

    private static String said(Reading r, Statement s) {
        Statement.Speaker by = s.speaker();
        Statement.Cue cue = s.cue();
        Statement.Response answered = s.respondsTo();
        return (by == null ? "-" : name(r, by.party()) + " [" + text(r, by.start(), by.end()) + "]")
                + " | "
                + (cue == null ? "-" : text(r, cue.start(), cue.end()))
                + " | "
                + s.content().stream().map(c -> text(r, c.start(), c.end())).collect(Collectors.joining(" … "))
                + " | " + s.form()
                + (s.addressee() == null ? "" : " to " + name(r, s.addressee()))
                + (answered == null ? "" : " answers " + name(r, answered.party()));
    }

    private static @Nullable String name(Reading r, @Nullable String id) {
        return r.parties().stream()
                .filter(p -> p.id().equals(id))
                .map(Party::name)
                .findFirst()
                .orElse(null);
    }

    private static String text(Reading r, int start, int end) {
        String text = r.story().text();
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end))
                .replaceAll("\\s+", " ");
    }

    private static String story(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void readsAsRecorded(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".reading.json");
        String got = JSON.writeValueAsString(golden(read(story(name)))) + "\n";
        boolean known = Files.exists(file);
        if (!known || System.getProperty("record") != null) {
            Files.writeString(file, got);
        }
        assertThat(known)
                .as(file + " was missing; it is written now. Look at it and keep it.")
                .isTrue();
        Golden wanted = JSON.readValue(Files.readString(file), Golden.class);
        Golden now = golden(read(story(name)));
        assertThat(now.alike(wanted))
                .as("%s: wanted %s, got %s. If that is better, record with -Drecord.", name, wanted, now)
                .isGreaterThanOrEqualTo(Math.round(wanted.lines().count() * SAME));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void readsTheSameWithOtherLineEnds(String name) throws IOException {
        String text = story(name);
        assertThat(golden(read(text.replace("\n", "\r\n")))).isEqualTo(golden(read(text)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void readsTheSameBytesTwice(String name) throws IOException {
        assertThat(Json.write(read(story(name)))).isEqualTo(Json.write(read(story(name))));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void spansStandWhereTheWordsAreAlsoBehindAnotherParagraph(String name) throws IOException {
        Reading shifted = read("The morning was cold 🌦.\n\n" + story(name));
        for (Statement s : shifted.statements()) {
            Statement.Cue cue = Objects.requireNonNull(s.cue());
            assertThat(text(shifted, cue.start(), cue.end())).isNotBlank().doesNotStartWith(" ");
            assertThat(s.content())
                    .allSatisfy(c -> assertThat(c.end())
                            .isLessThanOrEqualTo(shifted.story()
                                    .text()
                                    .codePointCount(0, shifted.story().text().length())));
        }
        assertThat(shifted.statements()).isNotEmpty();
    }

    @Test
    void everyReadingHasItsStoryAndThereAreEnough() throws IOException {
        assertThat(stories()).hasSizeGreaterThanOrEqualTo(FEWEST).containsAll(names(".reading.json"));
    }
}

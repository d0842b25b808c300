package demarche;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Statement;
import demarche.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stories of our own with the readings they had when somebody last looked: {@code stories/x.txt} and {@code x.reading.json},
 * compared line by line and exactly. What is kept is what a reader sees, in words ({@link ReadingInWords}). A missing file
 * is written and fails; {@code mvn -f app test -Dtest=GoldenReadingsTest -Drecord} writes all anew: look at what git shows.
 */
class GoldenReadingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/stories");
    private static final int FEWEST = 10;
    private static final String PUBLISHED = "2026-03-05";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
        return InventedStates.read(new Story("golden", null, text, PUBLISHED, null, null, null, List.of()));
    }

    private static String story(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void readsAsRecorded(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".reading.json");
        ReadingInWords got = ReadingInWords.of(read(story(name)));
        boolean known = Files.exists(file);
        if (!known || System.getProperty("record") != null) {
            Files.writeString(file, JSON.writeValueAsString(got) + "\n");
        }
        assertThat(known)
                .as(file + " was missing; it is written now. Look at it and keep it.")
                .isTrue();
        ReadingInWords recorded = JSON.readValue(Files.readString(file), ReadingInWords.class);
        assertThat(differences(recorded.lines(), got.lines()))
                .as(
                        "%s reads otherwise than recorded (- recorded, + now). If that is better, record it:%n"
                                + "  mvn -f app test -Dtest=GoldenReadingsTest -Drecord",
                        name)
                .isEmpty();
    }

    /** Lines that only one of the two has, in order, each with its sign. */
    private static List<String> differences(List<String> recorded, List<String> now) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (String line : recorded) {
            int at = now.subList(from, now.size()).indexOf(line);
            if (at < 0) {
                out.add("- " + line);
                continue;
            }
            now.subList(from, from + at).forEach(l -> out.add("+ " + l));
            from += at + 1;
        }
        now.subList(from, now.size()).forEach(l -> out.add("+ " + l));
        return out;
    }

    @Test
    void tellsWhatIsMissingAndWhatIsNew() {
        assertThat(differences(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
                .containsExactly("- b", "+ x", "+ d");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void readsTheSameWithOtherLineEnds(String name) throws IOException {
        String text = story(name);
        assertThat(ReadingInWords.of(read(text.replace("\n", "\r\n")))).isEqualTo(ReadingInWords.of(read(text)));
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
            assertThat(ReadingInWords.text(shifted, cue.start(), cue.end()))
                    .isNotBlank()
                    .doesNotStartWith(" ");
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

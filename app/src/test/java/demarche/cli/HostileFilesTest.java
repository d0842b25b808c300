package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.code.CodebookLoader;
import demarche.eval.GoldFile;
import demarche.parse.ConllU;
import demarche.read.InputFormat;
import demarche.read.Skipped;
import demarche.read.StoryReader;
import demarche.story.InputException;
import demarche.story.Json;
import demarche.story.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parser of what comes from outside: it reads, or says in words what is wrong; it never throws anything else.
 *
 * <p>Inputs are the files of {@code hostile/}, one folder a parser, each as it is and with bytes changed, cut and doubled by
 * a seeded generator. An input that once broke a parser becomes a file there.
 */
class HostileFilesTest {
    private static final Path FILES = Path.of("src/test/resources/hostile");
    private static final int LEAST = 100;
    private static final int ROUNDS = 12;
    /** Larger files are not damaged further: they are here for their size. */
    private static final int LARGE = 100_000;

    /** What a parser does with bytes. */
    private interface Parser {
        void read(byte[] input) throws IOException;
    }

    private static final Map<String, Parser> PARSERS = Map.of(
            "anything", b -> read(null, b),
            "text", b -> read(InputFormat.TEXT, b),
            "jsonLines", b -> read(InputFormat.JSONL, b),
            "feed", b -> read(InputFormat.FEED, b),
            "html", b -> read(InputFormat.HTML, b),
            "warc", b -> read(InputFormat.WARC, b),
            "conllU", HostileFilesTest::conllU,
            "reading", HostileFilesTest::reading,
            "codebook", HostileFilesTest::codebook,
            "goldFile", HostileFilesTest::goldFile);

    @TestFactory
    Stream<DynamicTest> everyFileIsReadOrRefusedInWords() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(LEAST);
        return files.stream()
                .map(f -> DynamicTest.dynamicTest(FILES.relativize(f).toString(), () -> withDamage(f)));
    }

    @Test
    void noParserIsWithoutFiles() throws IOException {
        assertThat(files().stream()
                        .map(f -> String.valueOf(f.getParent().getFileName()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(PARSERS.keySet());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(FILES)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void withDamage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Parser parser = Objects.requireNonNull(
                PARSERS.get(String.valueOf(file.getParent().getFileName())));
        parser.read(bytes);
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int round = 0; round < ROUNDS && bytes.length > 1 && bytes.length < LARGE; round++) {
            parser.read(damaged(bytes, random));
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] out = bytes.clone();
        for (int i = random.nextInt(8); i > 0; i--) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        int cut = random.nextInt(out.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(out, cut);
            case 1 -> Arrays.copyOfRange(out, cut, out.length);
            case 2 -> {
                byte[] doubled = Arrays.copyOf(out, out.length + cut);
                System.arraycopy(out, 0, doubled, out.length, cut);
                yield doubled;
            }
            default -> out;
        };
    }

    private static void read(@Nullable InputFormat format, byte[] input) {
        List<Story> stories = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        try {
            new StoryReader(format, stories::add, skipped::add).read("input", input);
        } catch (InputException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(stories.size() + skipped.size()).isPositive();
        assertThat(skipped).allSatisfy(s -> assertThat(s.reason()).isNotBlank());
        for (Story story : stories) {
            int length = story.text().codePointCount(0, story.text().length());
            assertThat(story.text()).isNotBlank();
            assertThat(story.boilerplate())
                    .allSatisfy(b -> assertThat(b.start()).isBetween(0, b.end()))
                    .allSatisfy(b -> assertThat(b.end()).isLessThanOrEqualTo(length));
        }
    }

    private static void conllU(byte[] input) {
        try {
            assertThat(ConllU.documents(new String(input, StandardCharsets.UTF_8), "input"))
                    .isNotNull();
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("input");
        }
    }

    private static void reading(byte[] input) {
        try {
            assertThat(Json.read(new String(input, StandardCharsets.UTF_8))).isNotNull();
        } catch (InputException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void codebook(byte[] input) throws IOException {
        Path folder = Files.createTempDirectory("codebook");
        Path file = folder.resolve("events/x.yml");
        try {
            Files.createDirectories(folder.resolve("events"));
            Files.write(file, input);
            assertThat(CodebookLoader.load(folder).rules()).isNotEmpty();
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("x.yml");
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("events"));
            Files.deleteIfExists(folder);
        }
    }

    private static void goldFile(byte[] input) throws IOException {
        Path file = Files.createTempFile("gold", ".jsonl");
        try {
            Files.write(file, input);
            assertThat(GoldFile.read(file)).isNotNull();
        } catch (InputException e) {
            assertThat(e.getMessage()).contains(file.toString());
        } finally {
            Files.delete(file);
        }
    }
}

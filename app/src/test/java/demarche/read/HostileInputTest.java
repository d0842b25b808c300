package demarche.read;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged input of every format: never an exception, never silence. */
class HostileInputTest {
    private static final int ROUNDS = 300;

    static Stream<String> wholes() {
        String sentence =
                "Ostland demanded on Monday that Westland return the trawlers. Its crews have waited for a week now, he said.";
        return Stream.of(
                sentence + "\n\nThe post Boats appeared first on Courier.",
                "{\"id\":\"a\",\"text\":\"" + sentence + "\",\"published\":\"2024-03-01\"}\n{\"id\":\"b\",\"text\":\""
                        + sentence + "\"}\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>C</title><item><title>B</title><description>"
                        + sentence + "</description></item></channel></rss>",
                "<!DOCTYPE html><html><head><title>B</title><meta charset=\"utf-8\"></head><body><article><p>"
                        + sentence + "</p><p>" + sentence + "</p></article></body></html>",
                "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Date: 2024-03-01T00:00:00Z\r\n"
                        + "WARC-Target-URI: https://example.org/\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html><p>x</p></html>\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void damagedInputIsReadOrSkippedButNeverThrows(String whole) {
        Random random = new Random(whole.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(whole.getBytes(StandardCharsets.UTF_8), random);
            List<Story> stories = new ArrayList<>();
            List<Skipped> skipped = new ArrayList<>();
            new StoryReader(null, stories::add, skipped::add).read("input", bytes);
            assertThat(stories).allSatisfy(HostileInputTest::sound);
            assertThat(skipped).allSatisfy(s -> assertThat(s.reason()).isNotBlank());
        }
    }

    private static void sound(Story story) {
        int length = story.text().codePointCount(0, story.text().length());
        assertThat(story.text()).isNotBlank();
        assertThat(story.boilerplate()).allSatisfy(b -> assertThat(b.start()).isLessThan(b.end()));
        assertThat(story.boilerplate()).allSatisfy(b -> assertThat(b.end()).isLessThanOrEqualTo(length));
    }

    /** The bytes with a few changed, cut out, doubled, or an end missing. */
    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] out = bytes.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        int cut = random.nextInt(out.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(out, cut);
            case 1 -> java.util.Arrays.copyOfRange(out, cut, out.length);
            case 2 ->
                (new String(out, StandardCharsets.ISO_8859_1) + new String(out, 0, cut, StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> out;
        };
    }
}

package demarche.read;

import demarche.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One story a line. Lines are read one at a time, so a file may be of any size; a faulty line is skipped and named. */
final class JsonLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final String name;
    private final Consumer<Story> stories;
    private final Consumer<Skipped> skipped;

    JsonLines(String name, Consumer<Story> stories, Consumer<Skipped> skipped) {
        this.name = name;
        this.stories = stories;
        this.skipped = skipped;
    }

    void read(InputStream in) throws IOException {
        byte[] buffer = new byte[65536];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        long number = 1;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    line(number++, line.toByteArray(), tooLong);
                    line.reset();
                    tooLong = false;
                    from = i + 1;
                }
            }
            if (line.size() + n - from > 2 * StoryReader.MOST_BYTES) {
                tooLong = true;
                line.reset();
            } else if (!tooLong) {
                line.write(buffer, from, n - from);
            }
        }
        line(number, line.toByteArray(), tooLong);
    }

    private void line(long number, byte[] bytes, boolean tooLong) {
        String place = name + ":" + number;
        if (tooLong || bytes.length > 2 * StoryReader.MOST_BYTES) {
            skipped.accept(new Skipped(
                    place,
                    "a line of more than " + 2 * StoryReader.MOST_BYTES / 1_000_000 + " MB, too long for one story"));
            return;
        }
        String text = Decoder.decode(bytes).strip();
        if (text.endsWith(",")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty() || text.equals("[") || text.equals("]")) {
            return;
        }
        if (!Decoder.validUtf8(bytes)) {
            skipped.accept(new Skipped(place, "not valid UTF-8; read as another encoding, not left out"));
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isArray()) {
                node.forEach(each -> story(place, each));
            } else {
                story(place, node);
            }
        } catch (JacksonException e) {
            String what = e.getOriginalMessage() == null
                    ? "broken"
                    : e.getOriginalMessage().lines().findFirst().orElse("broken");
            skipped.accept(new Skipped(
                    place, "the JSON is " + (what.contains("end-of-input") ? "cut short" : "broken: " + what)));
        }
    }

    private void story(String place, JsonNode node) {
        String text = text(node, "text");
        if (!node.isObject() || text == null || text.isBlank()) {
            skipped.accept(new Skipped(
                    place,
                    node.isObject() ? "no \"text\" in this story" : "not a story: expected {\"id\": …, \"text\": …}"));
            return;
        }
        String id = text(node, "id");
        stories.accept(Boilerplate.mark(new Story(
                id == null ? hash(text) : id,
                text(node, "title"),
                text,
                text(node, "published"),
                text(node, "outlet"),
                text(node, "url"),
                text(node, "language"),
                List.of())));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }

    /** An id for a story that has none: the same text gets the same id. */
    static String hash(String text) {
        try {
            byte[] digest =
                    java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

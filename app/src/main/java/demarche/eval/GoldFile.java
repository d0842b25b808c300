package demarche.eval;

import demarche.story.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines of gold data. */
public final class GoldFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GoldFile() {}

    /**
     * All records of a file.
     *
     * @throws InputException when it is missing, or a line is no JSON; names file and line
     */
    public static List<JsonNode> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no such file. Pass the path of a gold file.");
        }
        List<JsonNode> out = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank()) {
                    out.add(parse(file, number, line));
                }
            }
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage() + ".", e);
        }
        return out;
    }

    private static JsonNode parse(Path file, int number, String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new InputException(file + ":" + number + ": not JSON. Gold files hold one record a line.", e);
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}

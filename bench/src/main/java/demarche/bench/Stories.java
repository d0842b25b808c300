package demarche.bench;

import demarche.read.StoryReader;
import demarche.story.InputException;
import demarche.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The stories to read, written to one JSONL file so that every system gets the same. */
final class Stories {
    private Stories() {}

    /**
     * The first {@code most} stories of a file or folder in any of Demarche's formats. In a folder that holds
     * {@code gold/reuters/stories.jsonl.gz}, that file. Fewer stories than asked for are repeated under new names.
     */
    static Path write(Path input, int most, Path target) throws IOException {
        Path reuters = input.resolve("gold/reuters/stories.jsonl.gz");
        List<Story> stories = read(Files.isRegularFile(reuters) ? reuters : input);
        if (stories.isEmpty()) {
            throw new InputException(input + ": no stories. Name a folder or file that \"demarche read\" can read.");
        }
        JsonMapper json = new JsonMapper();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Story s = stories.get(i % stories.size());
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", s.id() + (i < stories.size() ? "" : "-" + i / stories.size()));
            line.put("title", s.title());
            line.put("published", s.published());
            line.put("outlet", s.outlet());
            line.put("text", s.text());
            lines.add(json.writeValueAsString(line));
        }
        return Files.write(target, lines);
    }

    private static List<Story> read(Path input) {
        List<Story> out = new ArrayList<>();
        new StoryReader(null, out::add, s -> System.err.println(s.input() + ": " + s.reason())).read(input.toString());
        return out;
    }
}

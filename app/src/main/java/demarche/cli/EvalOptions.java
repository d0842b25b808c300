package demarche.cli;

import demarche.Engine;
import demarche.eval.GoldFile;
import demarche.story.InputException;
import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Story;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the scoring commands share: gold files, and readings of their texts. */
final class EvalOptions {
    private static final int GROUP = 16;

    @Parameters(paramLabel = "GOLD", arity = "1..*", description = "Gold files, one record a line.")
    List<Path> files = List.of();

    @Option(
            names = "--readings",
            paramLabel = "FILE",
            description = "Score these readings instead of reading the gold texts now.")
    @Nullable
    Path readings;

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = {"For gold that has ids and offsets only: stories with", "\"id\" and \"text\", one a line."})
    @Nullable
    Path texts;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    boolean json;

    @Mixin
    EngineOptions engine = new EngineOptions();

    List<JsonNode> gold() {
        List<JsonNode> out = new ArrayList<>();
        files.forEach(f -> out.addAll(GoldFile.read(f)));
        return texts == null ? out : withTexts(out, texts);
    }

    private static List<JsonNode> withTexts(List<JsonNode> gold, Path file) {
        Map<String, JsonNode> corpus = new HashMap<>();
        GoldFile.read(file).forEach(story -> corpus.put(text(story, "id", ""), story));
        for (JsonNode record : gold) {
            String id = text(record, "id", "");
            JsonNode story = corpus.get(id);
            if (story == null) {
                throw new InputException(
                        file + " has no story \"" + id + "\". Pass the corpus the gold was coded from.");
            }
            if (record instanceof ObjectNode object) {
                object.set("text", story.get("text"));
                object.set("title", story.get("title"));
            }
        }
        return gold;
    }

    /** Readings by story id. */
    Map<String, Reading> readings(List<JsonNode> gold, PrintWriter err) {
        return readings == null ? made(gold, err) : given(readings);
    }

    private Map<String, Reading> made(List<JsonNode> gold, PrintWriter err) {
        Map<String, Reading> out = new HashMap<>();
        try (Engine reader = engine.engine()) {
            for (int i = 0; i < gold.size(); i += GROUP) {
                List<Story> stories = gold.subList(i, Math.min(gold.size(), i + GROUP)).stream()
                        .map(EvalOptions::story)
                        .toList();
                reader.read(stories).forEach(r -> out.put(r.story().id(), r));
                err.print("\r" + Math.min(gold.size(), i + GROUP) + " of " + gold.size() + " read");
                err.flush();
            }
            err.println();
        }
        return out;
    }

    private static Story story(JsonNode node) {
        return demarche.read.Boilerplate.mark(new Story(
                text(node, "id", ""),
                optional(node, "title"),
                text(node, "text", ""),
                optional(node, "published"),
                optional(node, "outlet"),
                null,
                null,
                List.of()));
    }

    private static String text(JsonNode node, String field, String otherwise) {
        String value = optional(node, field);
        return value == null ? otherwise : value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }

    private static Map<String, Reading> given(Path file) {
        Map<String, Reading> out = new HashMap<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Reading reading = Json.read(line);
                    out.put(reading.story().id(), reading);
                }
            }
        } catch (InputException e) {
            throw new InputException(file + ":" + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read. Pass a file that \"demarche read --format jsonl\" wrote.", e);
        }
        return out;
    }

    /** Figures as JSON, values unrounded. */
    static String json(Map<String, ?> figures) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(figures);
    }
}

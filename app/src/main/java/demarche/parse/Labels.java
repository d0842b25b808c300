package demarche.parse;

import demarche.story.InputException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the numbers of the encoder's heads mean: {@code labels.json} of the model. */
record Labels(
        List<String> upos,
        List<String> xpos,
        List<LemmaScript> lemma,
        List<String> relations,
        List<String> names,
        List<String> tags,
        int maxPiecesPerWord,
        int maxPieces) {

    static Labels read(String json, String place) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            return new Labels(
                    list(root, "upos", place),
                    list(root, "xpos", place),
                    list(root, "lemma", place).stream().map(LemmaScript::parse).toList(),
                    list(root, "relations", place),
                    list(root, "names", place),
                    list(root, "tags", place),
                    root.path("max_pieces_per_word").asInt(8),
                    root.path("max_pieces").asInt(180));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InputException(place + ": " + e.getMessage() + ". Export the model again.", e);
        }
    }

    private static List<String> list(JsonNode root, String name, String place) {
        JsonNode values = root.path(name);
        if (!values.isArray() || values.isEmpty()) {
            throw new InputException(place + ": no list \"" + name + "\". Export the model again.");
        }
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}

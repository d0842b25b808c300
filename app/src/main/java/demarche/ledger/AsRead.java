package demarche.ledger;

import demarche.story.Json;
import demarche.story.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Records with all the fields they have in their stories' readings (spans, form, magnitude, status …) beside those of the
 * ledger. A field that both have keeps the ledger's value; ids that a reading gives within its story are the ledger's here.
 */
public final class AsRead {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> KINDS = List.of("positions", "events", "statements");

    private final Reader reader;

    /** @param reader where readings are looked up */
    public AsRead(Reader reader) {
        this.reader = reader;
    }

    /**
     * Completes the records of a dispute.
     *
     * @param dispute a dispute as JSON, with {@code positions}, {@code events} and {@code statements}; changed in place
     */
    public void complete(ObjectNode dispute) {
        Map<String, JsonNode> records = new HashMap<>();
        for (String kind : KINDS) {
            for (JsonNode record : dispute.path(kind)) {
                JsonNode told = records.computeIfAbsent(record.path("story").asString(), this::records)
                        .path(record.path("id").asString());
                told.properties().stream()
                        .filter(field -> !record.has(field.getKey()))
                        .forEach(field -> ((ObjectNode) record).set(field.getKey(), field.getValue()));
            }
        }
    }

    /** What a story's reading says of each record, by the record's id in the ledger. */
    private ObjectNode records(String story) {
        ObjectNode out = MAPPER.createObjectNode();
        Reading raw = reader.stories().reading(story);
        if (raw == null) {
            return out;
        }
        Map<String, String> ids = new HashMap<>();
        reader.stories().parties(story).forEach(p -> ids.put(p.local(), p.party()));
        JsonNode reading = MAPPER.readTree(
                Json.write(Corrected.of(raw, reader.corrections().of(story))));
        for (String kind : KINDS) {
            reading.path(kind)
                    .forEach(record -> ids.put(
                            record.path("id").asString(),
                            story + "-" + record.path("id").asString()));
        }
        for (String kind : KINDS) {
            for (JsonNode record : reading.path(kind)) {
                named((ObjectNode) record, ids);
                out.set(ids.get(record.path("id").asString()), record);
            }
        }
        return out;
    }

    private static void named(ObjectNode record, Map<String, String> ids) {
        for (String field : List.of("addressee", "attribution", "parent", "party", "statement")) {
            String id = ids.get(record.path(field).asString(""));
            if (id != null) {
                record.set(field, StringNode.valueOf(id));
            }
        }
        if (record.path("respondsTo") instanceof ObjectNode answered) {
            named(answered, ids);
        }
    }
}

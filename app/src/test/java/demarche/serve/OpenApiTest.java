package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether openapi.yaml tells the truth: all of what is there, and only that. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Served served;
    private static JsonNode api;
    private static Map<String, String> ids;

    @BeforeAll
    static void serve() throws Exception {
        served = new Served(ExampleLedger.in(folder));
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(served.get("/openapi.yaml").body());
        api = JSON.valueToTree(yaml);
        while (!served.json("/search.json").get("ready").asBoolean()) {
            Thread.sleep(50);
        }
        ids = ids();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String first(String path, String list) {
        return served.json(path).get(list).get("items").get(0).get("id").asString();
    }

    /** An id for each kind of page that has one, by how its address begins; and values for parameters by name. */
    private static Map<String, String> ids() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("/disputes/", first("/disputes.json", "disputes"));
        out.put("/parties/", first("/parties.json", "parties"));
        out.put("/issues/", first("/issues.json", "issues"));
        out.put("/stories/", first("/stories.json", "stories"));
        out.put("/events/", first("/events.json", "events"));
        out.put("dispute", out.get("/disputes/"));
        out.put(
                "party",
                served.json("/network.json")
                        .get("dyads")
                        .get("items")
                        .get(0)
                        .get("actor")
                        .asString());
        out.put("actor", out.get("/parties/"));
        out.put("recipient", out.get("/parties/"));
        out.put("country", "FRA");
        out.put("codes", "threaten");
        out.put("sql", "SELECT 1 AS one");
        out.put(
                "cell",
                served.json("/stories/" + out.get("/stories/") + ".json")
                        .get("events")
                        .get(0)
                        .get("id")
                        .asString());
        return out;
    }

    private static String filled(String path) {
        return path.contains("{id}") ? path.replace("{id}", ids.get(path.substring(0, path.indexOf('{')))) : path;
    }

    private static List<String> paths(String ending) {
        return api.get("paths").propertyNames().stream()
                .filter(p -> p.endsWith(ending))
                .toList();
    }

    private static void assertFits(String answer, String schema, String what) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$ref", "#/components/schemas/" + schema);
        root.put("components", Map.of("schemas", api.get("components").get("schemas")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JSON.writeValueAsString(root), InputFormat.JSON)
                        .validate(answer, InputFormat.JSON))
                .as(what)
                .isEmpty();
    }

    private static String schema(JsonNode get) {
        String ref =
                get.at("/responses/200/content/application~1json/schema/$ref").asString();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    @Test
    void everyPageAndEveryOtherAddressIsNamed() {
        TreeSet<String> all = new TreeSet<>(List.of("/openapi.yaml", ShiftFeed.PATH, "/mcp"));
        Pages.all().forEach(p -> all.add(Ending.JSON.on(p.path())));
        Pages.others().forEach(o -> all.add(o.path()));
        assertThat(new TreeSet<>(api.get("paths").propertyNames())).isEqualTo(all);
    }

    @Test
    void everyAnswerIsAsDescribed() {
        for (String path : paths(".json")) {
            String answer = served.json(filled(path)).toString();
            assertFits(answer, schema(api.get("paths").get(path).get("get")), path);
        }
        assertFits(served.json("/sql.json?sql=SELECT+1+AS+one").toString(), "Sql", "sql");
        assertFits(served.json("/map.json?country=FRA").toString(), "Map", "map");
        assertFits(served.json("/search.json?q=trawlers").toString(), "Search", "search");
        for (String path : List.of("/disputes/{id}/brief", "/corrections/gold.jsonl", ShiftFeed.PATH)) {
            JsonNode content = api.get("paths").get(path).at("/get/responses/200/content");
            assertThat(served.get(filled(path))
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .as(path)
                    .startsWith(content.propertyNames().iterator().next());
        }
    }

    @Test
    void everyParameterIsTakenAndNoOther() {
        for (String path : paths(".json")) {
            for (JsonNode parameter : api.get("paths").get(path).get("get").path("parameters")) {
                if (parameter.get("in").asString().equals("query")) {
                    String asked = filled(path) + "?" + parameter.get("name").asString() + "="
                            + Served.encoded(value(path, parameter));
                    assertThat(served.get(asked).statusCode()).as(asked).isEqualTo(200);
                }
            }
            assertFits(refused(filled(path) + "?nonesuch=1", 400), "Error", path);
        }
    }

    private static String value(String path, JsonNode parameter) {
        String name = parameter.get("name").asString();
        JsonNode schema = parameter.get("schema");
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").asString();
            schema = api.get("components").get("schemas").get(ref.substring(ref.lastIndexOf('/') + 1));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        if (schema.path("format").asString("").equals("date")) {
            return "2024-01-31";
        }
        return switch (schema.get("type").asString()) {
            case "integer" -> String.valueOf(schema.path("minimum").asInt(1));
            case "number" -> "0.5";
            default -> ids.getOrDefault(name, "the");
        };
    }

    private static String refused(String path, int status) {
        var answer = served.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }

    @Test
    void unknownIdsAreNotFound() {
        List<String> asked = new ArrayList<>();
        for (String path : paths(".json")) {
            if (path.contains("{id}")) {
                assertFits(refused(path.replace("{id}", "no-such-thing"), 404), "Error", path);
                asked.add(path);
            }
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void wrongValuesAreRefused() {
        for (String path : paths(".json")) {
            for (JsonNode parameter : api.get("paths").get(path).get("get").path("parameters")) {
                JsonNode schema = parameter.get("schema");
                boolean checked = schema.has("enum")
                        || schema.has("$ref")
                        || schema.has("format")
                        || !"string".equals(schema.path("type").asString(""));
                if (checked) {
                    assertFits(
                            refused(filled(path) + "?" + parameter.get("name").asString() + "=nonesuch", 400),
                            "Error",
                            path);
                }
            }
        }
    }
}

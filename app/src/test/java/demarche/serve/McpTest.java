package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.HostileLedger;
import demarche.ledger.Ledger;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger through the Model Context Protocol, asked with the SDK's own client. */
class McpTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(HostileLedger.in(folder));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static McpSyncClient client(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .build();
        client.initialize();
        return client;
    }

    private static McpSyncClient overHttp() {
        return client(HttpClientStreamableHttpTransport.builder(served.url(""))
                .endpoint("/mcp")
                .build());
    }

    private static String text(McpSyncClient client, String tool, Map<String, Object> arguments, boolean wrong) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(Boolean.TRUE.equals(result.isError())).as(result.toString()).isEqualTo(wrong);
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }

    private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return JsonMapper.builder().build().readTree(text(client, tool, arguments, false));
    }

    /** From a search to the words of the source. */
    private static void readADispute(McpSyncClient client) {
        JsonNode found = call(client, "search", Map.of("words", "trawlers"));
        String id = found.get("disputes").get(0).get("id").asString();
        JsonNode dispute = call(client, "read_dispute", Map.of("id", id, "limit", 10));
        assertThat(dispute.get("positions").size()).isEqualTo(4);
        JsonNode positions = call(client, "list_positions", Map.of("dispute", id, "stance", "refuses"));
        assertThat(positions.get("total").asInt()).isEqualTo(2);
        JsonNode evidence = call(
                client,
                "fetch_evidence",
                Map.of("id", positions.get("items").get(1).get("id").asString()));
        assertThat(evidence.get("sentence").asString())
                .isEqualTo("Westland refused to return the seized trawlers to Ostland.");
        assertThat(evidence.get("story").get("outlet").asString()).isEqualTo("The Courier");
        JsonNode shifts = call(client, "list_shifts", Map.of("dispute", id, "limit", 1));
        JsonNode both = call(
                client,
                "fetch_evidence",
                Map.of("id", shifts.get("items").get(0).get("id").asString()));
        assertThat(both.get("after").get("sentence").asString()).startsWith("Westland suddenly refused");
    }

    @Test
    void isAskedOverHttp() {
        try (McpSyncClient client = overHttp()) {
            assertThat(client.getServerInfo().name()).isEqualTo("demarche");
            assertThat(client.listTools().tools().stream().map(McpSchema.Tool::name))
                    .containsExactlyInAnyOrder(
                            "about_ledger",
                            "search",
                            "list_disputes",
                            "read_dispute",
                            "list_positions",
                            "list_shifts",
                            "fetch_evidence");
            assertThat(client.listTools().tools()).allMatch(t -> t.annotations().readOnlyHint());
            readADispute(client);
        }
    }

    private static String classPath() {
        return McpTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @Test
    void isAskedOverStandardInputAndOutput(@TempDir Path own) {
        try (Ledger made = HostileLedger.in(own)) {
            assertThat(made.queries().counts().disputes()).isPositive();
        }
        ServerParameters command = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(List.of(
                        "-Xss4m",
                        "-cp",
                        classPath(),
                        "demarche.cli.Main",
                        "mcp",
                        "--ledger",
                        HostileLedger.file(own).toString()))
                .build();
        try (McpSyncClient client = client(new StdioClientTransport(command, McpJsonDefaults.getMapper()))) {
            readADispute(client);
        }
    }

    @Test
    void aStoryIsFetchedWholeWithItsRecords() {
        try (McpSyncClient client = overHttp()) {
            JsonNode story = call(client, "search", Map.of("words", "harbour"))
                    .get("positions")
                    .get(0)
                    .get("story");
            JsonNode whole = call(client, "fetch_evidence", Map.of("id", story.asString()));
            assertThat(whole.get("text").asString()).contains(HostileLedger.SCRIPT);
            String record = whole.get("records").get(0).get("id").asString();
            assertThat(call(client, "fetch_evidence", Map.of("id", record))
                            .get("rule")
                            .get("name")
                            .asString())
                    .isEqualTo(HostileLedger.SCRIPT);
        }
    }

    @Test
    void aWrongQuestionIsToldInWords() {
        try (McpSyncClient client = overHttp()) {
            assertThat(text(client, "search", Map.of(), true)).isEqualTo("words is missing. Give it.");
            assertThat(text(client, "read_dispute", Map.of("id", "no-such"), true))
                    .contains("no-such")
                    .contains("search");
            assertThat(text(client, "fetch_evidence", Map.of("id", "no-such-q1"), true))
                    .contains("no-such-q1");
            assertThat(text(client, "list_positions", Map.of("stance", "wants"), true))
                    .contains("demands, offers");
            assertThat(text(client, "list_shifts", Map.of("since", "May"), true))
                    .contains("2026-11-24");
            assertThat(text(client, "list_shifts", Map.of("limit", 100000), true))
                    .contains("from 1 to 200");
            assertThat(text(client, "list_shifts", Map.of("where", "x"), true)).contains("no argument where");
        }
    }

    @Test
    void pagesOfOtherSitesAreNotAnswered() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(served.url("/mcp")))
                .header("Origin", "https://example.org")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"));
        HttpResponse<String> answer = served.send(request);
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}

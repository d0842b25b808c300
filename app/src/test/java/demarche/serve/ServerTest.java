package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ledger.Ledger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs get from a served ledger, and how wrong questions are answered. */
class ServerTest {
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Ledger ledger;
    private static Server server;

    @BeforeAll
    static void serve() {
        ledger = ExampleLedger.in(folder);
        server = ExampleLedger.serve(ledger, false, null);
    }

    @AfterAll
    static void stop() {
        server.close();
        ledger.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    @Test
    void everyPageOfTheNavigationAnswersInEveryForm() throws Exception {
        for (Page page : Pages.all()) {
            if (!page.path().endsWith("}")) {
                assertThat(get(page.path()).statusCode()).as(page.path()).isEqualTo(200);
                assertThat(json(Ending.JSON.on(page.path())).isObject()).isTrue();
            }
        }
    }

    @Test
    void aDisputeIsThereAsPageJsonAndCsv() throws Exception {
        String id = json("/disputes.json")
                .get("disputes")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(get(Links.dispute(id)).body()).contains("Who holds what");
        assertThat(json(Links.dispute(id) + ".json").get("positions").isEmpty()).isFalse();
        assertThat(get(Links.dispute(id) + ".csv").body()).startsWith("id,party,");
    }

    @Test
    void aWrongParameterIsToldInPageAndJsonAlike() throws Exception {
        HttpResponse<String> page = get("/disputes?status=lively");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("status=lively: give one of new, active, quiet, settled.");
        HttpResponse<String> forPrograms = get("/disputes.json?page=0");
        assertThat(forPrograms.statusCode()).isEqualTo(400);
        assertThat(forPrograms.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"page=0: give a whole number from 1 to 1000000.\",\"status\":400}}\n");
    }

    @Test
    void aMisspeltParameterIsNotPassedOver() throws Exception {
        assertThat(get("/disputes?stauts=new").statusCode()).isEqualTo(400);
        assertThat(get("/disputes?utm_source=mail").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownIdIsNotFoundAndOffersASearch() throws Exception {
        HttpResponse<String> answer = get("/disputes/trawlers-of-nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("role=\"search\"").contains("trawlers of nowhere");
        assertThat(get("/nothing/here").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownPartyOrDisputeOfAListIsNotFoundToo() throws Exception {
        for (String list :
                List.of("/disputes?party=", "/positions?party=", "/shifts?party=", "/events?actor=", "/map?party=")) {
            assertThat(get(list + "of-nowhere").statusCode()).as(list).isEqualTo(404);
            assertThat(get(list + "ost").statusCode()).as(list).isEqualTo(200);
        }
        assertThat(get("/positions.json?dispute=of-nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsToldSo() throws Exception {
        for (String list : List.of("/events", "/stories", "/positions", "/shifts", "/map", "/network")) {
            HttpResponse<String> answer = get(list + ".json?since=2026-03-02&until=2026-03-01");
            assertThat(answer.statusCode()).as(list).isEqualTo(400);
            assertThat(answer.body()).contains("until=2026-03-01 is before since=2026-03-02. Swap them.");
        }
    }

    @Test
    void whatAStorySaysIsEscaped() throws Exception {
        HttpResponse<String> answer = get("/stories?q=" + Links.encoded("<script>alert(1)</script>\" onload=\"x"));
        assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("\" onload=\"x");
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws Exception {
        for (String path : new String[] {"/", "/nothing", "/disputes.json"}) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    private static HttpResponse<String> post(int port, String path, String cookie, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String story() throws Exception {
        return json("/events.json")
                .get("events")
                .get("items")
                .get(0)
                .get("story")
                .asString();
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        String form = "story=" + story() + "&cell=e1&verdict=wrong&who=x";
        assertThat(post(server.port(), "/corrections", null, form).statusCode()).isEqualTo(403);
        assertThat(post(server.port(), "/corrections", "session=abcdefghijklmnopqrstuvwxyz", form + "&token=guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/corrections.json").body()).doesNotContain("WRONG");
    }

    @Test
    void aReadOnlyServerRefusesCorrections() throws Exception {
        try (Server other = ExampleLedger.serve(ledger, true, null)) {
            assertThat(post(other.port(), "/corrections", null, "").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPasswordIsAskedForBeforeCorrectionsButNotForReading() throws Exception {
        try (Server other = ExampleLedger.serve(ledger, false, "open sesame")) {
            HttpResponse<String> page = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/login"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String session =
                    page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
            String token = page.body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
            String form = "token=" + token + "&story=" + story() + "&cell=e1&verdict=right&who=Ada";
            assertThat(post(other.port(), "/corrections", session, form).statusCode())
                    .isEqualTo(403);
            assertThat(post(other.port(), "/login", session, "token=" + token + "&password=wrong")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(post(other.port(), "/login", session, "token=" + token + "&password=open+sesame&back=//evil")
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(l -> assertThat(l).doesNotContain("evil"));
            assertThat(post(other.port(), "/corrections", session, form).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void onlyThisMachinesNamesAreAnsweredOnLoopback() throws Exception {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void textThatASpreadsheetWouldRunIsMadeHarmless() {
        record Cell(String text, int number) {}
        assertThat(Csv.of(
                        new Answer.Table(Cell.class, java.util.List.of(new Cell("=1+1", -2), new Cell("a,\"b\"", 3)))))
                .isEqualTo("text,number\r\n'=1+1,-2\r\n\"a,\"\"b\"\"\",3\r\n");
    }
}

package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import demarche.ledger.Ledger;
import demarche.story.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page in a real browser; screenshots are left in {@code target/screens}. */
class BrowserTest {
    private static final Path SCREENS = Paths.get("target/screens");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Ledger ledger;
    private static Server server;
    private static Browser browser;
    private static Map<String, String> pages;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        ledger = ExampleLedger.in(folder);
        server = ExampleLedger.serve(ledger, false, null);
        while (get("/search?q=trawlers").contains("index is being made")) {
            Thread.sleep(50);
        }
        pages = pages();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            server.close();
            ledger.close();
            browser.close();
        }
    }

    private static String url(String path) {
        return "http://localhost:" + server.port() + path;
    }

    private static String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path));
    }

    /** A page of each kind by its name, with the ids that the example ledger has. */
    private static Map<String, String> pages() throws Exception {
        JsonNode shift = json("/index.json").get("shifts").get(0);
        JsonNode event =
                json("/events.json?type=threaten").get("events").get("items").get(0);
        String dispute = json("/disputes.json")
                .get("disputes")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        Map<String, String> out = new LinkedHashMap<>();
        out.put("today", "/");
        out.put("disputes", "/disputes");
        out.put("dispute", Links.dispute(dispute));
        out.put("brief", Links.dispute(dispute) + "/brief");
        out.put("parties", "/parties");
        out.put("party", "/parties/ost");
        out.put("issues", "/issues");
        out.put("issue", Links.issue(shift.get("issueId").asString()));
        out.put("stories", "/stories");
        out.put("story", Links.story(event.get("story").asString()));
        out.put(
                "cell",
                Links.cell(event.get("story").asString(), event.get("id").asString()));
        out.put("events", "/events");
        out.put("event", Links.event(event.get("id").asString()));
        out.put("search", "/search?q=seized+trawlers&by=meaning");
        out.put("codebook", "/codebook?codes=threaten");
        out.put("map", "/map?country=FRA");
        out.put("network", "/network");
        out.put("shifts", "/shifts");
        out.put("positions", "/positions");
        out.put("sql", "/sql");
        out.put("answer", "/sql?sql=SELECT+*+FROM+events");
        out.put("mistake", "/sql?sql=SELECT+titel+FROM+stories");
        out.put("about", "/about");
        out.put("corrections", "/corrections");
        out.put("login", "/login");
        out.put("missing", "/disputes/no-such-dispute");
        out.put("wrong", "/events?since=yesterday");
        return out;
    }

    private static BrowserContext context(ColorScheme scheme, int width, int height) {
        return browser.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static List<String> seriousFaults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                        .flatMap(v -> v.getNodes().stream().map(n -> v.getId() + ": " + n.getHtml()))
                        .toList();
    }

    @Test
    void everyPageIsAccessibleInLightAndDarkAndAsksNobodyElse() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = context(scheme, 1280, 900)) {
                Page page = context.newPage();
                List<String> outside = new ArrayList<>();
                List<String> complaints = new ArrayList<>();
                page.onRequest(r -> {
                    if (!r.url().startsWith(url("/")) && !r.url().startsWith("data:")) {
                        outside.add(r.url());
                    }
                });
                page.onPageError(complaints::add);
                page.onConsoleMessage(m -> {
                    if (m.text().contains("Content Security Policy")) {
                        complaints.add(page.url() + " " + m.text());
                    }
                });
                pages.forEach((name, path) -> {
                    page.navigate(url(path));
                    shoot(page, name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                    assertThat(seriousFaults(page)).as(name + " in " + scheme).isEmpty();
                });
                assertThat(outside).isEmpty();
                assertThat(complaints).isEmpty();
            }
        }
    }

    @Test
    void everyPageFitsAPhone() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 390, 800)) {
            Page page = context.newPage();
            pages.forEach((name, path) -> {
                page.navigate(url(path));
                shoot(page, name + "-phone");
                Object width = page.evaluate("document.scrollingElement.scrollWidth");
                assertThat((int) width).as(name).isLessThanOrEqualTo(390);
            });
        }
    }

    @Test
    void theFirstPaintNeedsLessThanTwoHundredKilobytes() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, 900)) {
            Page page = context.newPage();
            page.navigate(url("/"));
            Object bytes = page.evaluate(
                    "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                            + ".reduce((sum, e) => sum + e.transferSize, 0)");
            assertThat(((Number) bytes).intValue()).isBetween(1, 200_000);
        }
    }

    @Test
    void aMarkOnTheTimelineShowsItsSentenceToTheKeyboard() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, 900)) {
            Page page = context.newPage();
            page.navigate(url(pages.get("dispute")));
            Locator mark = page.locator(".lanes a.mark").first();
            mark.focus();
            assertThat(page.locator(".lanes .caption").textContent()).contains(mark.getAttribute("data-sentence"));
        }
    }

    @Test
    void storiesAndTimelinesNeedNoScript() {
        try (BrowserContext context = browser.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(url(pages.get("story")));
            page.locator(".text a.event").first().click();
            assertThat(page.locator("#cell").textContent()).contains("Rule");
            assertThat(page.locator(".arcs .word").count()).isPositive();
            page.navigate(url(pages.get("dispute")));
            assertThat(page.locator(".lanes a.mark").count()).isPositive();
        }
    }

    @Test
    void aCorrectionHoldsAtOnceAndAfterARebuildAndCanBeTakenBack() throws Exception {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, 900)) {
            Page page = context.newPage();
            JsonNode event =
                    json("/events.json?type=protest").get("events").get("items").get(0);
            String cell =
                    Links.cell(event.get("story").asString(), event.get("id").asString());
            page.navigate(url(cell));
            page.locator("details.correct summary").click();
            page.locator("select[name=type]").selectOption("assault");
            page.locator("input[name=recipients]").fill("Nordia; Sudia");
            page.locator("input[name=who]").fill("Ada Ångström");
            shoot(page, "correcting-light");
            page.locator("details.correct button").first().click();
            assertThat(page.locator(".log").textContent())
                    .contains("type: protest → assault")
                    .contains("Ada Ångström");
            shoot(page, "corrected-light");

            String path = "/events/" + event.get("id").asString() + ".json";
            assertThat(json(path).get("event").get("eventType").asString()).isEqualTo("ASSAULT");
            assertThat(json(path).get("event").get("recipients").toString()).isEqualTo("[\"Nordia\",\"Sudia\"]");
            ledger.rebuild(n -> {});
            assertThat(json(path).get("event").get("eventType").asString()).isEqualTo("ASSAULT");
            JsonNode gold = JSON.readTree(
                    get("/corrections/gold.jsonl").lines().findFirst().orElseThrow());
            assertThat(gold.get("events").toString()).contains("\"sure\":true");

            page.navigate(url("/corrections"));
            assertThat(page.locator("tbody").textContent()).contains("Ada Ångström");
            page.navigate(url(cell));
            while (page.locator(".log button").count() > 0) {
                page.locator(".log button").first().click();
            }
            assertThat(json(path).get("event").get("eventType").asString()).isEqualTo("PROTEST");
        }
    }

    @Test
    void aRecordThatIsWrongIsGoneFromTheLedgerButStaysInItsStory() throws Exception {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, 900)) {
            Page page = context.newPage();
            JsonNode event =
                    json("/events.json?type=retreat").get("events").get("items").get(0);
            page.navigate(url(
                    Links.cell(event.get("story").asString(), event.get("id").asString())));
            page.locator("details.correct summary").click();
            page.locator("input[name=who]").fill("Ada");
            page.locator("button[value=wrong]").click();
            assertThat(page.locator(".cells a.wrong").count()).isEqualTo(1);
            assertThat(json("/events/" + event.get("id").asString() + ".json")
                            .get("error")
                            .get("status")
                            .asInt())
                    .isEqualTo(404);
            page.locator(".log button").click();
            assertThat(page.locator(".cells a.wrong").count()).isZero();
        }
    }

    @Test
    void whatTheJsonOfAStorySaysIsAReading() throws Exception {
        String story = pages.get("story");
        assertThat(Json.read(get(story + ".json")).events()).isNotEmpty();
    }
}

package demarche.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import demarche.ledger.HostileLedger;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Map, network and SQL in a real browser, over stories that try to break them. */
class PicturesTest {
    @TempDir
    static Path folder;

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        served = new Served(HostileLedger.in(folder));
    }

    @AfterAll
    static void close() {
        if (served != null) {
            served.close();
            browser.close();
        }
    }

    private static BrowserContext context(boolean script, ColorScheme scheme, int width) {
        return browser.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setColorScheme(scheme)
                        .setViewportSize(width, 900));
    }

    private static Page at(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(served.url(path));
        return page;
    }

    @Test
    void nothingThatStoriesSayIsRunAndNoPageIsInaccessible() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = context(true, ColorScheme.DARK, 390)) {
            Page page = context.newPage();
            page.onDialog(d -> {
                complaints.add("dialog on " + page.url());
                d.dismiss();
            });
            page.onPageError(complaints::add);
            page.onConsoleMessage(m -> {
                if (m.text().contains("Content Security Policy")) {
                    complaints.add(m.text());
                }
            });
            for (String path : List.of(
                    "/map",
                    "/map?country=DEU",
                    "/network",
                    "/network?party=wes",
                    "/shifts",
                    "/positions",
                    "/sql?sql=FROM+stories")) {
                page.navigate(served.url(path));
                assertThat(new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .filter(v ->
                                                List.of("serious", "critical").contains(v.getImpact()))
                                        .flatMap(v -> v.getNodes().stream().map(n -> v.getId() + ": " + n.getHtml())))
                        .as(path)
                        .isEmpty();
                assertThat((int) page.evaluate("document.scrollingElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theMapIsZoomedWithButtonsAndSaysWhatHasTheFocus() {
        try (BrowserContext context = context(true, ColorScheme.LIGHT, 1280)) {
            Page page = at(context, "/map");
            String whole = page.locator(".world").getAttribute("viewBox");
            page.locator("button[data-zoom='0.6']").click();
            assertThat(page.locator(".world").getAttribute("viewBox")).isNotEqualTo(whole);
            page.locator("button[data-zoom='all']").click();
            assertThat(page.locator(".world").getAttribute("viewBox")).isEqualTo(whole);
            Locator country = page.locator("a.land").first();
            country.focus();
            assertThat(page.locator(".worldmap .caption").textContent()).isEqualTo(country.getAttribute("aria-label"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#events").textContent()).startsWith("Events in ");
            page.screenshot(new Page.ScreenshotOptions().setPath(Paths.get("target/screens/map-chosen-light.png")));
        }
    }

    @Test
    void aPartyInTheNetworkShowsWhatItHasToDoWith() {
        try (BrowserContext context = context(true, ColorScheme.LIGHT, 1280)) {
            Page page = at(context, "/network");
            page.locator(".node[data-id='wes']").focus();
            assertThat(page.locator(".network .caption").textContent()).startsWith("Westland: ");
            assertThat(page.locator(".arrow.on").count()).isEqualTo(2);
            assertThat(page.locator(".network .node:not(.on)").count()).isEqualTo(2);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1").textContent()).isEqualTo("Who Westland acts on, and who on it");
        }
    }

    @Test
    void mapNetworkAndSqlNeedNoScript() {
        try (BrowserContext context = context(false, ColorScheme.LIGHT, 1280)) {
            assertThat(at(context, "/map").locator("#countries").isVisible()).isTrue();
            assertThat(at(context, "/network").locator("svg .node").count()).isEqualTo(4);
            Page page = at(context, "/sql");
            page.locator("#sql").fill("SELECT count(*) AS n FROM stories");
            page.locator(".sqlform button").click();
            assertThat(page.locator("table.answer td").textContent()).isEqualTo("6");
        }
    }
}

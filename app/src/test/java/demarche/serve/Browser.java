package demarche.serve;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, driven by Playwright, which downloads nothing. */
final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path program) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    static Browser open() {
        Assumptions.assumeTrue(
                System.getenv("DEMARCHE_NO_BROWSER") == null, "DEMARCHE_NO_BROWSER is set, so no browser is started");
        return new Browser(program());
    }

    private static Path program() {
        String given = System.getenv("DEMARCHE_CHROMIUM");
        return Stream.of(
                        given == null ? "/usr/bin/chromium" : given,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium on this machine. Install it (Debian: apt install chromium), name it in DEMARCHE_CHROMIUM,"
                                + " or set DEMARCHE_NO_BROWSER=1 to do without these tests."));
    }

    com.microsoft.playwright.Browser get() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}

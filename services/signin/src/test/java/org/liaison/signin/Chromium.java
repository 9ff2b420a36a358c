package org.liaison.signin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The machine's own Chromium, from `LIAISON_CHROMIUM` or where Debian puts it. Where there is none, the test
/// is skipped and says so.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path USUAL = Path.of("/usr/bin/chromium");

    /// A machine that does much else at once is slow, not wrong.
    private static final double PATIENCE = 20_000;

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Path program = Optional.ofNullable(System.getenv("LIAISON_CHROMIUM"))
                .map(Path::of)
                .orElse(USUAL);
        Assumptions.assumeTrue(
                Files.isExecutable(program),
                "no Chromium at " + program + ": install it, or name one in LIAISON_CHROMIUM");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

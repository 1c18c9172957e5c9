package org.serviceledger.app.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The installed Chromium, driven by Playwright without any download. */
final class Chromium implements AutoCloseable {

    /** Timeout of assertions. Correct results appear at once; the time is for busy machines. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A browser window with a fresh profile, no session and no animations. */
    Visitor visitor(LedgerProcess server) {
        return new Visitor(
                server,
                browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.url().toString())
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900)));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path program() {
        var named = System.getenv("LEDGER_CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: run ./ledger test, which sees to it"));
    }
}

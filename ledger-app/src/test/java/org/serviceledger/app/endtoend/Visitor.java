package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A browser user. It checks every page for script errors, requests to other hosts, accessibility barriers and overflow.
 */
final class Visitor implements AutoCloseable {

    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int A4_BETWEEN_MARGINS = 688;
    private static final Set<String> BARRIERS = Set.of("serious", "critical");

    private final LedgerProcess server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    Visitor(LedgerProcess server, BrowserContext context) {
        this.server = server;
        this.context = context;
        context.onRequest(request -> note(request.url()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> errors.add(page.url() + ": " + error));
    }

    private void note(String url) {
        var to = URI.create(url.split("[?#]", 2)[0]);
        if (Set.of("http", "https", "ws", "wss").contains(String.valueOf(to.getScheme()))
                && !"localhost".equals(to.getHost())) {
            strangers.add(url);
        }
    }

    void signIn(String user) {
        page.navigate("/sign-in");
        page.locator("#username").fill(user);
        page.locator("#password").fill(server.password(user));
        find("sign-in").click();
        find("sign-out").waitFor();
    }

    /** Opens a page and checks it. */
    void open(String path) {
        var answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        look();
    }

    /**
     * Checks the current page: no error, no request to another host, no accessibility barrier, no overflow on a phone
     * and on a desktop.
     */
    void look() {
        settle();
        assertThat(errors).isEmpty();
        assertThat(strangers).isEmpty();
        mustFit(NARROW, 844);
        mustFit(WIDE, 900);
        assertThat(barriers()).as(page.url()).isEmpty();
    }

    Page page() {
        return page;
    }

    /** Finds elements by test id. */
    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    /** Clicks a link or button and waits for the next page. */
    void follow(Locator link) {
        var here = page.url();
        link.click();
        page.waitForURL(url -> !url.equals(here));
        page.waitForLoadState();
    }

    /** Waits until the page and its pending htmx requests have loaded. */
    private void settle() {
        page.waitForLoadState();
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    /** Performs an act that the server refuses. The browser logs the refusal as an error, which is ignored. */
    void beRefused(Runnable act) {
        act.run();
        find("problem").waitFor();
        errors.removeIf(error -> error.contains("the server responded with a status of 4"));
    }

    /** Checks the printed page: interactive elements are hidden, and nothing is cut off at the margin. */
    void print() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var each : page.locator("nav, form[method=get] button, .whoami").all()) {
            assertThat(each).isHidden();
        }
        mustFit(A4_BETWEEN_MARGINS, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void mustFit(int width, int height) {
        page.setViewportSize(width, height);
        var wide = (Number) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(wide.intValue()).as("%s at %d pixels", page.url(), width).isLessThanOrEqualTo(width);
    }

    private List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> BARRIERS.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + " at "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}

package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody signed in to Tasklist or Operate, with a browser window of their own. */
class CamundaSession implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    protected final RunningProduct product;
    protected final BrowserContext context;
    protected final Page page;
    private final String user;

    CamundaSession(RunningProduct product, Browser browser, String application, String user) {
        this.product = product;
        this.user = user;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 1000)
                .setLocale("en-US")
                // or Tasklist asks everybody for it
                .setPermissions(List.of("notifications")));
        context.onRequest(request -> product.visited().add(request.url()));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate(application);
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", user);
        page.click("button[type=submit]");
        page.locator("input[name=password]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    boolean mayOpen(String address) {
        return page.request().get(address).ok();
    }

    JsonNode ask(String path, Object question) {
        try {
            APIResponse answer = page.request()
                    .post(
                            product.webApps() + path,
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData(JSON.writeValueAsString(question)));
            if (!answer.ok()) {
                throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.status(), answer.text()));
            }
            return JSON.readTree(answer.text());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Retries, because the web apps lag a few seconds behind the engine. */
    <T> T eventually(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            page.waitForTimeout(300);
        }
        throw new AssertionError(
                "Not seen in four minutes: %s; %s".formatted(what, new Standstill(product).inOneLine()));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "endtoend", "pictures", name + ".png")));
    }

    /** The last screen says most about a step that failed. */
    @Override
    public void close() {
        picture("last-" + user);
        context.close();
    }
}

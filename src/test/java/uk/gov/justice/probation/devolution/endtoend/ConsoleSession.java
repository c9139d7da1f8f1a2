package uk.gov.justice.probation.devolution.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Somebody signed in to our own console. */
final class ConsoleSession implements AutoCloseable {
    private final RunningProduct product;
    private final BrowserContext context;
    private final Page page;
    private final String user;

    ConsoleSession(RunningProduct product, Browser browser, String user) {
        this(product, browser, user, true);
    }

    ConsoleSession(RunningProduct product, Browser browser, String user, boolean scripts) {
        this.product = product;
        this.user = user;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 1000)
                .setLocale("en-GB")
                .setJavaScriptEnabled(scripts));
        context.onRequest(request -> product.visited().add(request.url()));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        try {
            page.navigate(product.console() + "/");
            page.getByLabel("User name").fill(user);
            page.getByLabel("Password").fill(user);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL(url -> !url.contains("sign-in"));
        } catch (PlaywrightException stays) {
            picture("last-console-" + user);
            throw new AssertionError(
                    "%s is not signed in, but sees %s: %s"
                            .formatted(user, page.url(), page.locator("body").innerText()),
                    stays);
        }
    }

    ConsoleSession open(String path) {
        page.navigate(product.console() + path);
        return this;
    }

    /** Leaves every case that changed where it is. */
    void leaveEveryException(String reason) {
        page.getByText("undecided case").first().click();
        page.locator("#all-leave").check(new Locator.CheckOptions().setForce(true));
        page.locator("#all-reason").fill(reason);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide all"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide about all of them"))
                .click();
        page.getByText("Every one has a decision").waitFor();
    }

    /** Fields are given by the name they are sent under. */
    ConsoleSession enter(String field, String text) {
        page.locator("[name='%s']".formatted(field)).fill(text);
        return this;
    }

    ConsoleSession select(String field, String option) {
        Locator list = page.locator("[name='%s']".formatted(field));
        list.selectOption(list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .getAttribute("value"));
        return this;
    }

    /** Selects the same option in every list whose field name has this prefix. */
    ConsoleSession selectAll(String fieldsBegin, String option) {
        for (Locator list :
                page.locator("select[name^='%s']".formatted(fieldsBegin)).all()) {
            select(list.getAttribute("name"), option);
        }
        return this;
    }

    ConsoleSession tickAll(String field) {
        for (Locator box : page.locator("input[name='%s']".formatted(field)).all()) {
            box.check(new Locator.CheckOptions().setForce(true));
        }
        return this;
    }

    ConsoleSession unfold(String summary) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .click();
        return this;
    }

    ConsoleSession follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** Follows a link that leads to Tasklist or Operate, and waits until that page says something. */
    ConsoleSession followTo(String address, String words) {
        String path = address.substring(product.webApps().length());
        page.locator("a[href$='/open%s']".formatted(path)).first().click();
        page.waitForURL(url -> url.startsWith(address));
        page.getByText(words).first().waitFor();
        return this;
    }

    /** Presses a button that leads to Tasklist or Operate, and waits until that page is there. */
    ConsoleSession pressTo(String button, String address) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.waitForURL(url -> url.startsWith(address));
        return this;
    }

    /** Opens a page of Tasklist or Operate, and waits until it asks for a password. */
    void awaitPassword(String address) {
        page.navigate(address);
        page.locator("input[name=password]").waitFor();
    }

    /** Whom Tasklist takes this browser for. */
    String userOfTasklist() {
        return page.request()
                .get(product.webApps() + "/v1/internal/users/current")
                .text();
    }

    String address() {
        return page.url();
    }

    String value(String field) {
        return page.locator("[name='%s']".formatted(field)).inputValue();
    }

    String cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** Sends a form; fails if the page comes back with a problem. */
    ConsoleSession press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        page.waitForLoadState();
        if (page.locator(".govuk-error-summary").count() > 0) {
            throw new AssertionError(page.locator(".govuk-error-summary").innerText());
        }
        return this;
    }

    /** Sends a form that asks for confirmation, and confirms. */
    ConsoleSession press(String button, String yes) {
        press(button);
        if (!words().contains("What will happen"))
            throw new AssertionError("Nothing was asked once more after '%s': %s".formatted(button, words()));
        return press(yes);
    }

    /** Sends a form that is refused, and returns the reason. */
    String refused(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        Locator problem = page.locator(".govuk-error-summary");
        problem.waitFor();
        return problem.innerText();
    }

    /** Selects one of a group of radio buttons, by value. */
    ConsoleSession choose(String field, String value) {
        page.locator("input[name='%s'][value='%s']".formatted(field, value))
                .check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    String words() {
        return page.locator("main").innerText();
    }

    /** Reloads the page until it contains these words. */
    ConsoleSession await(String path, String words) {
        for (long end = System.nanoTime() + 120_000_000_000L; System.nanoTime() < end; page.waitForTimeout(500)) {
            if (open(path).words().contains(words)) {
                return this;
            }
        }
        throw new AssertionError("%s did not say '%s' in two minutes, but: %s".formatted(path, words, words()));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "endtoend", "pictures", name + ".png")));
    }

    /** The last screen says most about a step that failed. */
    @Override
    public void close() {
        picture("last-console-" + user);
        context.close();
    }
}

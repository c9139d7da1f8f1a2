package uk.gov.justice.probation.devolution.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Somebody signed in to our own console. */
final class ConsoleSession implements AutoCloseable {
  private final RunningProduct product;
  private final BrowserContext context;
  private final Page page;

  ConsoleSession(RunningProduct product, Browser browser, String user) {
    this.product = product;
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000).setLocale("en-GB"));
    page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.navigate(product.console() + "/");
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(user);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> !url.contains("sign-in"));
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
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide all")).click();
    page.getByText("Every one has a decision").waitFor();
  }

  String words() {
    return page.locator("main").innerText();
  }

  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "endtoend", "pictures", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}

package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** A page on paper says what it says on the screen, without its menu, its buttons and the addresses of its links. */
@ConsoleTest
class PaperTest {
    private static final List<String> PAGES =
            List.of("/upw/orders", "/work", "/audit", "/terminations", "/reports/weekly");
    private static final String FOR_THE_SCREEN =
            "header, .govuk-service-navigation, .console-part, footer, .govuk-skip-link, form button, .console-whole-list";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPrintedPageHasNoMenuAndItsTablesWhole() throws Exception {
        assumeThat(Chromium.installed()).isPresent();
        SomeOrders some = new SomeOrders(jdbc);
        some.project("P1");
        some.order();
        try (Chromium chromium = Chromium.start();
                Page page = chromium.browser().newPage()) {
            page.setViewportSize(700, 900);
            for (String address : PAGES) {
                page.setContent(onItsOwn(address));
                assertThat(page.locator(".govuk-service-navigation").first().isVisible())
                        .as("on the screen, " + address)
                        .isTrue();
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator(FOR_THE_SCREEN).all())
                        .as("on paper, " + address)
                        .isNotEmpty()
                        .noneMatch(part -> part.isVisible());
                assertThat(page.locator("h1").isVisible()).as(address).isTrue();
                assertThat(
                                page.evaluate(
                                        "[...document.querySelectorAll('a')].every(a => getComputedStyle(a, '::after').content === 'none')"))
                        .as("addresses, " + address)
                        .isEqualTo(true);
                assertThat(
                                page.evaluate(
                                        "[...document.querySelectorAll('.console-scroll')].every(part => getComputedStyle(part).overflowX === 'visible')"))
                        .as("tables, " + address)
                        .isEqualTo(true);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }

    /** The page with its style sheets in it. */
    private String onItsOwn(String address) throws Exception {
        String page = http.perform(get(address).with(colleague("psc-service-owner", "case-admin-nw")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replace(
                        "<link rel=\"stylesheet\" href=\"/govuk/govuk-frontend.min.css\">",
                        style("/govuk/govuk-frontend.min.css", "all"))
                .replace(
                        "<link rel=\"stylesheet\" href=\"/console/console.css\">", style("/console/console.css", "all"))
                .replace(
                        "<link rel=\"stylesheet\" href=\"/console/print.css\" media=\"print\">",
                        style("/console/print.css", "print"));
    }

    private String style(String address, String media) throws Exception {
        return "<style media=\"%s\">%s</style>"
                .formatted(
                        media,
                        http.perform(get(address))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
    }
}

package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;

/** The list of a page as a file: all of it, for whom and narrowed as the page is. */
@ConsoleTest
class WholeListTest {
    private static final String[] EVERY_ROLE = {
        Colleague.SERVICE_OWNER, "hr-nw", "case-admin-nw", "rpd-nw", "spo-nw", "preference-panel-nw"
    };

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aListIsTakenWholeThoughThePageShowsAPart() throws Exception {
        orders(120);
        assertThat(page("/upw/orders", "case-admin-nw").getContentAsString())
                .contains("href=\"/upw/orders?format=csv\"", "href=\"/upw/orders?format=xlsx\"");
        MockHttpServletResponse csv = page("/upw/orders?page=2&format=csv", "case-admin-nw");
        assertThat(csv.getContentAsString().lines())
                .hasSize(121)
                .first()
                .isEqualTo(
                        "\uFEFF\"CRN\",\"Order\",\"Why it is urgent\",\"State\",\"Minutes left to work\",\"Last day\",\"Delivery unit\",\"Project\"");
        assertThat(csv.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"orders-%s.csv\"".formatted(TODAY));
        assertThat(csv.getHeader("Cache-Control")).contains("no-store");
        assertThat(page("/upw/orders?format=xlsx", "case-admin-nw").getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void aListIsNarrowedAndRefusedAsThePageIs() throws Exception {
        orders(2);
        assertThat(page("/upw/orders?crn=x000002&format=csv", "case-admin-nw")
                        .getContentAsString()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\"X000002\",\"CRN X000002, event 1\"");
        assertThat(page("/upw/orders?format=csv", "case-admin-gm")
                        .getContentAsString()
                        .lines())
                .hasSize(1);
        assertThat(page("/upw/orders?format=csv", "hr-nw").getStatus()).isEqualTo(403);
        assertThat(page("/upw/orders?format=pdf", "case-admin-nw").getContentType())
                .startsWith("text/html");
    }

    @Test
    void ofALimitedAccessCaseTheFileHasTheCrnAlone() throws Exception {
        long order = orders(1);
        given.theCaseOf(order).limitedAccess().save();
        assertThat(page("/upw/orders?format=csv", "case-admin-nw")
                        .getContentAsString()
                        .lines()
                        .toList())
                .last()
                .isEqualTo("\"X000001\",\"Limited access\",\"\",\"\",\"\",\"\",\"\",\"\"");
    }

    @Test
    void whoTakesAListIsAuditedWithoutWhatTheyTyped() throws Exception {
        orders(1);
        page("/upw/orders", "case-admin-nw");
        page("/upw/orders?crn=X000001&format=csv", "case-admin-nw");
        assertThat(jdbc.sql("SELECT actor, subject, facts FROM audit_entry WHERE action = 'LIST_TAKEN'")
                        .query()
                        .singleRow())
                .containsEntry("actor", "case-admin-nw")
                .containsEntry("subject", "list/orders")
                .extractingByKey("facts")
                .asString()
                .contains("\"format\":\"csv\"", "\"lines\":1", "\"narrowedBy\":[\"crn\"]")
                .doesNotContain("X000001");
    }

    @Test
    void everyPageWithAListAnswersWithItAsAFileThoughItIsEmpty() throws Exception {
        var everything = new SomethingOfEverything(http, jdbc, programmes, letters, dueTerminations);
        Set<String> lists = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        for (String pattern : pages()) {
            String page = pattern.replaceAll(SomethingOfEverything.VARIABLE.pattern(), "%s")
                    .formatted(everything.path(pattern).toArray());
            MockHttpServletResponse shown = page(page, EVERY_ROLE);
            if (shown.getContentType() == null || !shown.getContentType().startsWith("text/html")) continue;
            MockHttpServletResponse csv = page(page + "?format=csv", EVERY_ROLE);
            MockHttpServletResponse xlsx = page(page + "?format=xlsx", EVERY_ROLE);
            boolean list = csv.getContentAsString().startsWith("\uFEFF\"");
            if (list) lists.add(pattern);
            boolean offered = shown.getContentAsString().contains("?format=csv");
            boolean sheet = new String(xlsx.getContentAsByteArray(), StandardCharsets.ISO_8859_1).startsWith("PK");
            if (csv.getStatus() != shown.getStatus()
                    || xlsx.getStatus() != shown.getStatus()
                    || offered && !list
                    || list != sheet) wrong.add(page);
        }
        assertThat(wrong).isEmpty();
        assertThat(lists)
                .contains(
                        "/work",
                        "/upw/orders",
                        "/terminations",
                        "/appeals",
                        "/consultations",
                        "/imports",
                        "/imports/{file}",
                        "/case-letters",
                        "/handovers/{id}/inventory",
                        "/vetting");
    }

    private Set<String> pages() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                                && route.getValue().getBeanType().getName().startsWith("uk.gov.justice"))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long orders(int number) {
        SomeOrders some = new SomeOrders(jdbc);
        some.project("P1");
        long last = 0;
        for (int one = 0; one < number; one++) {
            last = some.order();
            given.theOrder(last).state("SESSIONS").save();
        }
        return last;
    }

    private MockHttpServletResponse page(String address, String... groups) throws Exception {
        return http.perform(get(URI.create(address)).with(colleague(groups)))
                .andReturn()
                .getResponse();
    }
}

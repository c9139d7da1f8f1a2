package uk.gov.justice.probation.devolution.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class AuditPageTest {

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anEntryIsASentenceWithItsFacts() throws Exception {
        new SomeStaff(jdbc).add("PSCW001", "NW", null);
        record("PSCW001", "CONSULTATION_SCOPE_SET", "consultation/7", "NW", Map.of("affectedPosts", 1200));
        record("hr-nw", "STAFF_MOVED", "staff/PSCW001", "NW", Map.of("since", "2026-12-05"));
        assertThat(text("/audit", "psc-service-owner"))
                .contains("Name PSCW001 (PSCW001) confirmed the scope of consultation 7. affected posts 1,200")
                .contains("Regional HR (hr-nw) moved Name PSCW001 (PSCW001) to their new place. since 5 December 2026");
    }

    @Test
    void looksAreApartFromDecisions() throws Exception {
        record("hr-nw", "CONSULTATION_CLOSED", "consultation/7", "NW", Map.of());
        record("rpd-nw", "APPEAL_VIEWED", "appeal/3", "NW", Map.of());
        assertThat(text("/audit", "psc-service-owner"))
                .contains("closed consultation 7")
                .doesNotContain("looked at appeal 3");
        assertThat(text("/audit?what=looks", "psc-service-owner"))
                .doesNotContain("closed consultation 7")
                .contains("looked at appeal 3");
        assertThat(text("/audit?what=all", "psc-service-owner"))
                .contains("closed consultation 7", "looked at appeal 3");
    }

    @Test
    void headsOfOperationsDirectorsAndDataLeadsReadThatOfTheirRegionOnly() throws Exception {
        record("hr-nw", "CONSULTATION_CLOSED", "consultation/7", "NW", Map.of());
        record("hr-gm", "CONSULTATION_CLOSED", "consultation/8", "GM", Map.of());
        record("system", "SIGN_IN_REFUSED", "sign-in", null, Map.of());
        for (String reader : new String[] {"head-of-operations-nw", "rpd-nw", "data-lead-nw"})
            assertThat(text("/audit", reader))
                    .contains("closed consultation 7")
                    .doesNotContain("closed consultation 8", "was refused at the sign-in");
        assertThat(text("/audit", "psc-service-owner"))
                .contains("closed consultation 7", "closed consultation 8", "was refused at the sign-in");
        assertThat(page("/audit", "hr-nw").getStatus()).isEqualTo(403);
    }

    @Test
    void whatIsAboutALimitedAccessCaseIsThereForThoseWhoMaySeeItAlone() throws Exception {
        SomeOrders some = new SomeOrders(jdbc);
        long order = some.order();
        given.theCaseOf(order).limitedAccess().save();
        some.granted(order, "data-lead-nw");
        record("pso-nw", "ORDER_ASSESSED", "order/" + order, "NW", Map.of("crn", "X000001"));
        record("hr-nw", "CONSULTATION_CLOSED", "consultation/7", "NW", Map.of());
        for (String address :
                new String[] {"/audit", "/audit?about=X000001", "/audit?action=ORDER_ASSESSED", "/audit?format=csv"}) {
            assertThat(text(address, "rpd-nw")).doesNotContain("completed the assessment of the unpaid work");
            assertThat(text(address, "data-lead-nw"))
                    .contains("completed the assessment of the unpaid work of CRN X000001");
        }
        assertThat(text("/audit", "rpd-nw")).contains("newest first: 1, and no earlier ones");
    }

    @Test
    void entriesAreFoundByWhatTheyAreAboutWhoActedWhatWasDoneAndWhen() throws Exception {
        SomeOrders some = new SomeOrders(jdbc);
        long order = some.order();
        record("pso-nw", "ORDER_ASSESSED", "order/" + order, "NW", Map.of("crn", "X000001"));
        record("hr-nw", "CONSULTATION_CLOSED", "consultation/7", "NW", Map.of());
        for (String found :
                new String[] {"about=x000001", "about=order/" + order, "who=pso-nw", "action=ORDER_ASSESSED"})
            assertThat(text("/audit?" + found, "psc-service-owner"))
                    .contains("completed the assessment")
                    .doesNotContain("closed consultation 7");
        assertThat(text("/audit?from=%s&to=%s".formatted(TODAY, TODAY), "psc-service-owner"))
                .contains("closed consultation 7");
        assertThat(text("/audit?to=" + TODAY.minusDays(1), "psc-service-owner"))
                .contains("No entries that you can see match your search.");
        assertThat(text("/audit?from=9999-12-31", "psc-service-owner")).contains("There is a problem");
    }

    @Test
    void theListNeverEndsSilently() throws Exception {
        for (int number = 1; number <= 120; number++)
            record("hr-nw", "CONSULTATION_CLOSED", "consultation/" + (1000 + number), "NW", Map.of());
        String first = page("/audit?who=hr-nw", "psc-service-owner").getContentAsString();
        assertThat(first)
                .contains("newest first: 50, and there are earlier ones")
                .contains("consultation 1120", "consultation 1071")
                .doesNotContain("consultation 1070");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(next).startsWith("/audit?who=hr-nw&before=");
        assertThat(page(next, "psc-service-owner").getContentAsString())
                .contains("consultation 1070", "consultation 1021")
                .doesNotContain("consultation 1071");
        assertThat(page("/audit?who=hr-nw&format=csv", "psc-service-owner")
                        .getContentAsString()
                        .lines())
                .hasSize(121);
    }

    private void record(String actor, String action, String subject, String region, Map<String, ?> facts) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(any -> audit.record(actor, action, subject, region, facts));
    }

    private String text(String address, String reader) throws Exception {
        MockHttpServletResponse page = page(address, reader);
        return page.getContentAsString().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    private MockHttpServletResponse page(String address, String reader) throws Exception {
        return http.perform(get(URI.create(address)).with(colleague(reader)))
                .andReturn()
                .getResponse();
    }
}

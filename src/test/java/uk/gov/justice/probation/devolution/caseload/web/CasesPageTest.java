package uk.gov.justice.probation.devolution.caseload.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.work.SomeTasks;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class CasesPageTest {
    private static final String NOT_FOUND = "There is no case with CRN %s that you can see.";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingDueTerminations dueTerminations;

    private SomeTerminations some;
    private long caseId;

    /** Of CRN X000001, without unpaid work; its terminations came from Liverpool. */
    @BeforeEach
    void aCaseWhoseTerminationsMoved() {
        some = new SomeTerminations(jdbc);
        caseId = some.endingCase(TODAY.plusYears(1));
        given.theServiceGoingOn(caseId, "TERMINATIONS")
                .unit("PSC_LIVERPOOL")
                .from(LocalDate.of(2021, 1, 4))
                .until(LocalDate.of(2026, 10, 5))
                .save();
        given.aService(caseId, "TERMINATIONS").from(LocalDate.of(2026, 10, 5)).save();
    }

    @Test
    void whoDoesWhichServiceSinceWhenAndUntilWhenIsFoundByTheCrnAsItIsTyped() throws Exception {
        for (String typed : List.of("X000001", "x000001", " x 000 001 "))
            show(
                    "/cases?crn=" + typed,
                    "case-admin-nw",
                    allOf(
                            containsString("CRN X000001"),
                            containsString("PSC Liverpool"),
                            containsString("North West"),
                            containsString("Terminations"),
                            containsString("4 January 2021"),
                            containsString("5 October 2026"),
                            containsString("There is no order of unpaid work."),
                            containsString("There is no termination."),
                            containsString("No handover of a service of this person")));
    }

    @Test
    void itShowsTheOpenHandoverTheOrdersTheTerminationsAndTheTasksThatWait() throws Exception {
        long order = some.order(caseId, "SESSIONS", 60);
        given.theCase(caseId).expectedToEnd(TODAY).save();
        dueTerminations.startAll();
        long handover = new SomeCases(jdbc)
                .handover(
                        "H-NW-5",
                        "HANDOVER",
                        "NW",
                        "TERMINATIONS",
                        "",
                        "REGION_NW",
                        "PSC_LIVERPOOL",
                        LocalDate.of(2026, 12, 31),
                        "");
        var tasks = new SomeTasks(jdbc);
        long task = tasks.task("case-admin-nw", "Confirm the team", "", MORNING);
        tasks.about(task, "order/" + order);
        show(
                "/cases?crn=X000001",
                "case-admin-nw",
                allOf(
                        containsString("/upw/orders/" + order),
                        containsString("99 hours left to work"),
                        containsString("/terminations/" + some.termination(caseId)),
                        containsString("/handovers/" + handover),
                        containsString("H-NW-5"),
                        containsString("/tasklist/%d\"".formatted(task))));
        show(
                "/cases?crn=X000001",
                "psc-manager-liverpool",
                containsString("There is no case with CRN X000001 that you can see."));
    }

    @Test
    void whoManagesTheCaseIsShownToThoseAloneWhoManageCases() throws Exception {
        for (String reads : List.of("practitioner-nw", "pso-nw", "spo-nw", "head-of-operations-nw"))
            show("/cases?crn=X000001", reads, containsString("NW00001"));
        for (String atTheDesk :
                List.of("case-admin-nw", "upw-supervisor-nw", "placement-coordinator-nw", "data-lead-nw"))
            show(
                    "/cases?crn=X000001",
                    atTheDesk,
                    allOf(not(containsString("NW00001")), containsString("ask the duty officer to call back")));
    }

    @Test
    void aCrnThatNobodyHasGetsTheAnswerOfOneThatTheColleagueMayNotSee() throws Exception {
        given.theCase(some.aCase("X000002", 1, "201", TODAY)).limitedAccess().save();
        String unknown = page("/cases?crn=X000003", "case-admin-nw");
        assertThat(unknown).contains(NOT_FOUND.formatted("X000003"));
        assertThat(same(page("/cases?crn=X000002", "case-admin-nw"), "X000002"))
                .as("limited access")
                .isEqualTo(same(unknown, "X000003"));
        assertThat(same(page("/cases?crn=X000001", "case-admin-gm"), "X000001"))
                .as("another region")
                .isEqualTo(same(page("/cases?crn=X000003", "case-admin-gm"), "X000003"));
        assertThat(same(page("/cases?crn=X000002", "psc-service-owner"), "X000002"))
                .as("not even the owner")
                .isEqualTo(same(page("/cases?crn=X000003", "psc-service-owner"), "X000003"));
        assertThat(looks()).isZero();
    }

    @Test
    void everyLookAtALimitedAccessCaseIsAudited() throws Exception {
        new SomeStaff(jdbc).add("P0007", "NW", null);
        given.theCase(caseId).limitedAccess().practitioner("P0007").save();
        show(
                "/cases?crn=X000001",
                "P0007",
                allOf(containsString("This is a limited-access case"), containsString("PSC Liverpool")));
        given.access(caseId, "case-admin-nw");
        show("/cases?crn=X000001", "case-admin-nw", not(containsString("P0007")));
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void whatCannotBeACrnIsSaidAtItsField() throws Exception {
        show(
                "/cases?crn=Smith",
                "case-admin-nw",
                allOf(
                        containsString("<title>Error: "),
                        containsString("href=\"#crn\""),
                        containsString("Enter a CRN: one letter and six digits, such as X000123.")));
        show(
                "/cases",
                "case-admin-nw",
                allOf(containsString("Find a case"), not(containsString("There is a problem"))));
    }

    @Test
    void theSearchStandsOnEveryPageOfThoseWhoWorkOnCases() throws Exception {
        for (String page : List.of("/work", "/messages", "/upw/orders", "/terminations"))
            show(page, "case-admin-nw", containsString("id=\"find-crn\""));
        show("/messages", "hr-nw", not(containsString("id=\"find-crn\"")));
        http.perform(get("/cases?crn=X000001").with(colleague("hr-nw"))).andExpect(status().isForbidden());
    }

    private int looks() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'CASE_VIEWED'")
                .query(Integer.class)
                .single();
    }

    private static String same(String page, String crn) {
        return page.replace(crn, "CRN").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String page(String path, String as) throws Exception {
        return http.perform(get(path).with(colleague(as)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void show(String path, String as, Matcher<String> what) throws Exception {
        http.perform(get(path).with(colleague(as)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}

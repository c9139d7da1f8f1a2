package uk.gov.justice.probation.devolution.termination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.Eligibility;
import uk.gov.justice.probation.devolution.termination.EndingCases;
import uk.gov.justice.probation.devolution.termination.EndingComponents;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.Reviewing;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.termination.TellingOthers;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class TerminationPagesTest {

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    Reviewing reviewing;

    @Autowired
    EndingComponents endingComponents;

    @Autowired
    EndingCases ending;

    @Autowired
    TellingOthers telling;

    private SomeTerminations some;
    private long caseId;
    private long id;

    @BeforeEach
    void aTermination() {
        some = new SomeTerminations(jdbc);
        caseId = some.endingCase(TODAY);
        some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(50));
        dueTerminations.startAll();
        id = some.termination(caseId);
    }

    @Test
    void theQueueShowsWhatIsBlockedAndWhyAndWhatIsOverdue() throws Exception {
        some.component(caseId, "BREACH", "B1", LocalDate.of(2021, 5, 3));
        decide(Eligibility.BLOCK);
        show(
                "/terminations",
                "case-admin-nw",
                allOf(
                        containsString("CRN X000001, event 1"),
                        containsString("Breach B1, open since 3 May 2021"),
                        containsString("Blocked (1)"),
                        containsString("/terminations/" + id)));
        show("/terminations?queue=BLOCKED&region=NW", "head-of-operations-nw", containsString("CRN X000001, event 1"));
        show(
                "/terminations?queue=BLOCKED&region=GM",
                "psc-service-owner",
                containsString("No termination is in this queue"));
        show(
                "/terminations?queue=OVERDUE",
                "spo-nw",
                allOf(containsString("No termination is in this queue"), not(containsString("X000001"))));
        given.allTerminations().overdue(TODAY).save();
        show("/terminations?queue=OVERDUE", "spo-nw", not(containsString("X000001")));
        given.allTerminations().overdue(TODAY.minusDays(1)).save();
        show(
                "/terminations?queue=OVERDUE",
                "spo-nw",
                allOf(containsString("X000001"), containsString("govuk-tag--red\">Overdue")));
    }

    @Test
    void theOverdueComeFirstAndWhatStandsStillIsSaid() throws Exception {
        long late = some.endingCase(TODAY.minusDays(1));
        long alone = some.endingCase(TODAY.minusDays(2));
        dueTerminations.startAll();
        given.allTerminations().overdue(TODAY).state("EVIDENCE").save();
        given.theTerminationOf(late).overdue(TODAY.minusDays(1)).save();
        given.theServiceGoingOn(alone, "TERMINATIONS").until(TODAY).save();
        String page = http.perform(get("/terminations").with(colleague("case-admin-nw")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Stopped (1)",
                        "Overdue (1)",
                        "Showing 1 to 3 of 3",
                        "No unit does terminations for this case.");
        assertThat(page.indexOf(some.crn(late)))
                .isLessThan(page.indexOf(some.crn(alone)))
                .isLessThan(page.indexOf(some.crn(caseId)));
        show(
                "/terminations?queue=STILL",
                "case-admin-nw",
                allOf(containsString(some.crn(alone)), not(containsString(some.crn(late)))));
        given.theServices(alone).goesOn().save();
        show("/terminations?queue=STILL", "case-admin-nw", containsString("No termination is in this queue."));
        given.allTerminations().state("COLLECTING").save();
        given.theTerminationOf(late).started(MORNING.minus(Duration.ofHours(2))).save();
        show(
                "/terminations?queue=STILL",
                "case-admin-nw",
                allOf(containsString(some.crn(late)), containsString("It should have gone on automatically.")));
    }

    @Test
    void terminationsAreNarrowedToADeliveryUnit() throws Exception {
        String pdu = jdbc.sql("SELECT pdu_name FROM probation_case WHERE id = ?")
                .param(caseId)
                .query(String.class)
                .single();
        http.perform(get("/terminations").param("pdu", pdu).with(colleague("case-admin-nw")))
                .andExpect(content().string(containsString("X000001")));
        http.perform(get("/terminations").param("pdu", "Elsewhere").with(colleague("case-admin-nw")))
                .andExpect(content().string(allOf(not(containsString("X000001")), containsString("All open (0)"))));
    }

    @Test
    void itIsForThoseOfTheRegionAndOfTheUnitThatDoesIt() throws Exception {
        show("/terminations", "case-admin-gm", not(containsString("X000001")));
        http.perform(get("/terminations/" + id).with(colleague("case-admin-gm")))
                .andExpect(status().isForbidden());
        some.heldBy(caseId, "PSC_LIVERPOOL");
        show("/terminations", "case-admin-liverpool", containsString("X000001"));
        show("/terminations/" + id, "case-admin-liverpool", containsString("PSC Liverpool"));
        http.perform(get("/terminations").with(colleague("appeal-chair"))).andExpect(status().isForbidden());
        http.perform(get("/terminations/4711").with(colleague("case-admin-nw"))).andExpect(status().isNotFound());
        show("/cases", "case-admin-nw", containsString("href=\"/terminations\""));
        show("/messages", "hr-nw", not(containsString("href=\"/terminations\"")));
    }

    @Test
    void ofALimitedAccessCaseOnlyTheCrnIsShown() throws Exception {
        some.component(caseId, "WARRANT", "W1", LocalDate.of(2021, 5, 3));
        decide(Eligibility.BLOCK);
        given.theCase(caseId).limitedAccess().save();
        for (String reader : List.of("case-admin-nw", "psc-service-owner")) {
            show(
                    "/terminations",
                    reader,
                    allOf(
                            containsString("CRN X000001"),
                            containsString("Limited access"),
                            not(containsString("event 1")),
                            not(containsString("Warrant")),
                            not(containsString("/terminations/" + id))));
            show(
                    "/terminations?queue=BLOCKED",
                    reader,
                    allOf(containsString("Blocked (0)"), not(containsString("X000001"))));
            http.perform(get("/terminations/" + id).with(colleague(reader))).andExpect(status().isForbidden());
        }
        telling.lateness(id);
        assertThat(jdbc.sql("SELECT DISTINCT subject FROM notification")
                        .query(String.class)
                        .list())
                .containsExactly("There is news about CRN X000001");
        api("/api/terminations", "case-admin-nw")
                .andExpect(jsonPath("$[0].crn").value("X000001"))
                .andExpect(jsonPath("$[0].state").isEmpty())
                .andExpect(content().string(not(containsString("Warrant"))));
        given.access(caseId, "case-admin-nw");
        show("/terminations?queue=BLOCKED", "case-admin-nw", containsString("Warrant W1"));
        show("/terminations/" + id, "case-admin-nw", containsString("This is a limited-access case"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'TERMINATION_VIEWED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void outcomesAreGivenOnThePage() throws Exception {
        show("/terminations/" + id, "case-admin-nw", not(containsString("Save the outcomes")));
        decide(Eligibility.COMPLETE);
        show(
                "/terminations/" + id,
                "case-admin-nw",
                allOf(
                        containsString("Requirement Q1: Alcohol treatment"),
                        containsString("The event as a whole"),
                        containsString("Save the outcomes")));
        show(
                "/terminations/" + id,
                "practitioner-nw",
                allOf(containsString("No outcome yet"), not(containsString("Save the outcomes"))));
        give("practitioner-nw", "COMPLETED").andExpect(status().isForbidden());
        give("case-admin-nw", "NONSENSE")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("There is a problem"), containsString("is not an outcome"))));
        give("case-admin-nw", "COMPLETED_EARLY")
                .andExpect(redirectedUrl("/terminations/" + id))
                .andExpect(flash().attributeExists("notice"));
        show(
                "/terminations/" + id,
                "case-admin-nw",
                allOf(
                        containsString("<option value=\"COMPLETED_EARLY\" selected=\"selected\">"),
                        containsString("Outcomes recorded by case-admin-nw")));
    }

    @Test
    void aCaseIsReopenedOnThePageWithAReason() throws Exception {
        end();
        show("/terminations?queue=CLOSED", "spo-nw", containsString("Terminated"));
        show("/terminations/" + id, "practitioner-nw", not(containsString("Reopen the case")));
        show(
                "/terminations/" + id,
                "spo-nw",
                allOf(
                        containsString("Reopen the case"),
                        containsString("Requirement Q1: Completed"),
                        containsString("Notice that an order has ended")));
        reopen("practitioner-nw", "x").andExpect(status().isForbidden());
        reopen("spo-nw", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#reason\""), containsString("Enter why the case is reopened"))));
        reopen("spo-nw", "The order was another").andExpect(redirectedUrl("/terminations/" + id));
        show(
                "/terminations/" + id,
                "case-admin-nw",
                allOf(
                        containsString("Reopened by spo-nw"),
                        containsString("The order was another"),
                        containsString("open again"),
                        not(containsString("Why is it reopened?"))));
    }

    @Test
    void theApiListsTellsAndReopens() throws Exception {
        api("/api/terminations?state=DUE&region=NW", "case-admin-nw")
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].state").value("COLLECTING"))
                .andExpect(jsonPath("$[0].dueOn").value(TODAY.toString()));
        api("/api/terminations?state=BLOCKED", "case-admin-nw").andExpect(jsonPath("$", hasSize(0)));
        http.perform(get("/api/terminations?state=NONSENSE").with(by("case-admin-nw")))
                .andExpect(status().isBadRequest());

        tell("X000001", "{\"type\":\"DIED\",\"occurredOn\":\"%s\"}", "hr-nw").andExpect(status().isForbidden());
        tell("X000001", "{\"type\":\"MARRIED\",\"occurredOn\":\"%s\"}", "case-admin-nw")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("'MARRIED' is not an event")));
        tell("X999999", "{\"type\":\"DIED\",\"occurredOn\":\"%s\"}", "case-admin-nw")
                .andExpect(status().isNotFound());
        tell("X000001", "{\"type\":\"RECALLED\",\"occurredOn\":\"%s\"}", "case-admin-nw")
                .andExpect(status().isUnprocessableEntity());
        tell("X000001", "{\"type\":\"REVOKED\",\"occurredOn\":\"%s\"}", "case-admin-nw")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.news").value(true));
        tell("X000001", "{\"type\":\"REVOKED\",\"occurredOn\":\"%s\"}", "case-admin-nw")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.news").value(false));

        http.perform(post("/api/terminations/X000001/1/reopen")
                        .with(by("spo-nw"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/api/terminations/X000001/1/reopen")
                        .with(by("spo-nw"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Another order\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.terminationId").value(id));
    }

    @Test
    void whatTheCourtDidIsNotedByWhoManagesTheSentence() throws Exception {
        some.order(caseId, "SESSIONS", 3000);
        decide(Eligibility.EXTEND);
        String page = "/terminations/" + id + "/court";
        show(page, "practitioner-nw", containsString("When did you apply?"));
        http.perform(post(page)
                        .with(colleague("practitioner-nw"))
                        .with(csrf())
                        .param("applied.day", "31")
                        .param("applied.month", "2")
                        .param("applied.year", "2026"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the day on which you applied")));
        http.perform(post(page)
                        .with(colleague("case-admin-nw"))
                        .with(csrf())
                        .param("applied.day", "1")
                        .param("applied.month", "1")
                        .param("applied.year", "2026"))
                .andExpect(status().isForbidden());
        http.perform(post(page)
                        .with(colleague("practitioner-nw"))
                        .with(csrf())
                        .param("applied.day", "" + TODAY.getDayOfMonth())
                        .param("applied.month", "" + TODAY.getMonthValue())
                        .param("applied.year", "" + TODAY.getYear()))
                .andExpect(status().is3xxRedirection());
        show("/terminations/" + id, "practitioner-nw", containsString("Applied on"));
    }

    private void decide(Eligibility eligibility) {
        collecting.collect(id, 1);
        assertThat(collecting.decide(id)).isEqualTo(eligibility);
    }

    private void end() throws Exception {
        decide(Eligibility.COMPLETE);
        give("case-admin-nw", "COMPLETED");
        evidence.complete(id, true, SomeAnswers.of(1, "case-admin-nw"));
        reviewing.review(id, "AGREE", SomeAnswers.of(2, "practitioner-nw"));
        assertThat(endingComponents.end(id)).isTrue();
        ending.endEvent(id);
        ending.closeAppointments(id);
        telling.ended(id);
        ending.recalculateWorkload(id);
    }

    private ResultActions give(String by, String outcome) throws Exception {
        return http.perform(post("/terminations/" + id + "/outcomes")
                .with(colleague(by))
                .with(csrf())
                .param("outcome-REQUIREMENT-Q1", outcome)
                .param("outcome-EVENT-1", outcome));
    }

    private ResultActions reopen(String by, String reason) throws Exception {
        return confirmed(
                http,
                post("/terminations/" + id + "/reopen")
                        .with(colleague(by))
                        .with(csrf())
                        .param("reason", reason));
    }

    private ResultActions tell(String crn, String event, String by) throws Exception {
        return http.perform(post("/api/terminations/" + crn + "/1/events")
                .with(by(by))
                .contentType(MediaType.APPLICATION_JSON)
                .content(event.formatted(TODAY)));
    }

    private ResultActions api(String path, String by) throws Exception {
        return http.perform(get(path).with(by(by))).andExpect(status().isOk());
    }

    private void show(String page, String reader, Matcher<String> shows) throws Exception {
        http.perform(get(page).with(colleague(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(shows));
    }
}

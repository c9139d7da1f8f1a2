package uk.gov.justice.probation.devolution.unpaidwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Three people are expected at Riverside yesterday. */
@ConsoleTest
class RegisterPageTest {
    private static final RequestPostProcessor SUPERVISOR = colleague("upw-supervisor-nw");
    private static final String REGISTER = "/upw/projects/NWP1/register";
    private static final String OF_YESTERDAY = REGISTER + "?day=" + YESTERDAY;

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private SomeSessions some;
    private long ann;
    private long ben;
    private long cat;

    @BeforeEach
    void threePeopleAreExpected() {
        some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        ann = expected();
        ben = expected();
        cat = expected();
    }

    private long expected() {
        return some.session(some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY), "NWP1", YESTERDAY);
    }

    @Test
    void everybodyWhoIsExpectedStandsOnTheRegister() throws Exception {
        assertThat(page(get("/upw/projects/NWP1"), 200)).contains(REGISTER).doesNotContain("Pick-up");
        given.theProject("NWP1").pickUp("Bootle station", LocalTime.of(8, 15)).save();
        assertThat(page(get("/upw/projects/NWP1"), 200)).contains("Pick-up", "08:15, Bootle station");
        assertThat(page(get(OF_YESTERDAY), 200))
                .contains(
                        "3 people are expected; 0 have an outcome.",
                        "CRN X000001",
                        "CRN X000002",
                        "CRN X000003",
                        "Everybody else complied",
                        "09:00 to 16:00");
        assertThat(page(get(REGISTER), 200)).contains("Nobody is expected on this day");
    }

    @Test
    void whoComesTomorrowCanOnlyBeAbsentBeforehand() throws Exception {
        some.session(order(ann), "NWP1", TODAY.plusDays(1));
        assertThat(page(get(REGISTER + "?day=" + TODAY.plusDays(1)), 200))
                .contains("Before the day, you can only record", "1 person is expected")
                .doesNotContain("Everybody else complied");
    }

    @Test
    void ofALimitedAccessCaseTheCrnAloneIsShownToWhoHasNoAccess() throws Exception {
        some.limited(order(ann));
        String page = page(get(OF_YESTERDAY), 200);
        assertThat(page)
                .contains("3 people are expected", "X000001", "Limited access: somebody with access records it")
                .doesNotContain("person-" + ann, "outcomeCode-" + ann);
        save(ann, "ATTC", "everybody", "true").andExpect(status().isUnprocessableEntity());
        assertThat(outcome(ann)).isNull();
        some.granted(order(ann), "upw-supervisor-nw");
        assertThat(page(get(OF_YESTERDAY), 200)).contains("outcomeCode-" + ann);
    }

    @Test
    void everybodyCompliedButWhoeverSomethingElseIsEnteredFor() throws Exception {
        MockHttpServletRequestBuilder entered = entered(ann, "");
        add(entered, ben, "UACP");
        add(entered, cat, "");
        http.perform(entered.param("everybody", "true").with(SUPERVISOR).with(csrf()))
                .andExpect(redirectedUrl(OF_YESTERDAY))
                .andExpect(flash().attribute("notice", "3 outcomes are recorded."));
        assertThat(List.of(outcome(ann), outcome(ben), outcome(cat))).containsExactly("ATTC", "UACP", "ATTC");
        assertThat(page(get(OF_YESTERDAY), 200))
                .contains("3 have an outcome", "Everybody you can record has an outcome", "/upw/sessions/" + ben)
                .doesNotContain("Save everything entered");
    }

    @Test
    void eachPersonIsKeptOrRefusedByThemselvesWithTheReason() throws Exception {
        given.theSession(cat)
                .recorded("ATTC")
                .recordedBy("somebody-else")
                .version(2)
                .save();
        MockHttpServletRequestBuilder entered = entered(ann, "ATTC");
        add(entered, ben, "ATTC");
        entered.param("penaltyMinutes-" + ben, "999");
        add(entered, cat, "UACP");
        String page = page(entered, 422);
        assertThat(page)
                .contains(
                        "<title>Error: ",
                        "1 outcome is recorded.",
                        "href=\"#penaltyMinutes-%d\"".formatted(ben),
                        "CRN X000002: The minutes taken off must be at most the 420 minutes from start to end",
                        "href=\"#person-%d\"".formatted(cat),
                        "CRN X000003: The outcome of the session of",
                        "recorded by somebody-else");
        assertThat(outcome(ann)).isEqualTo("ATTC");
        assertThat(outcome(ben)).isNull();
        assertThat(outcome(cat)).isEqualTo("ATTC");
    }

    @Test
    void whatIsEnteredForOthersStaysWhenOneIsSaved() throws Exception {
        MockHttpServletRequestBuilder entered = entered(ann, "ATTC");
        add(entered, ben, "AAME");
        entered.param("notes-" + ben, "Rang in the morning");
        String page = page(entered.param("only", "" + ann), 200);
        assertThat(page)
                .contains("1 outcome is recorded.", "Rang in the morning", "value=\"AAME\" selected")
                .doesNotContain("<title>Error");
        assertThat(outcome(ben)).isNull();
    }

    @Test
    void aNoteEnteredForSomebodyElseStaysThoughTheirOutcomeIsNotChosen() throws Exception {
        MockHttpServletRequestBuilder entered = entered(ann, "ATTC");
        add(entered, ben, "");
        entered.param("notes-" + ben, "Rang in the morning");
        assertThat(page(entered.param("only", "" + ann), 200))
                .contains("1 outcome is recorded.", "Rang in the morning");
    }

    @Test
    void aDayIsCancelledForAllWhomOneCanSeeAndTheOthersAreNamed() throws Exception {
        for (int n = 3; n < 62; n++) expected();
        some.limited(order(cat));
        String page = page(get(OF_YESTERDAY), 200);
        assertThat(page).contains("1 more is expected that you cannot see. Somebody with access cancels for them.");
        assertThat(page.split("name=\"session\"", -1))
                .as("the first sixty to record, all to cancel")
                .hasSize(60 + 61 + 1);
        http.perform(post(REGISTER + "/cancellation")
                        .param("session", "" + ann)
                        .param("session", "" + cat)
                        .param("reason", "WEATHER")
                        .with(SUPERVISOR)
                        .with(csrf()))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        "The day is cancelled for 1 person. Their time is planned again, and a letter to each of them has to be posted. 1 more is expected that you cannot see. Somebody with access cancels for them."));
        assertThat(outcome(cat)).isNull();
    }

    @Test
    void aDayThatDoesNotTakePlaceIsPlannedAgainForEverybodyAndALetterTellsThem() throws Exception {
        MockHttpServletRequestBuilder everybody = post(REGISTER + "/cancellation")
                .param("session", "" + ann)
                .param("session", "" + ben)
                .param("session", "" + cat);
        assertThat(page(everybody, 422)).contains("Error: Register", "Choose why the day is cancelled");
        assertThat(outcome(ann)).isNull();
        given.theSession(cat)
                .recorded("ATTC")
                .recordedBy("somebody-else")
                .version(2)
                .save();
        http.perform(everybody.param("reason", "WEATHER").with(SUPERVISOR).with(csrf()))
                .andExpect(redirectedUrl(OF_YESTERDAY))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        "The day is cancelled for 2 people. Their time is planned again, and a letter to each of them has to be posted."));
        assertThat(List.of(outcome(ann), outcome(ben), outcome(cat))).containsExactly("RSSR", "RSSR", "ATTC");
        assertThat(jdbc.sql("SELECT template FROM case_letter ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("SESSION_CANCELLED", "SESSION_CANCELLED");
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT order_id) FROM upw_session WHERE state = 'PLANNED' AND on_date > ?")
                        .param(TODAY)
                        .query(Integer.class)
                        .single())
                .as("planned again")
                .isEqualTo(2);
    }

    @Test
    void whoeverCameUnexpectedlyIsPutOnTheRegister() throws Exception {
        long order = some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        assertThat(page(get(OF_YESTERDAY), 200)).contains("Somebody came who was not expected");
        assertThat(page(came("X999999"), 422)).contains("Error: Register", "You work on no case with CRN X999999.");
        assertThat(page(came(""), 422)).contains("Enter the CRN of whoever came");
        assertThat(page(came("X000001"), 422)).contains("CRN X000001 is already on the register of that day.");
        http.perform(came(" x000004 ").with(SUPERVISOR).with(csrf()))
                .andExpect(redirectedUrl(OF_YESTERDAY))
                .andExpect(flash().attribute("notice", "CRN X000004 is on the register: record the outcome now."));
        assertThat(page(get(OF_YESTERDAY), 200)).contains("4 people are expected", "CRN X000004");
        assertThat(page(came("X000004"), 422)).contains("already on the register of that day");
        assertThat(jdbc.sql("SELECT on_register FROM upw_session WHERE order_id = ? AND on_date = ?")
                        .params(order, YESTERDAY)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoeverHasNoWorkOrWasElsewhereIsNotPutOnTheRegister() throws Exception {
        some.project("NWP2", "PL", "MON TUE WED THU FRI SAT SUN", null);
        some.session(some.order("NWP2", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY), "NWP2", YESTERDAY);
        some.order("NWP1", 2400, 2400, YESTERDAY.minusMonths(2), YESTERDAY);
        some.limited(some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY));
        assertThat(page(came("X000004"), 422)).contains("has a session on another project at those hours");
        assertThat(page(came("X000005"), 422)).contains("has no unpaid work that is being worked");
        assertThat(page(came("X000006"), 422)).doesNotContain("CRN X000006 is on the register");
    }

    @Test
    void whoeverMayNotSeeACaseIsToldTheSameAsOfOneThatDoesNotExist() throws Exception {
        long limited = some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        some.limited(limited);
        long elsewhere = some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        given.theCaseOf(elsewhere).inRegion("GM").save();
        given.theServices(some.caseOf(elsewhere)).unit("REGION_GM").save();
        for (String crn : List.of("X000004", "X000005", "X999999"))
            assertThat(page(came(crn), 422))
                    .contains("You work on no case with CRN %s. Check it, or ask somebody who works on the case to add"
                            .formatted(crn))
                    .doesNotContain("limited-access", "region GM", "Greater Manchester");
    }

    @Test
    void aCancelledDayIsOpenedAgainWhileItIsToCome() throws Exception {
        String tomorrow = REGISTER + "?day=" + TODAY.plusDays(1);
        long planned = some.session(order(ann), "NWP1", TODAY.plusDays(1));
        http.perform(post(REGISTER + "/cancellation")
                .param("session", "" + planned)
                .param("reason", "WEATHER")
                .with(SUPERVISOR)
                .with(csrf()));
        assertThat(page(get(tomorrow), 200)).contains("This day is cancelled", "Open the day again");

        http.perform(post(REGISTER + "/opening")
                        .param("day", "" + TODAY.plusDays(1))
                        .with(SUPERVISOR)
                        .with(csrf()))
                .andExpect(redirectedUrl(tomorrow));

        assertThat(page(get(tomorrow), 200)).doesNotContain("This day is cancelled");
        assertThat(page(post(REGISTER + "/opening").param("day", "" + TODAY.plusDays(1)), 422))
                .contains("is not cancelled");
        assertThat(page(post(REGISTER + "/opening").param("day", "" + TODAY), 422))
                .contains("Only a day that is still to come can be opened again");
    }

    private static MockHttpServletRequestBuilder came(String crn) {
        return post(REGISTER + "/unexpected").param("crn", crn).param("day", "" + YESTERDAY);
    }

    @Test
    void nothingEnteredIsSaid() throws Exception {
        assertThat(page(entered(ann, ""), 422)).contains("Nothing was saved: choose the outcome");
        assertThat(page(entered(ann, "").param("only", "" + ann), 422)).contains("CRN X000001: Choose the outcome");
    }

    @Test
    void aGroupThatIsLargerThanARequestIsSavedInTurns() throws Exception {
        for (int n = 3; n < 62; n++) expected();
        assertThat(page(get(OF_YESTERDAY), 200))
                .contains("62 people are expected", "60 people are shown. 2 more follow once these are saved.");
    }

    @Test
    void aDayThatCannotBeIsSaidBesideItsField() throws Exception {
        assertThat(page(get(REGISTER).param("day", "0001-01-01"), 200)).contains("Error: Register", "href=\"#day\"");
    }

    @Test
    void whoeverWorksElsewhereSeesAndSavesNothing() throws Exception {
        RequestPostProcessor elsewhere = colleague("upw-supervisor-gm");
        http.perform(get(OF_YESTERDAY).with(elsewhere)).andExpect(status().isForbidden());
        http.perform(entered(ann, "ATTC").with(elsewhere).with(csrf())).andExpect(status().isForbidden());
        assertThat(outcome(ann)).isNull();
    }

    private MockHttpServletRequestBuilder entered(long session, String outcome) {
        MockHttpServletRequestBuilder entered = post(REGISTER);
        add(entered, session, outcome);
        return entered;
    }

    private static void add(MockHttpServletRequestBuilder entered, long session, String outcome) {
        entered.param("session", "" + session)
                .param("version-" + session, "1")
                .param("outcomeCode-" + session, outcome)
                .param("workedFrom-" + session, "09:00")
                .param("workedUntil-" + session, "16:00");
    }

    private ResultActions save(long session, String outcome, String name, String value) throws Exception {
        return http.perform(
                entered(session, outcome).param(name, value).with(SUPERVISOR).with(csrf()));
    }

    private String page(MockHttpServletRequestBuilder asked, int answered) throws Exception {
        return http.perform(asked.with(SUPERVISOR).with(csrf()))
                .andExpect(status().is(answered))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long order(long session) {
        return jdbc.sql("SELECT order_id FROM upw_session WHERE id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    private String outcome(long session) {
        return jdbc.sql("SELECT COALESCE(outcome_code, '') FROM upw_session WHERE id = ?")
                .param(session)
                .query(String.class)
                .single()
                .transform(code -> code.isEmpty() ? null : code);
    }
}

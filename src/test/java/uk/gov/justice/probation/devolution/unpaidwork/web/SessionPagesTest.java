package uk.gov.justice.probation.devolution.unpaidwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalTime;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class SessionPagesTest {
    private static final String NOTES = "Planted: hurt their back";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    OpeningEnforcements opening;

    private SomeSessions some;
    private long order;
    private long session;

    @BeforeEach
    void aSessionThatIsOver() {
        some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        order = some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        session = some.session(order, "NWP1", YESTERDAY);
    }

    @Test
    void aDayThatCannotBeIsSaidBesideItsField() throws Exception {
        http.perform(get("/upw/sessions").param("day", "0001-01-01").with(colleague("upw-supervisor-nw")))
                .andExpect(content().string(allOf(containsString("Error: Sessions"), containsString("href=\"#day"))));
    }

    @Test
    void aSupervisorSeesWhatWaitsAndRecordsWhatBecameOfIt() throws Exception {
        show(
                "/upw/sessions",
                "upw-supervisor-nw",
                allOf(
                        containsString("X000001"),
                        containsString("Project NWP1"),
                        containsString("09:00 to 16:00"),
                        containsString("/upw/sessions/" + session)));
        show(
                "/upw/sessions/" + session,
                "upw-supervisor-nw",
                allOf(
                        containsString("Record the outcome"),
                        containsString("Acceptable absence: medical (AAME)"),
                        containsString("Absent: unacceptable (UACP), a failure")));
        record("upw-supervisor-nw", "ATTC", "1").andExpect(redirectedUrl("/upw/sessions/" + session));
        show(
                "/upw/sessions/" + session,
                "upw-supervisor-nw",
                allOf(
                        containsString("Attended: complied (ATTC)"),
                        containsString("by upw-supervisor-nw"),
                        containsString(NOTES),
                        not(containsString("Record the outcome"))));
        show("/upw/sessions", "upw-supervisor-nw", containsString("Every session of your region has an outcome"));
        show(
                "/upw/sessions?project=NWP1&day=" + YESTERDAY,
                "upw-supervisor-nw",
                allOf(containsString("X000001"), containsString("Outcome recorded")));
    }

    @Test
    void aSupervisorSeesWhatComesTomorrowAndToday() throws Exception {
        long tomorrow = some.session(order, "NWP1", TODAY.plusDays(1));
        show(
                "/upw/sessions?when=tomorrow",
                "upw-supervisor-nw",
                allOf(
                        containsString("Tomorrow (1)"),
                        containsString("Today (0)"),
                        containsString("Without an outcome (1)"),
                        containsString("Showing 1 to 1 of 1"),
                        containsString("/upw/sessions/" + tomorrow),
                        not(containsString("/upw/sessions/" + session + "\""))));
        show(
                "/upw/sessions?when=tomorrow&project=NWP9",
                "upw-supervisor-nw",
                containsString("There is no session that you can see."));
        given.theCaseOf(order).limitedAccess().save();
        show(
                "/upw/sessions?when=tomorrow",
                "upw-supervisor-nw",
                allOf(
                        not(containsString("X000001")),
                        containsString("1 more of limited-access cases that you cannot see.")));
        show(
                "/upw/sessions",
                "upw-supervisor-nw",
                allOf(containsString("X000001"), not(containsString("Project NWP1"))));
    }

    @Test
    void aListOfSessionsDoesNotEndSilently() throws Exception {
        for (int day = 2; day <= 60; day++) some.session(order, "NWP1", TODAY.minusDays(day));
        show(
                "/upw/sessions",
                "upw-supervisor-nw",
                allOf(
                        containsString("Showing 1 to 50 of 60"),
                        containsString("/upw/sessions?when=waiting&amp;page=2"),
                        containsString("Download as CSV")));
        show(
                "/upw/sessions?page=2",
                "upw-supervisor-nw",
                allOf(containsString("Showing 51 to 60 of 60"), containsString("/upw/sessions/" + session + "\"")));
    }

    @Test
    void aSupervisorsOwnProjectsComeFirstAndEachShowsItsSessions() throws Exception {
        some.project("NWP2", "PL", "MON", null);
        long other = some.order("NWP2", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        long waiting = some.session(other, "NWP2", YESTERDAY);
        some.session(other, "NWP2", TODAY.plusDays(1));
        show(
                "/upw/projects",
                "upw-supervisor-nw",
                allOf(
                        containsString("Showing 1 to 2 of 2"),
                        containsString("1, since"),
                        not(containsString(">Yours<"))));
        record("upw-supervisor-nw", "ATTC", "1");
        String page = http.perform(get("/upw/projects").with(colleague("upw-supervisor-nw")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(">Yours<");
        assertThat(page.indexOf("Project NWP1")).isLessThan(page.indexOf("Project NWP2"));
        show(
                "/upw/projects/NWP2",
                "upw-supervisor-nw",
                allOf(
                        containsString("Without an outcome: 1"),
                        containsString("Today: 0"),
                        containsString("Tomorrow: 1"),
                        containsString("/upw/sessions/" + waiting),
                        containsString("/upw/orders?project=NWP2")));
        given.theCaseOf(other).limitedAccess().save();
        show(
                "/upw/projects/NWP2",
                "upw-supervisor-nw",
                allOf(
                        containsString("Tomorrow: 1"),
                        containsString("1 of limited-access cases that you cannot see."),
                        not(containsString("/upw/sessions/" + waiting + "\""))));
        http.perform(get("/upw/projects/NWP2").with(colleague("upw-supervisor-gm")))
                .andExpect(status().isForbidden());
        http.perform(get("/upw/projects/NWP9").with(colleague("upw-supervisor-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void anOutcomeEnteredWronglyIsCorrectedAndShowsWhatItWas() throws Exception {
        record("upw-supervisor-nw", "ATTC", "1");
        settling.credit(session);
        show(
                "/upw/sessions/" + session,
                "upw-supervisor-nw",
                allOf(
                        containsString("Correct the outcome"),
                        containsString("The previous outcome is kept"),
                        containsString("420 minutes")));
        show("/upw/sessions/" + session, "placement-coordinator-nw", not(containsString("Correct the outcome")));
        correct("case-admin-nw", "3").andExpect(redirectedUrl("/upw/sessions/" + session));
        show(
                "/upw/sessions/" + session,
                "upw-supervisor-nw",
                allOf(
                        containsString("390 minutes"),
                        containsString("Before: Attended: complied (ATTC), 420 minutes, recorded by upw-supervisor-nw"),
                        containsString(NOTES)));
        correct("case-admin-nw", "3")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nothing you entered was saved")));
        correct("placement-coordinator-nw", "4").andExpect(status().isForbidden());
    }

    @Test
    void anOutcomeThatCompletedTheHoursIsCorrectedUntilTheCourtIsTold() throws Exception {
        record("upw-supervisor-nw", "ATTC", "1");
        settling.credit(session);
        given.theOrder(order).credited(2400).state("COMPLETE").save();
        show(
                "/upw/sessions/" + session,
                "case-admin-nw",
                allOf(
                        containsString("Correct the outcome"),
                        containsString("The hours of the order are complete. If fewer count now, the order goes on")));

        given.theCaseOf(order).ended(TODAY).save();
        show(
                "/upw/sessions/" + session,
                "case-admin-nw",
                allOf(
                        containsString("The court has been told that the order ended."),
                        not(containsString("Correct the outcome"))));
        correct("case-admin-nw", "3")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ask case administration to reopen the case")));
    }

    @Test
    void whoComesSecondReadsWhoWasFirst() throws Exception {
        record("upw-supervisor-nw", "ATTC", "1");
        record("case-admin-nw", "UACP", "1")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("was recorded by upw-supervisor-nw on"),
                                containsString("nothing is counted twice"))));
        assertThat(jdbc.sql("SELECT outcome_code FROM upw_session")
                        .query(String.class)
                        .single())
                .isEqualTo("ATTC");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        http.perform(form("upw-supervisor-nw", "")
                        .param("workedFrom", "nine")
                        .param("workedUntil", "16:00")
                        .param("penaltyMinutes", "some")
                        .param("version", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Error: Session"),
                                containsString("Choose the outcome"),
                                containsString("href=\"#workedFrom\""),
                                containsString("href=\"#penaltyMinutes\""))));
        http.perform(form("upw-supervisor-nw", "ATTC")
                        .param("workedFrom", "16:00")
                        .param("workedUntil", "09:00")
                        .param("penaltyMinutes", "0")
                        .param("notes", NOTES)
                        .param("version", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Worked until must be after the start"), containsString(NOTES))));
    }

    @Test
    void aSessionLastsUntilMidnightOrOnIntoTheNextDay() throws Exception {
        http.perform(form("upw-supervisor-nw", "ATTC")
                        .param("workedFrom", "18:00")
                        .param("workedUntil", "24:00")
                        .param("version", "1"))
                .andExpect(status().is3xxRedirection());
        show("/upw/sessions/" + session, "upw-supervisor-nw", containsString("18:00 to midnight"));
        given.theSession(session)
                .state("PLANNED")
                .between(LocalTime.of(18, 0), LocalTime.MIDNIGHT)
                .save();
        show("/upw/sessions/" + session, "upw-supervisor-nw", containsString("value=\"24:00\""));
        String reference = jdbc.sql("SELECT session_reference FROM upw_session")
                .query(String.class)
                .single();
        call(
                        "upw-supervisor-nw",
                        "{\"sessionReference\": \"%s\", \"outcomeCode\": \"ATTC\", \"startTime\": \"22:00\", \"endTime\": \"24:00\", \"version\": 2}"
                                .formatted(reference))
                .andExpect(status().isOk());
        call(
                        "upw-supervisor-nw",
                        "{\"sessionReference\": \"%s\", \"outcomeCode\": \"ATTC\", \"startTime\": \"24:00\", \"version\": 3}"
                                .formatted(reference))
                .andExpect(status().isBadRequest());
    }

    @Test
    void notesOnceSensitiveStaySoAndOtherSupervisorsDoNotReadThem() throws Exception {
        record("upw-supervisor-nw", "ATTC", "1");
        http.perform(post("/upw/sessions/" + session + "/notes")
                        .with(colleague("upw-supervisor-nw"))
                        .with(csrf())
                        .param("text", "Planted: private")
                        .param("markedSensitive", "true")
                        .param("version", "2"))
                .andExpect(redirectedUrl("/upw/sessions/" + session));
        http.perform(post("/upw/sessions/" + session + "/notes")
                        .with(colleague("upw-supervisor-nw"))
                        .with(csrf())
                        .param("text", "Planted: open")
                        .param("version", "3"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("once marked sensitive stays so")));
        show(
                "/upw/sessions/" + session,
                "case-admin-nw",
                allOf(not(containsString("Planted")), containsString("read by the people who manage the sentence")));
        show("/upw/sessions/" + session, "spo-nw", containsString("Planted: private"));
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'SESSION_NOTES_VIEWED' AND actor = 'spo-nw'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void othersSeeNothing() throws Exception {
        http.perform(get("/upw/sessions/" + session).with(colleague("upw-supervisor-em")))
                .andExpect(status().isForbidden());
        show("/upw/sessions", "upw-supervisor-em", not(containsString("X000001")));
        show("/upw/sessions/" + session, "placement-coordinator-nw", not(containsString("Record the outcome")));
        record("placement-coordinator-nw", "ATTC", "1").andExpect(status().isForbidden());
        http.perform(get("/upw/sessions/4711").with(colleague("upw-supervisor-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void ofALimitedCaseAListTellsTheCrnAlone() throws Exception {
        new SomeStaff(jdbc).add("P0001", "NW", null);
        some.limited(order);
        show(
                "/upw/sessions",
                "upw-supervisor-nw",
                allOf(
                        containsString("X000001"),
                        not(containsString("Project NWP1")),
                        not(containsString("/upw/sessions/" + session))));
        show("/upw/sessions?project=NWP1&day=" + YESTERDAY, "upw-supervisor-nw", not(containsString("X000001")));
        http.perform(get("/upw/sessions/" + session).with(colleague("upw-supervisor-nw")))
                .andExpect(status().isForbidden());
        show("/upw/sessions/" + session, "P0001", containsString("access is limited"));
    }

    @Test
    void thePractitionerJudgesTheReasonOnTheEnforcementsPage() throws Exception {
        long enforcement = failed();
        String page = "/upw/enforcements/" + enforcement;
        show("/upw/sessions/" + session, "upw-supervisor-nw", containsString(page));
        show(
                page,
                "upw-supervisor-nw",
                allOf(containsString("Waiting for evidence"), not(containsString("Write the reason"))));
        show(
                page,
                "practitioner-nw",
                allOf(containsString("Write the reason"), containsString("1 in the twelve months up to it")));
        judge(enforcement, "practitioner-nw", "ACCEPTED", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Write the reason.")));
        judge(enforcement, "upw-supervisor-nw", "ACCEPTED", "x").andExpect(status().isForbidden());
        judge(enforcement, "practitioner-nw", "ACCEPTED", "Planted: hospital").andExpect(redirectedUrl(page));
        show(
                page,
                "practitioner-nw",
                allOf(
                        containsString("Accepted, by practitioner-nw"),
                        containsString("Planted: hospital"),
                        containsString("0 in the twelve months")));
        show(page, "upw-supervisor-nw", not(containsString("Planted")));
        judge(enforcement, "practitioner-nw", "REJECTED", "Other")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("has already been accepted")));
        http.perform(get(page).with(colleague("practitioner-em"))).andExpect(status().isForbidden());
        http.perform(get("/upw/enforcements/4711").with(colleague("practitioner-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theApiTakesAnOutcomeOnceAndTellsTheSecondWhoWasFirst() throws Exception {
        String reference = jdbc.sql("SELECT session_reference FROM upw_session")
                .query(String.class)
                .single();
        String outcome = """
        {"sessionReference": "%s", "outcomeCode": "ATTC", "startTime": "09:00", "endTime": "16:00", "penaltyMinutes": 30, "quality": "GOOD", "behaviour": "GOOD", "notes": "%s", "version": 1}
        """.formatted(reference, NOTES);
        call("upw-supervisor-nw", outcome)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RECORDED"))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.recordedBy").value("upw-supervisor-nw"))
                .andExpect(content().string(not(containsString("Planted"))));
        call("case-admin-nw", outcome)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("was recorded by upw-supervisor-nw on")));
        call("upw-supervisor-em", outcome).andExpect(status().isForbidden());
        call("upw-supervisor-nw", outcome.replace(reference, "NONE")).andExpect(status().isNotFound());
    }

    @Test
    void theApiNamesEveryBrokenRule() throws Exception {
        String reference = jdbc.sql("SELECT session_reference FROM upw_session")
                .query(String.class)
                .single();
        call(
                        "upw-supervisor-nw",
                        "{\"sessionReference\": \"%s\", \"outcomeCode\": \"ATTC\", \"penaltyMinutes\": 421, \"quality\": \"LOVELY\", \"version\": 1}"
                                .formatted(reference))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("quality", "penaltyMinutes")));
        call("upw-supervisor-nw", "{\"sessionReference\": \"%s\", \"outcomeCode\": \"ATTC\"}".formatted(reference))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("version")));
        call(
                        "upw-supervisor-nw",
                        "{\"sessionReference\": \"%s\", \"outcomeCode\": \"ATTC\", \"startTime\": \"nine\", \"version\": 1}"
                                .formatted(reference))
                .andExpect(status().isBadRequest());
    }

    private long failed() {
        given.theSession(session).recorded("UACP").recordedBy("somebody").save();
        return opening.start(session);
    }

    private void show(String page, String reader, Matcher<String> shows) throws Exception {
        http.perform(get(page).with(colleague(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(shows));
    }

    private ResultActions correct(String user, String version) throws Exception {
        return confirmed(
                http,
                post("/upw/sessions/" + session + "/correction")
                        .with(colleague(user))
                        .with(csrf())
                        .param("outcomeCode", "ATTC")
                        .param("workedFrom", "09:00")
                        .param("workedUntil", "16:00")
                        .param("penaltyMinutes", "30")
                        .param("version", version));
    }

    private ResultActions record(String who, String code, String version) throws Exception {
        return http.perform(form(who, code)
                .param("workedFrom", "09:00")
                .param("workedUntil", "16:00")
                .param("penaltyMinutes", "0")
                .param("notes", NOTES)
                .param("version", version));
    }

    private MockHttpServletRequestBuilder form(String who, String code) {
        return post("/upw/sessions/" + session)
                .with(colleague(who))
                .with(csrf())
                .param("outcomeCode", code);
    }

    private ResultActions judge(long enforcement, String who, String judgement, String reason) throws Exception {
        return confirmed(
                http,
                post("/upw/enforcements/" + enforcement)
                        .with(colleague(who))
                        .with(csrf())
                        .param("judgement", judgement)
                        .param("reason", reason));
    }

    private ResultActions call(String who, String body) throws Exception {
        return http.perform(post("/api/upw/sessions")
                .with(by(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}

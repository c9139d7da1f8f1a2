package uk.gov.justice.probation.devolution.work.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;
import uk.gov.justice.probation.devolution.work.IncidentCause;
import uk.gov.justice.probation.devolution.work.SomeIncidents;

@ConsoleTest
class IncidentsPageTest {
    private static final String HEAD = "head-of-operations-nw";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    StartingDueTerminations dueTerminations;

    private SomeIncidents incidents;
    private Instant since;

    @BeforeEach
    void knownUntilNow() {
        incidents = new SomeIncidents(jdbc);
        incidents.knownUntil(CLOCK.instant());
        since = CLOCK.instant().minus(Duration.ofDays(2));
    }

    @Test
    void aServiceWithoutAUnitIsOneMessageAndNotSeven() throws Exception {
        for (int number = 1; number <= 7; number++) terminationStands(number, "X%06d".formatted(number));
        long other = incidents.standing(
                IncidentCause.NO_VACANCIES, "North West", "preferencing", "NW", "consultation/3", null, since);

        show(
                "/incidents",
                HEAD,
                allOf(
                        stringContainsInOrder(
                                "8 processes have stopped, for 2 reasons",
                                "North West: no unit is responsible for terminations. 7 terminations have stopped",
                                "Ask the data lead to import the file &#39;case-services&#39;",
                                "Since ",
                                "CRN X000001",
                                "North West has no vacancy to offer",
                                "/operate/processes/" + (other + 1000),
                                "Words of consultation/3"),
                        not(containsString("North West: North West")),
                        not(containsString("Show all"))));
    }

    @Test
    void manyOfOneCauseAreListedInParts() throws Exception {
        for (int number = 1; number <= 70; number++) terminationStands(number, "X%06d".formatted(number));
        String all = "/incidents?cause=NO_RESPONSIBLE_UNIT&what=terminations&family=termination&region=NW";

        show(
                "/incidents",
                HEAD,
                allOf(
                        containsString("Show all 70"),
                        containsString(all.replace("&", "&amp;")),
                        containsString("CRN X000010"),
                        not(containsString("CRN X000011"))));
        show(all, HEAD, allOf(containsString("Showing 1 to 50 of 70"), containsString("CRN X000050")));
        show(all + "&page=2", HEAD, allOf(containsString("Showing 51 to 70 of 70"), containsString("CRN X000070")));
    }

    @Test
    void whoDoesNotWorkWithCasesIsNotToldWhichCaseItIs() throws Exception {
        long key = terminationStands(1, "X000001");

        show(
                "/incidents",
                "rpd-nw",
                allOf(
                        containsString("1 termination has stopped"),
                        containsString("Process %d".formatted(key + 1000)),
                        not(containsString("X000001"))));
        show("/incidents", "hr-gm", containsString("Nothing that you manage has stopped."));
        http.perform(get("/incidents").with(colleague("tu-napo"))).andExpect(status().isForbidden());
    }

    @Test
    void itSaysSinceWhenCamundaHasNotBeenHeardOf() throws Exception {
        incidents.knownUntil(CLOCK.instant().minus(Duration.ofMinutes(3)));

        show("/incidents", HEAD, containsString("Camunda has not answered since"));
    }

    @Test
    void whateverIsTypedIsAnswered() throws Exception {
        terminationStands(1, "X000001");

        show("/incidents?cause=NONSENSE&page=99", HEAD, containsString("1 process has stopped, for 1 reason."));
        show(
                "/incidents?cause=NO_TEAM&what=%3Cb%3E&region=%3C",
                HEAD, containsString("has stopped for this reason or in this region"));
    }

    @Test
    void theBoardAndTheHandoverSayWhatStandsStill() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW"), Colleague.system());
        long handover = jdbc.sql("SELECT id FROM handover WHERE plan_row_id = 'H-NW-5'")
                .query(Long.class)
                .single();
        incidents.standing(
                IncidentCause.UNKNOWN_UNIT, "REGION_XX", "handover", "NW", "handover/" + handover, null, since);

        Matcher<String> sentence =
                containsString("The plan names the unit REGION_XX, which does not exist. Ask the PSC Service Owner");
        show(
                "/?show=stopped",
                HEAD,
                allOf(
                        sentence,
                        containsString("none is late</b>"),
                        containsString(", 1 is stopped by an incident"),
                        containsString("1 process has stopped: see why, and who can help"),
                        containsString("Stopped (1)"),
                        containsString("data-row=\"H-NW-5\"")));
        show("/", "tu-napo", allOf(sentence, not(containsString("see why, and who can help"))));
        show("/handovers/" + handover, "tu-napo", sentence);
    }

    @Test
    void theTerminationsSayWhichStandStill() throws Exception {
        new SomeTerminations(jdbc).aCase("X000777", 1, "201", TODAY);
        dueTerminations.startAll();
        long termination =
                jdbc.sql("SELECT MAX(id) FROM termination").query(Long.class).single();
        incidents.standing(
                IncidentCause.NO_RESPONSIBLE_UNIT,
                "terminations",
                "termination",
                "NW",
                "termination/" + termination,
                "X000777",
                since);

        Matcher<String> sentence = containsString("No unit is responsible for terminations. Ask the data lead");
        show("/terminations", HEAD, allOf(containsString(">Stopped</strong>"), sentence));
        show("/terminations/" + termination, HEAD, sentence);
    }

    private long terminationStands(int number, String crn) {
        return incidents.standing(
                IncidentCause.NO_RESPONSIBLE_UNIT,
                "terminations",
                "termination",
                "NW",
                "termination/" + number,
                crn,
                since);
    }

    private void show(String address, String who, Matcher<String> says) throws Exception {
        http.perform(get(URI.create(address)).with(colleague(who)))
                .andExpect(status().isOk())
                .andExpect(content().string(says));
    }
}

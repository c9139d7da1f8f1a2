package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.work.SomeTasks;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/**
 * How many clicks and sign-ins the work that people do most often takes, from the sign-in on; and the resulting table
 * in {@code src/docs/clicks.md}.
 */
@ConsoleTest
class ClicksTest {
    private static final Path TABLE = Path.of("src/docs/clicks.md");
    private static final Path WRITTEN = Path.of("target/clicks.md");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    private SomeTasks tasks;
    private long consultation;

    @BeforeEach
    void followedUntilNow() {
        tasks = new SomeTasks(jdbc);
        tasks.knownUntil(CLOCK.instant());
    }

    /**
     * @param before clicks and sign-ins as they were counted before there was a console for it
     * @param most clicks that it may take
     */
    private record Journey(String what, String before, int most, Visit visit) {

        String inTable() {
            return "| %s | %s | %d | %d | %d | %s |\n"
                    .formatted(
                            what,
                            before,
                            visit.clicks().size(),
                            visit.signIns(),
                            most,
                            String.join(" → ", visit.clicks()));
        }
    }

    @Test
    void everyJourneyTakesOneSignInAndNoMoreClicksThanItsLimit() throws Exception {
        List<Journey> journeys = List.of(
                new Journey("HR says who would take part in a consultation", "not counted", 4, people()),
                new Journey("HR launches it and opens the task that sets out its scope", "12, 3", 11, scope()),
                new Journey("A line manager records a one-to-one", "12, 2", 3, oneToOne()),
                new Journey("HR answers a question", "6, 2", 4, answer()),
                new Journey(
                        "A supervisor records the outcomes of everybody on a day that was forgotten",
                        "a task for each person",
                        5,
                        register()),
                new Journey(
                        "A placement coordinator finds one person's task among 40, from any page",
                        "up to 29 tasks opened",
                        2,
                        task()),
                new Journey("The same on “Your work”", "up to 29 tasks opened", 2, taskInYourWork()));
        String table =
                """
            # How many clicks the daily work takes

            Written by `ClicksTest`, which signs in over HTTP and follows the links and presses the buttons that the pages offer. A click is a link or a button; the first page after the sign-in is "Your work". No journey asks for a second sign-in, and none may take more clicks than its limit.

            | journey | clicks and sign-ins before | clicks | sign-ins | limit | the clicks |
            |---|---|---|---|---|---|
            """ + String.join("", journeys.stream().map(Journey::inTable).toList());
        Files.writeString(WRITTEN, table);
        assertThat(journeys).allSatisfy(journey -> {
            assertThat(journey.visit().signIns()).as(journey.what()).isEqualTo(1);
            assertThat(journey.visit().clicks()).as(journey.what()).hasSizeLessThanOrEqualTo(journey.most());
        });
        assertThat(TABLE)
                .as("A journey has changed: look at it, then cp %s %s", WRITTEN, TABLE)
                .hasContent(table);
    }

    private Visit people() {
        new SomeStaff(jdbc).add("NW0501", "NW", null);
        Visit hr = named("Spring in Liverpool");
        assertThat(hr.text()).contains("1 person would take part");
        return hr;
    }

    private Visit scope() {
        Visit hr = named("Summer in Liverpool")
                .follow("Continue")
                .press("Continue", Map.of("from", "KNOWN"))
                .press("Continue", Map.of("objective", "DRAW", "maxChoices", "3", "mobilityLimit", "90"))
                .press("Continue to launch", Map.of())
                .press("Launch", Map.of());
        assertThat(hr.text()).contains("The consultation is launched");
        long scope = tasks.task("hr-nw", "Set out the scope", "Summer in Liverpool", CLOCK.instant());
        return hr.follow("Your work").open("Set out the scope", scope);
    }

    private Visit named(String name) {
        return new Visit(port, "hr-nw", "hr-nw")
                .follow("Consultations")
                .follow("Launch a consultation")
                .press("Continue", Map.of("name", name, "regionCode", "NW"))
                .press("Continue", Map.of("people", "KNOWN", "unitCode", "ALL"));
    }

    private Visit oneToOne() {
        given.allConsultations().state("CLOSED").save();
        consultation = new SomeConsultation(launching, unions, individualStage, jdbc).inTheIndividualStage(2);
        Visit manager = new Visit(port, "NW0001")
                .follow("Consultations")
                .follow("Record the one-to-one with Name NW0002")
                .press("Save", Map.of("outcome", "HELD"));
        assertThat(manager.text()).contains("Met (1)");
        return manager;
    }

    private Visit answer() throws Exception {
        http.perform(post("/consultations/%d/questions".formatted(consultation))
                        .param("question", "When do we move?")
                        .with(user("NW0002").authorities(List.of()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String called = jdbc.sql("SELECT title FROM consultation WHERE id = ?")
                .param(consultation)
                .query(String.class)
                .single();
        Visit hr = new Visit(port, "hr-nw", "hr-nw")
                .follow("Consultations")
                .follow(called)
                .follow("Questions and answers")
                .press("Save the answer", Map.of("answer", "In March."));
        assertThat(hr.text()).contains("In March.");
        return hr;
    }

    private Visit register() {
        var some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        for (int person = 0; person < 3; person++)
            some.session(some.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY), "NWP1", YESTERDAY);
        Visit supervisor = new Visit(port, "upw-supervisor-nw", "upw-supervisor-nw")
                .follow("Unpaid work")
                .follow("Project NWP1")
                .follow("Keep the register")
                .press("Show that day", Map.of("day", "" + YESTERDAY))
                .press("Everybody else complied", Map.of());
        assertThat(supervisor.text()).contains("3 outcomes are recorded.");
        return supervisor;
    }

    private Visit task() {
        long key = oneOfForty("X000907");
        return new Visit(port, "placement-coordinator-nw", "placement-coordinator-nw")
                .press("Find a case", Map.of("crn", "X000907"))
                .open("Choose the project", key);
    }

    private Visit taskInYourWork() {
        long key = oneOfForty("X000908");
        Visit coordinator = new Visit(port, "placement-coordinator-nw", "placement-coordinator-nw")
                .press("Search", Map.of("q", "X000908"));
        assertThat(coordinator.page().select("tbody tr")).hasSize(1);
        return coordinator.open("Choose the project", key);
    }

    private long oneOfForty(String crn) {
        long order = given.anOrder(given.aCase(crn).save(), "R" + crn).save();
        long key = tasks.task(
                "placement-coordinator-nw",
                "unpaidwork",
                "Choose the project",
                "CRN " + crn,
                CLOCK.instant().plus(Duration.ofDays(5)),
                crn,
                null);
        tasks.about(key, "order/" + order);
        tasks.many(39, "placement-coordinator-nw", Utc.of(CLOCK.instant().plus(Duration.ofDays(1))));
        return key;
    }
}

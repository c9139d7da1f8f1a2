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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;
import uk.gov.justice.probation.devolution.work.SomeTasks;

@ConsoleTest
class WorkPageTest {
    private static final String GROUP = "upw-supervisor-nw";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    private SomeTasks tasks;
    private Instant now;

    @BeforeEach
    void followedUntilNow() {
        tasks = new SomeTasks(jdbc);
        now = CLOCK.instant();
        tasks.knownUntil(now);
    }

    @Test
    void eachTaskSaysWhatItIsAboutAndLeadsToItInTasklist() throws Exception {
        long key = tasks.task(
                GROUP,
                "unpaidwork",
                "Record the outcome",
                "CRN X000018, Bootle parks, Sat 5 Dec",
                now.minus(Duration.ofDays(1)),
                null,
                "ben");
        long next = tasks.task(GROUP, "Confirm the headcount", "H-NW-5 Terminations", now.plus(Duration.ofDays(30)));

        show(
                "/work",
                stringContainsInOrder(
                        "Overdue (1)",
                        "All (2)",
                        "/tasklist/" + key,
                        "Record the outcome",
                        "CRN X000018, Bootle parks, Sat 5 Dec",
                        "Overdue</strong>",
                        ">ben<",
                        "/tasklist/" + next,
                        "H-NW-5 Terminations",
                        "Nobody",
                        "Updated from Camunda"));
        http.perform(get("/work").with(colleague("upw-supervisor-yath")))
                .andExpect(content().string(containsString("Nothing waits for you or your groups.")));
    }

    @Test
    void whereNothingWaitsItSaysWhenSomethingIsExpected() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW"), Colleague.system());
        LocalDate opens = jdbc.sql("SELECT MIN(window_start) FROM handover WHERE state = 'PLANNED'")
                .query(LocalDate.class)
                .single();
        String said = "The next window of the plan in North West opens on %s: "
                .formatted(opens.format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)));

        for (String who : List.of("head-of-operations-nw", "psc-manager-liverpool", Colleague.SERVICE_OWNER))
            http.perform(get("/work").with(colleague(who)))
                    .andExpect(content()
                            .string(allOf(
                                    containsString(said),
                                    containsString("href=\"/\">Open the programme"),
                                    not(containsString("href=\"/trial\"")))));
        for (String who : List.of("head-of-operations-gm", GROUP))
            http.perform(get("/work").with(colleague(who)))
                    .andExpect(content().string(not(containsString("The next window"))));
        http.perform(get("/work?q=nothing").with(colleague("head-of-operations-nw")))
                .andExpect(content().string(not(containsString("The next window"))));
    }

    @Test
    void itIsTheFirstEntryOfTheMenu() throws Exception {
        show("/messages", stringContainsInOrder("href=\"/work\"", "Your work", "href=\"/\""));
    }

    @Test
    void whatIsWantedStandsInEveryLink() throws Exception {
        tasks.many(120, GROUP, Utc.of(now.minus(Duration.ofDays(2))));

        show(
                "/work?q=Project&family=unpaidwork&due=overdue&page=2",
                allOf(
                        containsString("Overdue (120)"),
                        containsString("value=\"Project\""),
                        containsString("name=\"due\" value=\"overdue\""),
                        containsString("/work?q=Project&amp;family=unpaidwork&amp;due=today"),
                        containsString("/work?q=Project&amp;due=overdue&amp;family=unpaidwork&amp;page=3"),
                        containsString("page 2 of 3")));
        show(
                "/work?q=a%20%26b%3D%C3%A9",
                allOf(
                        containsString("None of your tasks match your search."),
                        containsString("/work?q=a%20%26b%3D%C3%A9&amp;due=overdue")));
    }

    @Test
    void aListDoesNotEndSilently() throws Exception {
        tasks.many(51, GROUP, Utc.of(now.minus(Duration.ofDays(2))));

        show("/work", allOf(containsString("page 1 of 2"), containsString("/work?page=2")));
        show("/work?page=9", containsString("the list is shorter now"));
    }

    @Test
    void whatIsTypedAndNobodyKnowsIsAll() throws Exception {
        tasks.task(GROUP, "Confirm the headcount", "", now);

        show("/work?due=x&whose=x&family=x&group=rpd-nw", containsString("Confirm the headcount"));
    }

    @Test
    void whileCamundaIsAwayItSaysSinceWhenAndShowsWhatWasKnown() throws Exception {
        tasks.task(GROUP, "Confirm the headcount", "", now);
        tasks.knownUntil(now.minus(Duration.ofMinutes(2)));

        show(
                "/work",
                allOf(
                        containsString("Camunda has not answered since"),
                        containsString("Confirm the headcount"),
                        not(containsString("Updated from Camunda"))));

        jdbc.sql("DELETE FROM open_task_reading").update();
        show("/work", containsString("Camunda has not answered yet"));
    }

    private void show(String path, Matcher<String> what) throws Exception {
        http.perform(get(URI.create(path)).with(colleague(GROUP)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}

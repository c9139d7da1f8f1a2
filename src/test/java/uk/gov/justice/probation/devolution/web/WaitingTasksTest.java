package uk.gov.justice.probation.devolution.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.work.SomeTasks;

/** Every page about something for which a task may wait leads to it, for whoever may do it. */
@ConsoleTest
class WaitingTasksTest {
    private static final Map<String, String> PAGES = Map.of(
            "/handovers/{id}", "handover",
            "/consultations/{id}", "consultation",
            "/appeals/{id}", "appeal",
            "/upw/orders/{id}", "order",
            "/upw/sessions/{id}", "session",
            "/upw/enforcements/{id}", "enforcement",
            "/terminations/{id}", "termination");

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

    @Test
    void aPageLeadsToTheTasksThatWaitForItsReader() throws Exception {
        var everything = new SomethingOfEverything(http, jdbc, programmes, letters, dueTerminations);
        var tasks = new SomeTasks(jdbc);
        for (var page : PAGES.entrySet()) {
            String id = everything.path(page.getKey()).getFirst();
            long theirs = tasks.task("hr-nw", "Their task", "", CLOCK.instant().minusSeconds(60));
            long others = tasks.task("rpd-nw", "Task of others", "", CLOCK.instant());
            tasks.about(theirs, page.getValue() + "/" + id);
            tasks.about(others, page.getValue() + "/" + id);

            http.perform(get(page.getKey(), id).with(colleague("hr-nw", "case-admin-nw", "practitioner-nw")))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Waits for you or your groups"),
                                    containsString("/tasklist/%d\"".formatted(theirs)),
                                    not(containsString("/tasklist/%d\"".formatted(others))))));
        }
    }
}

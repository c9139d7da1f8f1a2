package uk.gov.justice.probation.devolution.work.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.AssignUserTaskCommandStep1;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.work.SomeTasks;

@ConsoleTest
class PassOnPageTest {
    private static final String ME = "hr-nw";
    private static final TaskOnPage KIND = new TaskOnPage("process", "Task_One", Set.of());

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamundaClient camunda;

    private SomeTasks tasks;
    private long mine;
    private long unclaimed;
    private long ofAnother;
    private String member;

    @BeforeEach
    void tasksOfTheirGroup() {
        tasks = new SomeTasks(jdbc);
        mine = tasks.of(KIND, "consultation/1", ME, ME);
        unclaimed = tasks.of(KIND, "consultation/2", ME);
        ofAnother = tasks.of(KIND, "consultation/3", ME, "ben");
        var preferences = new SomePreferences(jdbc);
        preferences.people(preferences.consultation(), 1);
        member = "P0001";
    }

    @Test
    void whatIsClaimedGoesBackToItsGroupAndWhatCannotIsSaid() throws Exception {
        http.perform(get("/work").with(colleague(ME)))
                .andExpect(content().string(containsString("name=\"task\" id=\"task-%d\"".formatted(mine))));

        http.perform(passOn("group", "").with(colleague(ME)))
                .andExpect(content()
                        .string(allOf(
                                containsString("nobody has claimed it, so it is already with its group"),
                                containsString("ben has claimed it"))));
        confirmed(http, passOn("group", "").with(colleague(ME)))
                .andExpect(flash().attribute("notice", "1 passed on, 2 stay where they are."));

        verify(camunda, timeout(20_000)).newUnassignUserTaskCommand(mine);
        verify(camunda, after(500).never()).newUnassignUserTaskCommand(ofAnother);
        assertThat(audited()).isOne();
    }

    @Test
    void aColleagueGetsOnlyWhatIsForThemToo() throws Exception {
        tasks.offered(unclaimed, member);
        AssignUserTaskCommandStep1 assigning = mock(AssignUserTaskCommandStep1.class, RETURNS_DEEP_STUBS);
        doReturn(assigning).when(camunda).newAssignUserTaskCommand(unclaimed);

        confirmed(http, passOn("colleague", member).with(colleague(ME)))
                .andExpect(flash().attribute("notice", "1 passed on, 2 stay where they are."));

        verify(assigning, timeout(20_000)).assignee(member);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification WHERE to_group = ?")
                        .param(member)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whoIsNotKnownAndWhatIsLeftOutIsAskedFor() throws Exception {
        refused("colleague", "nobody-at-all", "Nobody signs in with this name.");
        refused("colleague", "", "Enter the name the colleague signs in with");
        refused("colleague", ME, "Enter somebody else");
        refused("", "", "Choose who gets them");
        http.perform(get("/work/pass-on").param("task", "" + mine).with(colleague("rpd-gm")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("You have not ticked an open task"), not(containsString("Task_One")))));
        assertThat(audited()).isZero();
    }

    private void refused(String whom, String to, String why) throws Exception {
        ResultActions answer = http.perform(passOn(whom, to).with(colleague(ME)));
        answer.andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(why)));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder passOn(String whom, String to) {
        return post("/work/pass-on")
                .with(csrf())
                .param("task", "" + mine, "" + unclaimed, "" + ofAnother)
                .param("whom", whom)
                .param("to", to);
    }

    private int audited() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'TASK_PASSED_ON'")
                .query(Integer.class)
                .single();
    }
}

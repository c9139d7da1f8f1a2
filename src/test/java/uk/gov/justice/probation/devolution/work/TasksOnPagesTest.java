package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.AssignUserTaskCommandStep1;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.CompleteUserTaskCommandStep1;
import io.camunda.client.api.command.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.OngoingStubbing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class TasksOnPagesTest {
    private static final TaskOnPage KIND = TaskOnPage.of("case-termination", "Task_Evidence", "evidenceOnPage");
    private static final String ABOUT = "termination/12";
    private static final Colleague ANN = new Colleague("ann", Set.of("case-admin-nw"));
    private static final Colleague BEN = new Colleague("ben", Set.of("case-admin-nw"));
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    TasksOnPages pages;

    @Autowired
    CamundaClient camunda;

    @Autowired
    IncompleteEventPublications outstanding;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private SomeTasks tasks;
    private long key;

    @BeforeEach
    void aTaskOfTheirGroup() {
        tasks = new SomeTasks(jdbc);
        key = tasks.of(KIND, ABOUT, "case-admin-nw");
    }

    @Test
    void whatWasDoneAndTheCompletionAreSavedTogetherAndTheEngineIsToldAfterwards() {
        CompleteUserTaskCommandStep1 completing = mock(CompleteUserTaskCommandStep1.class, RETURNS_DEEP_STUBS);
        doReturn(completing).when(camunda).newCompleteUserTaskCommand(key);

        Doing doing = pages.complete(KIND, ABOUT, key, ANN, () -> {
            note("done");
            verify(camunda.newAssignUserTaskCommand(key).assignee("ann")).allowOverride(false);
            verify(camunda, never()).newCompleteUserTaskCommand(key);
        });

        assertThat(doing.afterwards()).isEqualTo("The task is completed.");
        assertThat(noted()).isOne();
        verify(completing, timeout(SOON.toMillis())).variables(Map.<String, Object>of("evidenceOnPage", true));
        await().atMost(SOON).until(() -> undelivered() == 0);
        assertThat(jdbc.sql("SELECT completed_by FROM page_completion WHERE accepted_at IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("ann");
    }

    @Test
    void whatIsRefusedCompletesNothing() {
        assertThatThrownBy(() -> pages.complete(KIND, ABOUT, key, ANN, () -> {
                    note("done");
                    throw new BreaksRules("Not today.");
                }))
                .hasMessage("Not today.");

        assertThat(noted()).isZero();
        assertThat(undelivered()).isZero();
        verify(camunda, after(500).never()).newCompleteUserTaskCommand(key);
    }

    @Test
    void whatSomebodyElseHasClaimedIsTheirsToComplete() {
        key = tasks.of(KIND, "termination/13", "case-admin-nw", "ben");
        claiming().thenThrow(new ProblemException(409, "has already been assigned", null));

        Doing doing = pages.complete(KIND, "termination/13", key, ANN, () -> note("done"));

        assertThat(doing.afterwards()).isEqualTo("ben has claimed the task, so it is theirs to complete.");
        assertThat(noted()).as("what was done is saved").isOne();
        verify(camunda, after(500).never()).newCompleteUserTaskCommand(key);
    }

    @Test
    void whileCamundaIsAwayWhatWasDoneIsKeptAndTheCompletionFollows() {
        AtomicBoolean away = new AtomicBoolean(true);
        claiming().thenAnswer(asked -> {
            if (away.get()) throw new ClientException("no route to host");
            return null;
        });

        Doing doing = pages.complete(KIND, ABOUT, key, ANN, () -> note("done"));

        assertThat(doing.afterwards()).startsWith("Camunda does not answer at the moment");
        assertThat(noted()).isOne();
        verify(camunda, after(1000).never()).newCompleteUserTaskCommand(key);
        assertThat(undelivered())
                .as("kept in the database, whatever happens to the application")
                .isOne();

        away.set(false);
        outstanding.resubmitIncompletePublications(publication -> true);

        verify(camunda, timeout(SOON.toMillis())).newCompleteUserTaskCommand(key);
        await().atMost(SOON).until(() -> undelivered() == 0);
    }

    @Test
    void whoIsOvertakenWhileCamundaIsAwayIsTold() {
        claiming()
                .thenThrow(new ClientException("no route to host"))
                .thenThrow(new ProblemException(409, "has already been assigned", null));

        pages.complete(KIND, ABOUT, key, ANN, () -> note("done"));

        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM notification WHERE to_group = 'ann'")
                                .query(Integer.class)
                                .single()
                        == 1);
        verify(camunda, never()).newCompleteUserTaskCommand(key);
    }

    @Test
    void aSecondCompletionChangesNothing() {
        pages.complete(KIND, ABOUT, key, ANN, () -> {});
        await().atMost(SOON).until(() -> undelivered() == 0);
        when(camunda.newCompleteUserTaskCommand(key)
                        .variables(Map.<String, Object>of("evidenceOnPage", true))
                        .send()
                        .join())
                .thenThrow(new ProblemException(404, "not found", null));

        pages.complete(KIND, ABOUT, key, BEN, () -> {});

        await().atMost(SOON).until(() -> undelivered() == 0);
        assertThat(jdbc.sql("SELECT completed_by FROM page_completion")
                        .query(String.class)
                        .list())
                .containsExactly("ann");
        assertThat(pages.begin(KIND, ABOUT, key + 1, ANN).afterwards())
                .as("the page showed another, which has ended")
                .isEqualTo("The task is completed already.");
    }

    @Test
    void aTaskIsCompletedForNobodyWhoseItIsNot() {
        Colleague stranger = new Colleague("zoe", Set.of("case-admin-gm"));

        Doing doing = pages.complete(KIND, ABOUT, null, stranger, () -> note("done"));

        assertThat(doing.afterwards()).isEqualTo("Now complete the task in Tasklist.");
        assertThat(pages.waiting(KIND, ABOUT, stranger)).isEmpty();
        assertThat(pages.waiting(KIND, "termination/13", ANN)).isEmpty();
        verify(camunda, never()).newAssignUserTaskCommand(key);
    }

    private OngoingStubbing<?> claiming() {
        AssignUserTaskCommandStep1 step = mock(AssignUserTaskCommandStep1.class, RETURNS_DEEP_STUBS);
        doReturn(step).when(camunda).newAssignUserTaskCommand(key);
        return when(step.assignee(anyString())
                .allowOverride(anyBoolean())
                .requestTimeout(any())
                .send()
                .join());
    }

    private void note(String what) {
        audit.record("ann", "DONE_ON_PAGE", ABOUT, "NW", Map.of("what", what));
    }

    private int noted() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'DONE_ON_PAGE'")
                .query(Integer.class)
                .single();
    }

    private int undelivered() {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE completion_date IS NULL AND event_type LIKE '%TaskCompletion'")
                .query(Integer.class)
                .single();
    }
}

package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;

/** With a real engine: what is done on a page completes its task, and the answer is that of whoever did it. */
class TasksOnPagesProcessTest extends ProcessScenario {
    private static final Colleague ADMIN = new Colleague("case-admin-nw", Set.of("case-admin-nw"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    TasksOnPages pages;

    @Autowired
    FollowingTasks following;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    StartingDueTerminations dueTerminations;

    private SomeTerminations some;
    private long about;

    @BeforeEach
    void aCaseThatEndsToday() {
        some = new SomeTerminations(jdbc);
        about = some.endingCase(LocalDate.now(time));
    }

    @Test
    void theOutcomesOnThePageCompleteTheTaskForWhoeverGaveThem() {
        dueTerminations.startAll();
        open("Task_Evidence");

        Doing doing = pages.complete(
                GivingEvidence.TASK, subject(), null, ADMIN, () -> evidence.giveAll(termination(), outcomes(), ADMIN));

        assertThat(doing.afterwards()).isEqualTo("The task is completed.");
        tasklist.open("Task_FinalReview");
        assertThat(records.audited(subject())).contains("TERMINATION_EVIDENCE_COMPLETE by " + ADMIN.userName());
        Doing again = pages.complete(GivingEvidence.TASK, subject(), null, ADMIN, () -> {});
        assertThat(again.afterwards()).as("a second time").isNotEqualTo("The task is completed.");
        following.follow();
        assertThat(pages.waiting(GivingEvidence.TASK, subject(), ADMIN)).isEmpty();
    }

    @Test
    void whatDoesNotStandComesBackAndNobodyElsesClaimIsTaken() {
        some.component(about, "WARRANT", "W1", LocalDate.now(time).minusDays(3));
        dueTerminations.startAll();
        long first = open("Task_ClearBlocks");

        pages.complete(CollectingOpenWork.LOOK_AGAIN, subject(), first, ADMIN, () -> {});

        await("it is still blocked, so that the task comes back")
                .atMost(PATIENCE)
                .until(() ->
                        tasklist.allOpen("Task_ClearBlocks").stream().anyMatch(task -> task.getUserTaskKey() != first));
        assertThat(records.audited(subject())).contains("TERMINATION_LOOKED_AT by " + ADMIN.userName());
        long next = open("Task_ClearBlocks");
        camunda.newAssignUserTaskCommand(next).assignee("somebody-else").send().join();

        Doing doing = pages.complete(CollectingOpenWork.LOOK_AGAIN, subject(), next, ADMIN, () -> {});

        assertThat(doing.afterwards()).contains("has claimed the task");
        assertThat(tasklist.open("Task_ClearBlocks").getAssignee()).isEqualTo("somebody-else");
    }

    /** The key of the open task of this step, once it is known here too. */
    private long open(String step) {
        long key = tasklist.open(step).getUserTaskKey();
        await("the task is known here").atMost(PATIENCE).until(() -> {
            following.follow();
            return jdbc.sql("SELECT COUNT(*) FROM open_task WHERE task_key = ? AND about = ?")
                            .params(key, subject())
                            .query(Integer.class)
                            .single()
                    == 1;
        });
        return key;
    }

    private long termination() {
        return some.termination(about);
    }

    private String subject() {
        return "termination/" + termination();
    }

    private Map<String, String> outcomes() {
        return Map.of("EVENT-1", "COMPLETED");
    }
}

package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;

/** With a real engine and its search API: what nobody's listener hears is taken over all the same. */
class FollowingTasksProcessTest extends ProcessScenario {
    private static final Colleague PERSON = new Colleague("P0001", Set.of());
    private static final Colleague MANAGER = new Colleague(ExampleConsultation.MANAGER, Set.of());

    @Autowired
    FollowingTasks following;

    @Autowired
    WorkQuery work;

    private long instance;
    private String sefton;
    private UserTask task;

    @BeforeEach
    void somebodyIsAskedToRankPlaces() {
        long about = consultation.ranking();
        sefton = Long.toString(consultation.option(about, "NW_10", 2));
        long person = consultation.person(about, "P0001");
        following.follow();
        instance = consultation.start("rank-locations", about, Map.of("memberId", person));
        task = tasklist.open("Task_RankLocations");
        following.follow();
    }

    @Test
    void aTaskThatBeginsIsThereWithWhatItIsAbout() {
        assertThat(of(PERSON)).singleElement().satisfies(waiting -> {
            assertThat(waiting.key()).isEqualTo(task.getUserTaskKey());
            assertThat(waiting.family()).isEqualTo("preferencing");
            assertThat(waiting.words()).contains("(P0001)");
            assertThat(waiting.dueAt()).isEqualTo(task.getDueDate().toInstant());
            assertThat(waiting.claimedBy()).isNull();
        });
        assertThat(of(MANAGER)).isEmpty();
    }

    @Test
    void aClaimIsSeenWhenAllAreCompared() {
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("P0001")
                .send()
                .join();

        assertThat(following.compare()).isOne();

        assertThat(of(PERSON)).extracting(WaitingTask::claimedBy).containsExactly("P0001");
        camunda.newUnassignUserTaskCommand(task.getUserTaskKey()).send().join();
        following.compare();
        assertThat(of(PERSON)).extracting(WaitingTask::claimedBy).containsOnlyNulls();
        assertThat(following.compare()).isZero();
    }

    @Test
    void aTaskThatIsCompletedIsGone() {
        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", sefton));

        following.follow();

        assertThat(of(PERSON)).isEmpty();
    }

    @Test
    void aTaskThatATimerEndsIsGoneAndTheOneThatFollowsIsThere() {
        untilMorningOf(workingDay(22));
        UserTask next = tasklist.open("Task_RecordForPerson");

        following.follow();

        assertThat(of(PERSON)).isEmpty();
        assertThat(of(MANAGER)).extracting(WaitingTask::key).containsExactly(next.getUserTaskKey());
    }

    @Test
    void aTaskWhoseProcessIsCancelledIsGone() {
        camunda.newCancelInstanceCommand(instance).send().join();
        process(instance).isTerminated();

        following.follow();

        assertThat(of(PERSON)).isEmpty();
    }

    @Test
    void whatEndedWhileNobodyFollowedIsGoneAfterComparing() {
        camunda.newCancelInstanceCommand(instance).send().join();
        process(instance).isTerminated();
        time.pass(Duration.ofHours(1));
        jdbc.sql("UPDATE open_task_reading SET position = :now")
                .param("now", time.instant().toEpochMilli())
                .update();
        following.follow();
        assertThat(of(PERSON)).as("missed").hasSize(1);

        following.compare();

        assertThat(of(PERSON)).isEmpty();
    }

    private List<WaitingTask> of(Colleague colleague) {
        return work.list(colleague, Wanted.ALL, 50, 0);
    }
}

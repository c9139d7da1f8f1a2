package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import uk.gov.justice.probation.devolution.camunda.CallingProcesses;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

@DomainTest
@Import({
    OpenTaskBatch.class,
    DescribingTasks.class,
    SubjectsQuery.class,
    WorkQuery.class,
    SubjectsOfOpenTasks.class,
    TaskModels.class,
    FollowingTasksTest.Callers.class
})
abstract class FollowingTasksTest {
    private static final String CHANGE = "change-nw";
    private static final Colleague COLLEAGUE = new Colleague("ann", Set.of(CHANGE, "upw-supervisor-nw"));

    static class Callers {

        /** Process instance 700 was called by 70. */
        @Bean
        CallingProcesses callers() {
            return instance -> instance == 700 ? Optional.of(70L) : Optional.empty();
        }
    }

    @Autowired
    Given given;

    @Autowired
    OpenTaskBatch kept;

    @Autowired
    DescribingTasks describing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents happened;

    @Autowired
    WorkQuery work;

    @Autowired
    TaskSubjects subjects;

    @Autowired
    JdbcClient jdbc;

    private final Clock clock = CLOCK;
    private SomeRecords records;
    private FollowingTasks following;

    @BeforeEach
    void nothingRecorded() {
        records = new SomeRecords(clock);
        following = follower();
    }

    @Test
    void whatBeginsIsClaimedAndEndsIsTakenOver() {
        UserTaskRecord one = records.record(SomeRecords.task(1, CHANGE));
        UserTaskRecord other = records.record(SomeRecords.task(2, CHANGE));
        following.follow();
        assertThat(list()).extracting(WaitingTask::key).containsExactly(1L, 2L);
        assertThat(list()).allSatisfy(task -> {
            assertThat(task.name()).isEqualTo("Record the briefing");
            assertThat(task.family()).isEqualTo("handover");
            assertThat(task.since()).isEqualTo(SomeRecords.CREATED);
            assertThat(task.dueAt()).isEqualTo(SomeRecords.DUE);
            assertThat(task.claimedBy()).isNull();
        });

        records.claimed(one, "ben");
        following.follow();
        assertThat(list()).extracting(WaitingTask::claimedBy).containsExactly("ben", null);

        records.claimed(one, null);
        records.ended(other);
        following.follow();
        assertThat(list()).extracting(WaitingTask::key).containsExactly(1L);
        assertThat(list()).extracting(WaitingTask::claimedBy).containsOnlyNulls();
    }

    @Test
    void whatBeginsAndEndsBetweenTwoLooksIsNeverThere() {
        records.ended(records.record(SomeRecords.task(1, CHANGE)));

        following.follow();

        assertThat(list()).isEmpty();
    }

    @Test
    void afterARestartItReadsOnFromWhereItStopped() {
        records.record(SomeRecords.task(1, CHANGE));
        following.follow();
        records.record(SomeRecords.task(2, CHANGE));

        follower().follow();

        assertThat(records.asked()).containsExactly(0L, 1L);
        assertThat(list()).extracting(WaitingTask::key).containsExactly(1L, 2L);
    }

    @Test
    void moreThanCanBeReadAtOnceIsReadInParts() {
        records.atOnce(2);
        for (long key = 1; key <= 5; key++) records.record(SomeRecords.task(key, CHANGE));

        int looks = 1;
        while (following.follow()) looks++;

        assertThat(looks).isEqualTo(3);
        assertThat(list()).hasSize(5);
    }

    @Test
    void anotherReplicaThatWasFasterIsNotTakenBack() {
        UserTaskRecord task = records.record(SomeRecords.task(1, CHANGE));
        UserTaskRecords slow = spy(records);
        doAnswer(call -> {
                    Object read = call.callRealMethod();
                    records.ended(task);
                    following.follow();
                    return read;
                })
                .when(slow)
                .since(0);

        follower(slow).follow();

        assertThat(list()).isEmpty();
    }

    @Test
    void comparingPutsRightWhatWasMissed() {
        UserTaskRecord ends = records.record(SomeRecords.task(1, CHANGE));
        UserTaskRecord isClaimed = records.record(SomeRecords.task(2, CHANGE));
        records.record(SomeRecords.task(3, CHANGE));
        following.follow();
        records.ended(ends);
        records.claimed(isClaimed, "ben");
        records.record(SomeRecords.task(4, CHANGE));
        records.lost();
        following.follow();
        assertThat(list()).extracting(WaitingTask::key).containsExactly(1L, 2L, 3L);

        assertThat(following.compare()).isEqualTo(3);

        assertThat(list()).extracting(WaitingTask::key).containsExactly(2L, 3L, 4L);
        assertThat(list()).extracting(WaitingTask::claimedBy).containsExactly("ben", null, null);
        assertThat(following.compare()).isZero();
        assertThat(work.standing().comparedAt()).isNotNull();
    }

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        UserTaskRecord before = records.record(SomeRecords.task(1, CHANGE));
        records.claimed(before, "ben");
        following.follow();
        UserTaskRecords behind = spy(records);
        doReturn(Map.of(1L, "")).when(behind).open();
        doReturn(List.of(before)).when(behind).latest(anyCollection());

        follower(behind).compare();

        assertThat(list()).extracting(WaitingTask::claimedBy).containsExactly("ben");
    }

    @Test
    void whatIsRecordedAfterAClockWasSetBackCounts() {
        UserTaskRecord task = records.record(SomeRecords.task(1, CHANGE));
        records.claimed(task, "ben");
        records.record(SomeRecords.task(2, CHANGE));
        following.follow();
        UserTaskRecord returned = new SomeRecords(clock).record(SomeRecords.task(1, CHANGE));
        var changes = new UserTaskRecords.Changes(List.of(returned), returned.position(), false, clock.instant());
        UserTaskRecords back = spy(records);
        doReturn(changes).when(back).since(3);

        follower(back).follow();

        assertThat(list()).extracting(WaitingTask::key).containsExactly(1L, 2L);
        assertThat(list()).extracting(WaitingTask::claimedBy).containsOnlyNulls();
    }

    @Test
    void whileCamundaIsAwayWhatIsKnownStaysAndItIsSaidSinceWhen() {
        records.record(SomeRecords.task(1, CHANGE));
        following.follow();
        Instant known = work.standing().knownUntil();
        assertThat(known).isBetween(clock.instant().minusSeconds(10), clock.instant());
        assertThat(work.standing().isBehind()).isFalse();

        records.away(true);

        assertThatThrownBy(following::follow).hasMessageContaining("does not answer");
        assertThatThrownBy(following::compare).hasMessageContaining("does not answer");
        assertThat(list()).hasSize(1);
        assertThat(work.standing().knownUntil()).isEqualTo(known);
        jdbc.sql("UPDATE open_task_reading SET known_until = known_until - INTERVAL 1 MINUTE")
                .update();
        assertThat(work.standing().isBehind()).isTrue();
        assertThat(work.standing().lag()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));

        records.away(false);
        follower().follow();
        assertThat(work.standing().isBehind()).isFalse();
    }

    @Test
    void whatWasStartedSaysMoreThanThatItWasAskedFor() {
        var some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "SAT", null);
        long order = some.order("NWP1", 2400, 0, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 5));
        subjects.note(80, new TaskSubject("orderId", order, "order/" + order, "NW"));
        subjects.note(80, new TaskSubject("regionCode", "NW", "launch/80", "NW"));
        records.record(SomeRecords.task(
                2, "upw-beginning", "Task_ChooseProject", 80, List.of(CHANGE), List.of(), null, true, 0));

        following.follow();

        assertThat(list()).extracting(WaitingTask::words).containsExactly("CRN X000001, event 1, Project NWP1");
    }

    @Test
    void itIsSaidWhatIsNotedOfTheNearestProcess() {
        var some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "SAT", null);
        long order = some.order("NWP1", 2400, 0, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 5));
        long session = some.session(order, "NWP1", LocalDate.of(2026, 12, 5));
        subjects.note(70, new TaskSubject("regionCode", "NW", "region/NW", "NW"));
        subjects.note(80, new TaskSubject("orderId", order, "order/" + order, "NW"));
        subjects.note(91, new TaskSubject("sessionId", session, "session/" + session, "NW"));
        records.record(SomeRecords.task(1, CHANGE));
        records.record(SomeRecords.task(
                2, "upw-beginning", "Task_ChooseProject", 80, List.of(CHANGE), List.of(), null, true, 0));
        records.record(SomeRecords.task(
                90, "upw-session", "Task_RecordOutcome", 80, List.of(CHANGE), List.of(), null, true, 0));
        records.record(
                SomeRecords.task(4, "of-before", "Task_SayYes", 4711, List.of(CHANGE), List.of(), null, true, 0));

        following.follow();

        assertThat(list())
                .extracting(WaitingTask::words)
                .containsExactly(
                        "North West", "CRN X000001, event 1, Project NWP1", "", "CRN X000001, Project NWP1, Sat 5 Dec");
        assertThat(list().get(2).name()).isEqualTo("Say yes");
        assertThat(list().get(2).family()).isEqualTo("other");

        given.allSessions().on(LocalDate.of(2026, 12, 12)).save();
        subjects.note(4711, new TaskSubject("orderId", order, "order/" + order, "NW"));
        following.compare();

        assertThat(list())
                .extracting(WaitingTask::words)
                .containsExactly(
                        "North West",
                        "CRN X000001, event 1, Project NWP1",
                        "CRN X000001, event 1, Project NWP1",
                        "CRN X000001, Project NWP1, Sat 12 Dec");
    }

    @Test
    void whateverSomebodySetsAsAssigneeStopsNothing() {
        UserTaskRecord task = records.record(SomeRecords.task(1, CHANGE));
        records.claimed(task, "x".repeat(500));
        records.record(SomeRecords.task(
                2, "handover-gates", "Task_Briefing", 700, List.of(CHANGE), List.of("ben"), "ben ", true, 0));

        following.follow();

        assertThat(list()).hasSize(2);
    }

    @Test
    void thatATaskOpenedIsSaidOnceWithWhoIsAsked() {
        UserTaskRecord task = records.record(SomeRecords.task(
                1, "handover-gates", "Task_Briefing", 700, List.of(CHANGE), List.of("ben"), null, true, 0));
        following.follow();
        records.claimed(task, "ben");
        following.follow();
        following.compare();

        assertThat(happened.stream(TasksOpened.class).flatMap(opened -> opened.tasks().stream()))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.elementId()).isEqualTo("Task_Briefing");
                    assertThat(opened.offeredTo()).containsExactlyInAnyOrder(Holder.group(CHANGE), Holder.user("ben"));
                });
    }

    private FollowingTasks follower() {
        return follower(records);
    }

    private FollowingTasks follower(UserTaskRecords read) {
        return new FollowingTasks(read, kept, describing, transactions, events, clock);
    }

    private List<WaitingTask> list() {
        return work.list(COLLEAGUE, Wanted.ALL, 50, 0);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class FollowingTasksOnMariaDbTest extends FollowingTasksTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class FollowingTasksOnMySqlTest extends FollowingTasksTest {}

package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class TakingBackGoTest {
    private static final Colleague HEAD = colleague("head-of-operations-nw");
    private static final Colleague DIRECTOR = colleague("rpd-nw");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deciding deciding;

    @Autowired
    TakingBackGo takingBack;

    @Autowired
    TransferringCases transferring;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    ItemBatch items;

    @Autowired
    TransferBatch batches;

    @Autowired
    Queues queues;

    @Autowired
    TaskSubjects subjects;

    @Autowired
    HandoverSettings settings;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ApplicationEvents events;

    private long handover;
    private LocalDate day;

    @BeforeEach
    void somebodyHasSaidGo() {
        day = workingDays.calendar().plus(TODAY, 10);
        handover = new SomeCases(jdbc)
                .handover("H-NW-1", "HANDOVER", "NW", "ALLOCATION", "", "PSC_LIVERPOOL", "REGION_NW", day, "BRIEFING");
        go(100, true);
    }

    @Test
    void goIsTakenBackWithItsReasonRecordedAndEverybodyIsTold() {
        takingBack.takeBack(handover, " The region asked for a week more ", HEAD);

        assertThat(state()).isEqualTo("DECISION");
        assertThat(jdbc.sql(
                                "SELECT CONCAT(step, ' ', outcome, ' ', made_by, ': ', note) FROM handover_decision WHERE handover_id = ? AND task_instance IS NULL")
                        .param(handover)
                        .query(String.class)
                        .list())
                .containsExactly("DECISION TAKEN_BACK head-of-operations-nw: The region asked for a week more");
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE subject = ? AND action = 'DECISION_TAKEN_BACK'")
                        .param("handover/" + handover)
                        .query(String.class)
                        .list())
                .containsExactly("head-of-operations-nw");
        assertThat(jdbc.sql(
                                "SELECT to_group FROM notification WHERE subject LIKE '%does not move on%' AND body LIKE '%The region asked for a week more.%' ORDER BY to_group")
                        .query(String.class)
                        .list())
                .containsExactly("head-of-operations-nw", "programme-nw", "psc-manager-liverpool", "rpd-nw");
        assertThat(events.stream(EngineMessage.class))
                .extracting(EngineMessage::name, EngineMessage::correlationKey)
                .containsExactly(tuple("handover.decisionTakenBack", handover + "-100"));
        assertThat(takingBack.stands(handover)).isFalse();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM frozen_queue")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhoDecidesInTheRegionTakesItBack() {
        for (String other :
                List.of("head-of-operations-gm", "rpd-gm", "hr-nw", "psc-manager-liverpool", "programme-nw")) {
            assertThatThrownBy(() -> takingBack.takeBack(handover, "Because", colleague(other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
            assertThat(takingBack.isFor(colleague(other), "NW")).isFalse();
        }
        assertThat(state()).isEqualTo("SCHEDULED");
        takingBack.takeBack(handover, "Because", DIRECTOR);
        go(101, true);
        takingBack.takeBack(handover, "Because", colleague("psc-service-owner"));
        assertThat(state()).isEqualTo("DECISION");
    }

    @Test
    void withoutAReasonNothingIsTakenBack() {
        assertThat(refusal(" ")).isEqualTo("Why the decision is taken back is missing. Fill it in.");
        assertThat(refusal("x".repeat(2001))).contains("at most 2000");
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    @Test
    void onItsDayItIsTooLate() {
        given.theHandover(handover).planned(TODAY).save();

        assertThat(refusal("Because")).contains("has begun", "can no longer be taken back", "called off");
        assertThat(takingBack.stands(handover)).isTrue();
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    @Test
    void whatWasTakenBackOrNeverDecidedCannotBeTakenBack() {
        takingBack.takeBack(handover, "Because", HEAD);
        assertThat(refusal("Once more")).contains("There is no decision to go", "'Decision'");
        deciding.decide(
                handover,
                new Proposal("HOLD", workingDays.calendar().plus(TODAY, 20), null, true),
                SomeAnswers.of(102, "head-of-operations-nw"));
        assertThat(refusal("Because")).contains("There is no decision to go");
        given.theHandover(handover).state("TRANSFER").save();
        assertThat(refusal("Because")).contains("'Moving'");
    }

    @Test
    void aDecisionWhoseProcessCannotBeToldStands() {
        takingBack.takeBack(handover, "Because", HEAD);
        go(103, false);

        assertThat(refusal("Because")).contains("before decisions could be taken back");
        assertThat(state()).isEqualTo("SCHEDULED");
    }

    @RepeatedTest(5)
    void ofTwoAtOnceOneTakesItBack() throws Exception {
        List<Boolean> taken = atOnce(
                () -> succeeds(() -> takingBack.takeBack(handover, "First", HEAD)),
                () -> succeeds(() -> takingBack.takeBack(handover, "Second", DIRECTOR)));

        assertThat(taken).containsExactlyInAnyOrder(true, false);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM handover_decision WHERE handover_id = ? AND outcome = 'TAKEN_BACK'")
                        .param(handover)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** By the clock of the replica that moves the cases the day has begun; by the other's it has not. */
    @RepeatedTest(10)
    void eitherGoIsTakenBackOrTheTransferBegins() throws Exception {
        TransferringCases ahead = new TransferringCases(
                handovers,
                batches,
                items,
                queues,
                subjects,
                settings,
                audit,
                Clock.offset(clock, Duration.ofDays(day.toEpochDay() - TODAY.toEpochDay())));
        TransactionTemplate first = new TransactionTemplate(transactions);

        List<Boolean> done = atOnce(
                () -> succeeds(() -> first.executeWithoutResult(begun -> ahead.begin(handover, 77))),
                () -> succeeds(() -> takingBack.takeBack(handover, "Because", HEAD)));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        boolean began = done.getFirst();
        assertThat(state()).isEqualTo(began ? "SCHEDULED" : "DECISION");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM frozen_queue WHERE handover_id = ?")
                                .param(handover)
                                .query(Integer.class)
                                .single()
                        > 0)
                .isEqualTo(began);
    }

    private void go(long task, boolean canBeTakenBack) {
        deciding.decide(
                handover, new Proposal("GO", day, null, canBeTakenBack), SomeAnswers.of(task, "head-of-operations-nw"));
    }

    private String refusal(String reason) {
        return SomeAnswers.refusal(() -> takingBack.takeBack(handover, reason, HEAD))
                .orElseThrow();
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (BreaksRules | CannotSucceedException tooLate) {
            return false;
        }
    }

    @SafeVarargs
    private static List<Boolean> atOnce(Callable<Boolean>... steps) throws Exception {
        CyclicBarrier together = new CyclicBarrier(steps.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.length)) {
            List<Future<Boolean>> running = Stream.of(steps)
                    .map(step -> threads.submit(() -> {
                        together.await();
                        return step.call();
                    }))
                    .toList();
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private static Colleague colleague(String group) {
        return new Colleague(group, Set.of(group));
    }

    private String state() {
        return jdbc.sql("SELECT state FROM handover WHERE id = ?")
                .param(handover)
                .query(String.class)
                .single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TakingBackGoOnMariaDbTest extends TakingBackGoTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TakingBackGoOnMySqlTest extends TakingBackGoTest {}

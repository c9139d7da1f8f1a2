package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomesSettled;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomesToSettle;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

/** The outcomes of a file are settled by the set, and nobody can tell from what follows. */
@DomainTest
abstract class SettlingFilesTest {
    private static final String EVERY_DAY = "MON TUE WED THU FRI SAT SUN";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    KeepingRegisters keeping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    private SomeSessions some;

    @BeforeEach
    void projects() {
        some = new SomeSessions(jdbc);
        some.project("GROUP", "PL", EVERY_DAY, null);
        some.project("LEARN", "ET1", EVERY_DAY, null);
        some.project("ENDS", "PL", EVERY_DAY, TODAY.plusDays(3));
        for (String project : List.of("GROUP", "LEARN", "ENDS"))
            given.theProject(project).places(1_000).save();
    }

    @Test
    void eachOutcomeOnEachKindOfOrderIsSettledAsIfItWereAlone() {
        List<List<Long>> together = new ArrayList<>();
        List<List<Long>> alone = new ArrayList<>();
        for (String outcome : outcomes()) {
            for (Order order : Order.values()) {
                together.add(order.with(this, outcome));
                alone.add(order.with(this, outcome));
            }
        }
        settleTogether(together.stream().flatMap(List::stream).toList());
        List<EngineMessage> toldTogether = told();
        alone.forEach(sessions -> sessions.forEach(this::settleAlone));
        List<EngineMessage> toldAlone = told().subList(toldTogether.size(), told().size());

        for (int i = 0; i < together.size(); i++)
            assertThat(picture(together.get(i).getFirst()))
                    .as("order %d", i)
                    .isEqualTo(picture(alone.get(i).getFirst()));
        assertThat(names(toldTogether)).containsExactlyInAnyOrderElementsOf(names(toldAlone));
        assertThat(names(toldTogether)).contains("unpaidwork.enforcementNeeded", "unpaidwork.sessionChanged");
        assertThat(events.stream(OutcomesSettled.class)
                        .mapToInt(one -> one.caseIds().size()))
                .as("the cases whose termination may wait for it")
                .containsExactly(together.size());
        assertThat(events.stream(OutcomeSettled.class)
                        .map(OutcomeSettled::caseId)
                        .distinct())
                .hasSameSizeAs(together);
    }

    @Test
    void ordersThatArePlannedTogetherLeaveEachOtherTheirPlacesAndTheirHours() {
        given.theProject("GROUP").places(2).save();
        List<Long> sessions = new ArrayList<>();
        for (int n = 0; n < 4; n++) sessions.addAll(Order.WEEKLY.with(this, "AAME"));
        long first = orderOf(sessions.getFirst());
        long second = secondOrderOfThePersonOf(first);
        sessions.add(some.session(second, "GROUP", YESTERDAY));
        given.allSessions().state("CANCELLED").save();
        sessions.forEach(session -> given.theSession(session).recorded("AAME").save());
        settleTogether(sessions);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM upw_order o WHERE EXISTS (SELECT 1 FROM upw_session s WHERE s.order_id = o.id AND s.state = 'PLANNED')"))
                .isEqualTo(5);
        assertThat(
                        count(
                                "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM upw_session WHERE state = 'PLANNED' GROUP BY on_date) days"))
                .isEqualTo(2);
        assertThat(count(
                        "SELECT COUNT(*) FROM upw_session a JOIN upw_session b ON b.on_date = a.on_date AND b.state = 'PLANNED' WHERE a.state = 'PLANNED' AND a.order_id = %d AND b.order_id = %d"
                                .formatted(first, second)))
                .as("one person")
                .isZero();
    }

    @Test
    void whatIsSettledIsNotSettledAgainWhoeverIsFirst() throws Exception {
        List<Long> sessions = new ArrayList<>();
        for (int n = 0; n < 40; n++) sessions.addAll(Order.WITH_TWO_SESSIONS.with(this, n % 2 == 0 ? "ATTC" : "UACP"));
        Callable<Boolean> byTheSet = () -> settleTogether(sessions);
        Callable<Boolean> oneByOne = () -> {
            sessions.forEach(this::settleAlone);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> done : threads.invokeAll(List.of(oneByOne, byTheSet, byTheSet)))
                assertThat(done.get()).isTrue();
        }
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED' AND version = 2"))
                .isEqualTo(80);
        assertThat(count("SELECT COUNT(*) FROM upw_credit")).isEqualTo(40);
        assertThat(count("SELECT COUNT(*) FROM upw_order WHERE minutes_credited = 840"))
                .isEqualTo(20);
        assertThat(count("SELECT COUNT(*) FROM upw_enforcement")).isEqualTo(40);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'MINUTES_CREDITED'"))
                .isEqualTo(40);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'ENFORCEMENT_STARTED'"))
                .isEqualTo(40);
    }

    @Test
    void whatMustWaitIsLeftToTheOrdersProcess() {
        List<Long> withoutProject = Order.WEEKLY.with(this, "ATTC");
        given.theOrder(orderOf(withoutProject.getFirst()))
                .state("ASSESSMENT")
                .withoutProject()
                .save();
        List<Long> ended = Order.WEEKLY.with(this, "ATTC");
        given.theOrder(orderOf(ended.getFirst())).state("STOPPED").save();
        List<Long> ofNobody = Order.WEEKLY.with(this, "ATTC");
        given.theServicesGoingOn(some.caseOf(orderOf(ofNobody.getFirst())))
                .until(YESTERDAY)
                .save();
        List<Long> waiting = new ArrayList<>(withoutProject);
        waiting.addAll(ended);
        waiting.addAll(ofNobody);
        settleTogether(waiting);
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED'"))
                .isZero();
    }

    @Test
    void whatWasHeldBeforeAnOrderLeftItsProjectIsSettled() {
        List<Long> approved = Order.WEEKLY.with(this, "ATTC");
        List<Long> failed = Order.WEEKLY.with(this, "UACP");
        given.theOrder(orderOf(approved.getFirst()))
                .state("APPROVAL")
                .withoutProject()
                .save();
        given.theOrder(orderOf(failed.getFirst()))
                .state("PROJECT")
                .withoutProject()
                .save();
        List<Long> sessions = new ArrayList<>(approved);
        sessions.addAll(failed);
        settleTogether(sessions);
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED'"))
                .isEqualTo(2);
        assertThat(count("SELECT SUM(minutes_credited) FROM upw_order")).isEqualTo(420);
        assertThat(count("SELECT COUNT(*) FROM upw_enforcement")).isEqualTo(1);
    }

    @Test
    void nothingIsSettledWhileTheQueueIsFrozen() {
        List<Long> sessions = Order.WEEKLY.with(this, "ATTC");
        long handover = new SomeCases(jdbc)
                .handover("B-1", "HANDOVER", "NW", "UPW_ORDERS", "", "REGION_NW", "REGION_NW", TODAY, "");
        given.aFrozenQueue(handover, "REGION_NW", "UPW_ORDERS").save();
        settleTogether(sessions);
        assertThat(count("SELECT COUNT(*) FROM upw_credit")).isZero();
        given.allFrozenQueues().unfrozen().save();
        settleTogether(sessions);
        assertThat(count("SELECT COUNT(*) FROM upw_credit")).isEqualTo(1);
    }

    private long secondOrderOfThePersonOf(long first) {
        String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(some.caseOf(first))
                .query(String.class)
                .single();
        long secondCase = given.aCase(crn).event(2).save();
        given.aService(secondCase, "UPW_ORDERS").save();
        return given.anOrder(secondCase, "R9")
                .ordered(2400)
                .state("SESSIONS")
                .project("GROUP")
                .frequency("WEEKLY")
                .firstSession(YESTERDAY)
                .save();
    }

    /** The kinds of order that a session can belong to. Each has a case of its own. */
    private enum Order {
        WEEKLY,
        ONCE,
        ALMOST_COMPLETE,
        OF_LEARNING,
        WITH_TWO_SESSIONS,
        WITH_MORE_PLANNED_THAN_NEEDED,
        WHOSE_PROJECT_ENDS,
        WHOSE_FIRST_DAY_WAS_NEVER_SET;

        List<Long> with(SettlingFilesTest test, String outcome) {
            String project = this == OF_LEARNING ? "LEARN" : this == WHOSE_PROJECT_ENDS ? "ENDS" : "GROUP";
            long order =
                    test.some.order(project, 2400, this == ALMOST_COMPLETE ? 2200 : 0, TODAY.minusMonths(2), YESTERDAY);
            if (this == ONCE) test.given.theOrder(order).frequency("ONCE").save();
            if (this == OF_LEARNING)
                test.given
                        .theOrder(order)
                        .credited(500)
                        .creditedForLearning(500)
                        .save();
            if (this == WHOSE_FIRST_DAY_WAS_NEVER_SET)
                test.given.theOrder(order).firstSession(null).save();
            List<Long> recorded = new ArrayList<>();
            BiConsumer<Integer, Boolean> session = (days, over) -> {
                long id = test.some.session(order, project, YESTERDAY.plusDays(days));
                if (!over) return;
                test.given
                        .theSession(id)
                        .recorded(outcome)
                        .recordedBy("upw-supervisor-nw")
                        .verySerious(outcome.equals("ATSH"))
                        .save();
                recorded.add(id);
            };
            if (this == WITH_TWO_SESSIONS) session.accept(-7, true);
            session.accept(0, true);
            session.accept(7, false);
            if (this == ALMOST_COMPLETE || this == WITH_MORE_PLANNED_THAN_NEEDED)
                for (int week = 2; week < 9; week++) session.accept(7 * week, false);
            return recorded;
        }
    }

    @Test
    void ofTwoLastOutcomesAtOnceTheRegisterEndsThoughOneCannotBeSettledYet() throws Exception {
        List<Long> orders = List.of(
                some.order("GROUP", 2400, 0, TODAY.minusMonths(2), YESTERDAY),
                some.order("GROUP", 2400, 0, TODAY.minusMonths(2), YESTERDAY));
        List<Long> last = orders.stream()
                .map(order ->
                        given.aSession(order, "GROUP", YESTERDAY).onRegister().save())
                .toList();
        keeping.begin();
        last.forEach(session -> given.theSession(session)
                .recorded("ATTC")
                .recordedBy("supervisor")
                .save());
        CountDownLatch worksOnAnOrder = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<?> elsewhere = threads.submit(() -> transaction.executeWithoutResult(working -> {
                count("SELECT id FROM upw_order WHERE id = %d FOR UPDATE".formatted(orders.getLast()));
                worksOnAnOrder.countDown();
                await(ended);
            }));
            await(worksOnAnOrder);
            List<Future<Boolean>> settling = last.stream()
                    .map(session -> threads.submit(() -> settleTogether(List.of(session))))
                    .toList();
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> count("SELECT COUNT(*) FROM upw_register WHERE state = 'DONE'") == 1);
            } finally {
                ended.countDown();
            }
            elsewhere.get();
            for (Future<Boolean> done : settling) assertThat(done.get()).isTrue();
        }
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE state IN ('RECORDED', 'SETTLED')"))
                .as("what could not be settled is still there to be settled")
                .isEqualTo(2);
        assertThat(told().stream().filter(message -> message.name().equals("unpaidwork.registerDone")))
                .as("one of them ends it")
                .hasSizeLessThan(2);
    }

    @Test
    void aRegisterThatIsCompleteWhenItsProcessBeginsIsDone() {
        long order = some.order("GROUP", 2400, 0, TODAY.minusMonths(2), YESTERDAY);
        long session = given.aSession(order, "GROUP", YESTERDAY).onRegister().save();
        keeping.begin();
        given.theSession(session).recorded("ATTC").recordedBy("supervisor").save();
        long register = count("SELECT id FROM upw_register");
        assertThat(keeping.prepare(register, 1).complete()).isTrue();
        assertThat(count("SELECT COUNT(*) FROM upw_register WHERE state = 'DONE'"))
                .isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private boolean settleTogether(List<Long> sessions) {
        transaction.executeWithoutResult(file -> publisher.publishEvent(new OutcomesToSettle(sessions)));
        return true;
    }

    private void settleAlone(long session) {
        switch (settling.read(session)) {
            case CREDIT -> settling.credit(session);
            case RESCHEDULE -> settling.reschedule(session);
            case ENFORCE, CREDIT_AND_ENFORCE -> opening.start(session);
        }
    }

    private List<String> outcomes() {
        return jdbc.sql("SELECT code FROM upw_outcome ORDER BY code")
                .query(String.class)
                .list();
    }

    private long orderOf(long session) {
        return jdbc.sql("SELECT order_id FROM upw_session WHERE id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    /** All that is known of the order of a session, without the numbers that differ from order to order. */
    private List<String> picture(long session) {
        long order = orderOf(session);
        List<String> picture = new ArrayList<>();
        for (String sql : List.of(
                "SELECT CONCAT_WS(' ', minutes_credited, ete_minutes_credited, version > 0, state) FROM upw_order WHERE id = ?",
                "SELECT CONCAT_WS(' ', on_date, start_time, state, meaning, credited_minutes, version, outcome_code, settled_at IS NULL, session_reference LIKE 'UPW%') FROM upw_session WHERE order_id = ? ORDER BY on_date, start_time",
                "SELECT CONCAT_WS(' ', c.kind, c.minutes, c.made_by, s.on_date, c.credit_key = CONCAT('session/', s.id)) FROM upw_credit c JOIN upw_session s ON s.id = c.session_id WHERE c.order_id = ? ORDER BY c.id",
                "SELECT CONCAT_WS(' ', e.failed_on, e.state, e.counts, e.very_serious, e.version, s.on_date) FROM upw_enforcement e JOIN upw_session s ON s.id = e.session_id WHERE e.order_id = ? ORDER BY e.id",
                "SELECT CONCAT_WS(' ', actor, action, region_code, JSON_EXTRACT(facts, '$.minutes'), JSON_EXTRACT(facts, '$.education'), JSON_EXTRACT(facts, '$.session') IS NULL, JSON_EXTRACT(facts, '$.enforcement') IS NULL) FROM audit_entry WHERE subject = CONCAT('order/', ?) ORDER BY action, id"))
            picture.addAll(jdbc.sql(sql).param(order).query(String.class).list());
        return picture;
    }

    private List<EngineMessage> told() {
        return events.stream(EngineMessage.class).toList();
    }

    private static List<String> names(List<EngineMessage> told) {
        return told.stream().map(EngineMessage::name).toList();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SettlingFilesOnMariaDbTest extends SettlingFilesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SettlingFilesOnMySqlTest extends SettlingFilesTest {}

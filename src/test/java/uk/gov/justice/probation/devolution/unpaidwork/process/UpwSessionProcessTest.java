package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomesToSettle;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

class UpwSessionProcessTest extends ProcessScenario {

    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));
    private static final Colleague OTHER = new Colleague("second-supervisor", Set.of("upw-supervisor-nw"));

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    PlanningSessions planning;

    @Autowired
    DueToday due;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    private SomeSessions some;
    private long order;

    @BeforeEach
    void anOrderThatWorksEveryWeek() {
        some = orders.some();
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        order = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(2));
    }

    @Test
    void theSupervisorRecordsWhatWasWorkedAndItIsCreditedOnce() {
        long session = some.session(order, "NW-01", today().plusDays(1));
        long instance = start(session);
        process(instance).hasActiveElements("Gateway_Wait");
        assertThat(tasklist.allOpen("Task_RecordOutcome"))
                .as("not before it starts")
                .isEmpty();
        untilEveningOf(today().plusDays(1));

        assertThat(tasklist.card(tasklist.open("Task_RecordOutcome")).orElseThrow())
                .as("whose session it is, where and when")
                .matches("CRN X\\d{6}, .+, \\w{3} \\d{1,2} \\w{3,4}");
        tasklist.complete("Task_RecordOutcome", SUPERVISOR.userName(), worked("ATTC", "09:00", "16:00", 15));

        process(instance)
                .isCompleted()
                .hasCompletedElementsInOrder("Task_FindMeaning", "Task_Credit", "End_Settled")
                .hasNotActivatedElements("Task_StartEnforcement", "Task_Reschedule");
        assertThat(credited()).isEqualTo(405);
        assertThat(records.count("SELECT COUNT(*) FROM upw_credit WHERE session_id = ?", session))
                .isEqualTo(1);
        assertThat(records.audited("session/" + session)).contains("OUTCOME_RECORDED by upw-supervisor-nw");
    }

    @Test
    void whatItsFileSettledIsNotSettledAgain() {
        long session = some.session(order, "NW-01", today().minusDays(1));
        given.theSession(session).recorded("AFTC").recordedBy(OTHER.userName()).save();
        transaction.executeWithoutResult(file -> publisher.publishEvent(new OutcomesToSettle(List.of(session))));
        assertThat(credited()).isEqualTo(420);

        long instance = start(session);

        process(instance)
                .isCompleted()
                .hasCompletedElementsInOrder("Task_FindMeaning", "End_Settled")
                .hasNotActivatedElements("Task_Credit", "Task_StartEnforcement", "Task_Reschedule");
        assertThat(credited()).isEqualTo(420);
        assertThat(records.count("SELECT COUNT(*) FROM upw_enforcement WHERE session_id = ?", session))
                .isEqualTo(1);
    }

    @Test
    void whatBreaksARuleComesBackAndAFailureThatWasAttendedIsCreditedAndEnforced() {
        long session = some.session(order, "NW-01", today().minusDays(1));
        long instance = start(session);

        tasklist.complete("Task_RecordOutcome", SUPERVISOR.userName(), worked("ATSH", "11:00", "09:00", 0));
        await("it comes back").atMost(Duration.ofSeconds(60)).until(() -> refusal(), text -> text.contains("end"));
        tasklist.complete("Task_RecordOutcome", SUPERVISOR.userName(), worked("ATSH", "09:00", "11:00", 0));

        process(instance)
                .isCompleted()
                .hasCompletedElementsInOrder("Task_Credit", "Task_StartEnforcement", "End_Settled");
        assertThat(credited()).isEqualTo(120);
        assertThat(records.count("SELECT COUNT(*) FROM upw_enforcement WHERE session_id = ?", session))
                .isEqualTo(1);
    }

    @Test
    void whoDoesNotComeIsEnforcedAndTheTimeIsPlannedAgain() {
        long session = some.session(order, "NW-01", today().minusDays(1));
        long instance = start(session);

        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR.userName(),
                Map.of("outcomeCode", "UACP", "explained", false, "verySerious", false));

        process(instance)
                .isCompleted()
                .hasCompletedElements("Task_StartEnforcement")
                .hasNotActivatedElements("Task_Credit");
        assertThat(credited()).isZero();
        assertThat(records.count(
                        "SELECT COUNT(*) FROM upw_session WHERE order_id = ? AND state = 'PLANNED' AND on_date > ?",
                        order,
                        today()))
                .isPositive();
    }

    @Test
    void anAbsenceToldInAdvanceEndsTheWaitingAndItsReasonNeverReachesTheEngine() {
        long session = some.session(order, "NW-01", today().plusDays(3));
        long instance = start(session);
        process(instance).hasActiveElements("Gateway_Wait");

        recording.record(session, absence("AAME", 1), SUPERVISOR);

        process(instance).isCompleted().hasCompletedElements("Catch_OutcomeRecorded", "Task_Reschedule", "End_Settled");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("AAME")
                        || variable.getValue().contains("Planted"));
    }

    @Test
    void ofTwoSupervisorsTheSecondIsToldWhoWasFirstAndNothingIsCountedTwice() {
        long session = some.session(order, "NW-01", today().minusDays(1));
        long instance = start(session);
        tasklist.open("Task_RecordOutcome");

        recording.record(session, new Outcome("ATTC", null, null, 0, null, null, null, false, false, false, 1), OTHER);
        assertThatThrownBy(() -> recording.record(
                        session,
                        new Outcome("ATTC", null, null, 0, null, null, null, false, false, false, 1),
                        SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("second-supervisor");

        process(instance).isCompleted().hasCompletedElements("Message_OutcomeRecorded", "End_Settled");
        assertThat(tasklist.allOpen("Task_RecordOutcome")).isEmpty();
        assertThat(credited()).isEqualTo(420);
        assertThat(records.count("SELECT COUNT(*) FROM upw_credit WHERE order_id = ?", order))
                .isEqualTo(1);
    }

    @Test
    void anOutcomeThatIsMissingIsAskedForAndTheTaskStays() {
        long session = some.session(order, "NW-01", today().minusDays(1));
        long instance = start(session);
        tasklist.open("Task_RecordOutcome");

        untilEveningOf(workingDay(5));

        process(instance)
                .hasCompletedElements("Timer_OutcomeLate", "End_SupervisorReminded")
                .hasActiveElements("Task_RecordOutcome");
        assertThat(records.messagesTo("upw-supervisor-nw")).isNotEmpty();
    }

    @Test
    void aSessionThatHasItsOutcomeIsSettledWithoutATaskAndOneThatWasCancelledEnds() {
        long recorded = some.session(order, "NW-01", today().minusDays(2));
        recording.record(
                recorded, new Outcome("ATTC", null, null, 0, null, null, null, false, false, false, 1), SUPERVISOR);
        long cancelled = some.session(order, "NW-01", today().plusDays(2));
        given.theSession(cancelled).state("CANCELLED").save();

        process(start(recorded))
                .isCompleted()
                .hasCompletedElements("End_Settled")
                .hasNotActivatedElements("Task_RecordOutcome", "Gateway_Wait");
        process(start(cancelled)).isCompleted().hasCompletedElements("End_SessionCancelled");
    }

    @Test
    void aSessionThatIsPlannedAnewBeforeItStartsEndsTheWaiting() {
        given.theProject("NW-01").type("ES").save();
        planning.plan(order);
        long first = jdbc.sql(
                        "SELECT id FROM upw_session WHERE order_id = ? AND state = 'PLANNED' ORDER BY on_date LIMIT 1")
                .param(order)
                .query(Long.class)
                .single();
        long instance = start(first);
        process(instance).hasActiveElements("Gateway_Wait");

        LocalDate on = jdbc.sql("SELECT on_date FROM upw_session WHERE id = ?")
                .param(first)
                .query(LocalDate.class)
                .single();
        some.project("NW-02", "ES", on.plusDays(2).getDayOfWeek().name().substring(0, 3), null);
        given.theOrder(order).project("NW-02").save();
        planning.plan(order);

        process(instance).isCompleted().hasCompletedElements("Catch_SessionChanged", "End_SessionChanged");
    }

    @Test
    void aLaterSessionWhoseOutcomeIsThereFirstTakesTheTaskAway() {
        long earlier = some.session(order, "NW-01", today().minusDays(3));
        long later = some.session(order, "NW-01", today().minusDays(1));
        long instance = start(earlier);
        tasklist.open("Task_RecordOutcome");

        recording.record(later, new Outcome("ATTC", null, null, 0, null, null, null, false, false, false, 1), OTHER);

        process(instance).isCompleted().hasCompletedElements("Message_SessionChanged", "End_SessionMoved");
        assertThat(tasklist.allOpen("Task_RecordOutcome")).isEmpty();
    }

    @Test
    void ofALimitedAccessCaseTheEngineDoesNotKnowWhenTheSessionIsAndIsToldTheMorningAfter() {
        some.limited(order);
        given.theOrder(order).process(1).save();
        LocalDate day = today().plusDays(3);
        long instance = start(some.session(order, "NW-01", day));
        process(instance).hasActiveElements("Gateway_Wait");
        assertThat(variables()).noneMatch(variable -> variable.getValue().contains(day.toString()));
        untilEveningOf(day);
        due.tell();
        process(instance).hasActiveElements("Gateway_Wait");

        untilMorningOf(day.plusDays(1));
        due.tell();

        assertThat(tasklist.open("Task_RecordOutcome").getDueDate().toLocalDate())
                .as("counted from now")
                .isEqualTo(workingDay(1));
        process(instance).hasCompletedElements("Catch_SessionOver");
        assertThat(variables()).noneMatch(variable -> variable.getValue().contains(day.toString()));
    }

    @Test
    void ofALimitedAccessCaseTheTaskShowsTheCrnAndThePageAlone() {
        some.limited(order);
        some.granted(order, SUPERVISOR.userName());
        long session = some.session(order, "NW-01", today().minusDays(1));
        start(session);

        tasklist.complete("Task_RecordOutcome", SUPERVISOR.userName(), Map.of());
        await("it comes back").atMost(Duration.ofSeconds(60)).until(() -> refusal(), text -> text.contains("page"));

        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("NW-01"));
    }

    private long start(long session) {
        return orders.start("upw-session", order, Map.of("sessionId", session));
    }

    private static Map<String, Object> worked(String code, String from, String until, int penalty) {
        return Map.of(
                "outcomeCode",
                code,
                "workedFrom",
                from,
                "workedUntil",
                until,
                "penaltyMinutes",
                penalty,
                "quality",
                "GOOD",
                "behaviour",
                "GOOD");
    }

    private static Outcome absence(String code, int version) {
        return new Outcome(code, null, null, 0, null, null, "Planted: in hospital", true, false, false, version);
    }

    private int credited() {
        return jdbc.sql("SELECT minutes_credited FROM upw_order WHERE id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private String refusal() {
        return camunda
                .newVariableSearchRequest()
                .filter(filter -> filter.name("outcomeRefused"))
                .send()
                .join()
                .items()
                .stream()
                .map(found -> found.getValue())
                .findFirst()
                .orElse("");
    }

    private List<Variable> variables() {
        return camunda.newVariableSearchRequest()
                .page(page -> page.limit(500))
                .send()
                .join()
                .items();
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}

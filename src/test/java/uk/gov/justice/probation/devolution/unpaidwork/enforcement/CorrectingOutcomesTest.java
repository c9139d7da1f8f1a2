package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.CompletingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.AdjustingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Correction;
import uk.gov.justice.probation.devolution.unpaidwork.session.Corrections;
import uk.gov.justice.probation.devolution.unpaidwork.session.Meaning;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

@DomainTest
abstract class CorrectingOutcomesTest {
    private static final Colleague SUPERVISOR = new Colleague("supervisor", Set.of("upw-supervisor-nw"));
    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));
    private static final String EVERY_DAY = "MON TUE WED THU FRI SAT SUN";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    AnsweringBreachPacks packs;

    @Autowired
    CorrectingOutcomes correcting;

    @Autowired
    AdjustingMinutes adjusting;

    @Autowired
    CompletingOrders completing;

    @Autowired
    OpeningOrders openingOrders;

    @Autowired
    Corrections corrections;

    @Autowired
    Enforcing enforcing;

    @Autowired
    JudgingReasons judging;

    @Autowired
    Enforcements enforcements;

    @Autowired
    Sessions sessions;

    @Autowired
    Orders orders;

    @Autowired
    ApplicationEvents events;

    private SomeSessions some;
    private long order;
    private long session;

    @BeforeEach
    void anOrderWithASessionThatIsOver() {
        some = new SomeSessions(jdbc);
        order = some.order(some.project("NWP1", "PL", EVERY_DAY, null), 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        session = some.session(order, "NWP1", YESTERDAY);
    }

    @Test
    void minutesAreCountedAgainAndWhatItWasIsKept() {
        settled("ATTC");
        correct("ATTC", 30, ADMIN);
        correct("AFTC", "09:00", "11:00", 0, ADMIN);

        assertThat(orders.get(order).minutesCredited()).isEqualTo(120);
        assertThat(sessions.get(session))
                .extracting(Session::creditedMinutes, Session::recordedBy, Session::state)
                .containsExactly(120, "admin", SessionState.SETTLED);
        assertThat(corrections.of(session))
                .extracting(
                        Correction::outcomeCode, Correction::minutes, Correction::recordedBy, Correction::correctedBy)
                .containsExactly(tuple("ATTC", 420, "supervisor", "admin"), tuple("ATTC", 390, "admin", "admin"));
        assertThat(credits()).containsExactly(420, -30, -270);
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE action = 'OUTCOME_CORRECTED' ORDER BY id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(facts -> assertThat(facts).doesNotContain("ATTC", "AFTC"));
    }

    @Test
    void theSameOutcomeAgainCountsNothing() {
        settled("ATTC");
        correct("ATTC", 0, SUPERVISOR);
        assertThat(credits()).containsExactly(420);
        assertThat(notifications()).isEmpty();
    }

    @Test
    void travelTimeIsTakenBackIfThePersonHadNotCome() {
        settled("ATTC");
        adjusting.travel(order, session, 60, SUPERVISOR);
        correct("AFTC", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(480);
        correct("AAME", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited()).isZero();
        correct("ATTC", 0, SUPERVISOR);
        correct("AAME", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited())
                .as("it is taken back once")
                .isZero();
    }

    @Test
    void aFailureThatWasOverlookedStartsItsEnforcementAndTheTimeIsPlannedAgain() {
        settled("ATTC");
        int planned = sessions.progress(order).planned();
        correct("UACP", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited()).isZero();
        assertThat(sessions.progress(order).planned()).isGreaterThanOrEqualTo(planned + 420);
        long enforcement = enforcements.ofSession(session).orElseThrow().id();
        assertThat(messages("unpaidwork.enforcementNeeded"))
                .singleElement()
                .satisfies(message -> assertThat(message.variables()).isEqualTo(Map.of("enforcementId", enforcement)));
        assertThat(notifications()).singleElement().asString().contains("It is a failure now");
        assertThat(sessions.get(session).meaning()).isEqualTo(Meaning.ENFORCE);
    }

    @Test
    void whileEvidenceIsWaitedForAFailureThatWasNoneEndsWithoutALetter() {
        long enforcement = failed();
        opening.open(enforcement);
        correct("ATTC", 0, SUPERVISOR);
        assertThat(messages("unpaidwork.evidenceJudged")).hasSize(1);
        assertThat(enforcing.count(enforcement)).isEqualTo(new Enforcing.Count(true, false, 0));
        enforcing.takeNoAction(enforcement);
        assertThat(enforcements.get(enforcement))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.CLOSED, false);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
        assertThat(letters()).isEmpty();
        assertThat(notifications()).singleElement().asString().contains("no longer a failure");
    }

    @Test
    void aWarningIsWithdrawnWhetherItIsOpenOrClosed() {
        long open = failed();
        enforcing.warn(open);
        correct("AAME", 0, SUPERVISOR);
        assertThat(messages("unpaidwork.reasonAccepted")).hasSize(1);
        enforcing.withdraw(open);
        assertThat(enforcements.get(open))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.WITHDRAWN, false);

        session = some.session(order, "NWP1", YESTERDAY.minusDays(1));
        long closed = failed();
        enforcing.warn(closed);
        enforcing.closeWarning(closed);
        correct("AAME", 0, SUPERVISOR);
        assertThat(enforcements.get(closed))
                .extracting(Enforcement::state, Enforcement::counts)
                .containsExactly(EnforcementState.WITHDRAWN, false);
        assertThat(letters()).containsExactlyInAnyOrder("WARNING", "WITHDRAWAL", "WARNING", "WITHDRAWAL");
    }

    @Test
    void whatTheCourtHasStays() {
        long enforcement = failed();
        enforcing.prepareBreach(enforcement, EnforcementStep.BREACH);
        packs.answer(enforcement, "SENT", TODAY, SomeAnswers.of(1, "practitioner-nw"));
        assertThatThrownBy(() -> correct("ATTC", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("Tell the court first");
        assertNothingChanged("UACP");
    }

    @Test
    void aFailureTakenBackCannotComeAgainAndItsWeightCannotChange() {
        long enforcement = failed();
        assertThatThrownBy(() -> correcting.correct(session, outcome("UACP", null, null, 0, true), SUPERVISOR))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("verySerious");
        assertNothingChanged("UACP");
        correct("ATTC", 0, SUPERVISOR);
        assertThatThrownBy(() -> correct("UACP", 0, SUPERVISOR))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("was a failure that was corrected");
        assertThat(enforcements.get(enforcement).counts()).isFalse();
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
    }

    @Test
    void minutesOfAFailureWhoseReasonWasAcceptedCanStillBeCorrected() {
        recording.record(session, outcome("ATSH", "09:00", "11:00", 0, false), SUPERVISOR);
        settling.credit(session);
        long enforcement = opening.start(session);
        judging.judge(
                enforcement,
                true,
                "Planted: at the hospital",
                new Colleague("practitioner", Set.of("practitioner-nw")));
        correct("ATSH", "09:00", "12:00", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(180);
        assertThat(enforcements.get(enforcement).counts()).isFalse();
        assertThat(notifications()).isEmpty();
    }

    @Test
    void ofALimitedCaseTheMessageTellsTheCrnAlone() {
        settled("ATTC");
        some.limited(order);
        correcting.correct(
                session, outcome("UACP", null, null, 0, false), new Colleague("P0001", Set.of("upw-supervisor-nw")));
        assertThat(notifications())
                .containsExactly("If you can see this limited-access case, read it on the page of session %d."
                        .formatted(session));
    }

    @Test
    void educationIsCountedAgainUpToItsCap() {
        some.project("NWE1", "ET1", EVERY_DAY, null);
        given.allOrders().credited(700).creditedForLearning(700).save();
        session = some.session(order, "NWE1", YESTERDAY.minusDays(1));
        settled("ATTC");
        assertThat(orders.get(order).eteMinutesCredited()).isEqualTo(720);
        correct("AFTC", "09:00", "09:10", 0, SUPERVISOR);
        assertThat(orders.get(order))
                .extracting(Order::minutesCredited, Order::eteMinutesCredited)
                .containsExactly(710, 710);
        correct("ATTC", 0, SUPERVISOR);
        assertThat(orders.get(order))
                .extracting(Order::minutesCredited, Order::eteMinutesCredited)
                .containsExactly(720, 720);
    }

    @Test
    void neverMoreThanRemains() {
        settled("AAME");
        given.allOrders().credited(2399).save();
        correct("ATTC", 0, SUPERVISOR);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(2400);
        assertThatThrownBy(() -> correct("AAME", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("hours of the order are complete");
        assertThat(orders.get(order).minutesCredited()).isEqualTo(2400);
    }

    @Test
    void anOutcomeThatCompletedTheHoursIsTakenBackAndTheOrderGoesOn() {
        completed();
        assertThat(terminations()).containsExactly("EVIDENCE HOURS_COMPLETE");

        correct("AAME", 0, SUPERVISOR);

        assertThat(orders.get(order))
                .extracting(Order::state, Order::status, Order::completedAt, Order::minutesCredited)
                .containsExactly(OrderState.SESSIONS, "WK", null, 1980);
        assertThat(sessions.progress(order).planned()).isGreaterThanOrEqualTo(420);
        assertThat(messages("unpaidwork.orderReceived")).hasSize(1);
        assertThat(messages("unpaidwork.orderStopped"))
                .as("its process has ended")
                .isEmpty();
        assertThat(terminations()).containsExactly("CANCELLED HOURS_COMPLETE");
        assertThat(messages("termination.eventHappened")).hasSize(1);
        assertThat(notifications())
                .filteredOn(body -> body.contains("7 hours are left to work"))
                .hasSize(3);
        assertThat(notifications())
                .filteredOn(body -> body.contains("Its tasks are withdrawn"))
                .hasSize(2);
        assertThat(actions()).contains("COMPLETION_TAKEN_BACK");
        assertThat(completing.complete(order, 7))
                .as("the step of the former process, delivered again")
                .isTrue();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.SESSIONS);

        correct("ATTC", 0, SUPERVISOR);
        completing.complete(order);
        assertThat(terminations())
                .as("it is complete again, and ends again")
                .containsExactly("CANCELLED HOURS_COMPLETE", "COLLECTING HOURS_COMPLETE");
    }

    @Test
    void anOrderThatStaysCompleteGoesOnBeingEnded() {
        completed();
        correct("ATTC", "09:00", "16:00", 0, ADMIN);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETE);
        assertThat(terminations()).containsExactly("EVIDENCE HOURS_COMPLETE");

        session = some.session(order, "NWP1", YESTERDAY.minusDays(1));
        settled("ATTC");
        assertThat(sessions.get(session).creditedMinutes()).isZero();
        assertThatThrownBy(() -> correct("UACP", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("complete without this session too");
        assertThat(enforcements.ofSession(session)).isEmpty();
    }

    @Test
    void aFailureInItsPlaceIsEnforcedByTheProcessThatBeginsAgain() {
        completed();
        correct("UACP", 0, SUPERVISOR);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.SESSIONS);
        assertThat(messages("unpaidwork.enforcementNeeded")).hasSize(1);
    }

    @Test
    void enforcementThatWasUnderWayGoesOnInTheNewProcess() {
        long failed = failed();
        session = some.session(order, "NWP1", YESTERDAY.minusDays(1));
        completed();
        correct("AAME", 0, SUPERVISOR);
        assertThat(messages("unpaidwork.orderStopped"))
                .as("the former process, which still enforces, ends")
                .hasSize(1);
        assertThat(enforcements.get(failed).state()).isEqualTo(EnforcementState.STOPPED);

        openingOrders.open(order, 8);

        assertThat(enforcements.get(failed).state()).isEqualTo(EnforcementState.EVIDENCE);
        assertThat(messages("unpaidwork.enforcementNeeded"))
                .last()
                .satisfies(message ->
                        assertThat(message.messageId()).startsWith("enforcementNeeded-%d-again".formatted(failed)));
    }

    @Test
    void aTerminationThatBeganForAnotherReasonLooksAgain() {
        completed();
        given.allTerminations().cause("EXPECTED_END").save();
        correct("AAME", 0, SUPERVISOR);
        assertThat(terminations()).containsExactly("EVIDENCE EXPECTED_END");
        assertThat(messages("termination.eventHappened"))
                .singleElement()
                .satisfies(message -> assertThat(message.messageId()).startsWith("lookAgain-"));
    }

    @Test
    void onceTheCourtIsToldItStays() {
        completed();
        given.theCaseOf(order).ended(TODAY).save();
        assertThatThrownBy(() -> correct("AAME", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessage(
                        "The unpaid work was ended with an outcome, and the court is told of it. Ask case administration to reopen the case, then correct the outcome.");
        assertThat(orders.get(order))
                .extracting(Order::state, Order::minutesCredited)
                .containsExactly(OrderState.COMPLETE, 2400);
        assertThat(terminations()).containsExactly("EVIDENCE HOURS_COMPLETE");
        assertThat(corrections.of(session)).isEmpty();
    }

    @Test
    void ofALimitedCaseThatGoesOnPeopleAreToldTheCrnAlone() {
        completed();
        some.limited(order);
        correcting.correct(
                session, outcome("AAME", null, null, 0, false), new Colleague("P0001", Set.of("upw-supervisor-nw")));
        assertThat(orders.get(order).state()).isEqualTo(OrderState.SESSIONS);
        assertThat(notifications())
                .hasSize(5)
                .allSatisfy(body -> assertThat(body).startsWith("If you can see this limited-access case"));
    }

    /** The outcome of the session completes the hours, and the region is about to end the case. */
    private void completed() {
        given.aService(some.caseOf(order), "TERMINATIONS").save();
        given.allOrders().credited(1980).save();
        settled("ATTC");
        assertThat(completing.complete(order)).isTrue();
        given.allTerminations().state("EVIDENCE").save();
    }

    private List<String> terminations() {
        return jdbc.sql("SELECT CONCAT(state, ' ', cause) FROM termination ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> actions() {
        return jdbc.sql("SELECT action FROM audit_entry ORDER BY id")
                .query(String.class)
                .list();
    }

    @Test
    void onlyWhatIsSettledAndOpenCanBeCorrectedByThoseWhoRecord() {
        assertThatThrownBy(() -> correct("ATTC", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("no outcome that can be corrected");
        recording.record(session, outcome("ATTC", null, null, 0, false), SUPERVISOR);
        assertThatThrownBy(() -> correct("UACP", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("is being settled");
        settling.credit(session);
        assertThatThrownBy(() -> correct("UACP", 0, new Colleague("other", Set.of("upw-supervisor-em"))))
                .isInstanceOf(NotAllowedException.class);
        Outcome old = new Outcome("UACP", null, null, 0, null, null, null, false, false, false, 1);
        assertThatThrownBy(() -> correcting.correct(session, old, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("changed since");
        assertThatThrownBy(() -> correct("ATTC", 421, SUPERVISOR))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("penaltyMinutes");
        given.allOrders().state("STOPPED").save();
        assertThatThrownBy(() -> correct("UACP", 0, SUPERVISOR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("has ended: stopped");
        assertNothingChanged("ATTC");
    }

    @Test
    void whileAHandoverHoldsTheQueueNothingIsCorrected() {
        settled("ATTC");
        long handover = new SomeCases(jdbc)
                .handover("B-1", "HANDOVER", "NW", "UPW_ORDERS", "", "REGION_NW", "REGION_NW", TODAY, "");
        given.aFrozenQueue(handover, "REGION_NW", "UPW_ORDERS").save();
        assertThatThrownBy(() -> correct("UACP", 0, SUPERVISOR)).isInstanceOf(Frozen.class);
        assertNothingChanged("ATTC");
    }

    private void settled(String code) {
        recording.record(session, outcome(code, null, null, 0, false), SUPERVISOR);
        settling.credit(session);
    }

    private long failed() {
        settled("UACP");
        return opening.start(session);
    }

    private void correct(String code, int penalty, Colleague by) {
        correct(code, null, null, penalty, by);
    }

    private void correct(String code, String from, String until, int penalty, Colleague by) {
        correcting.correct(session, outcome(code, from, until, penalty, false), by);
    }

    private Outcome outcome(String code, String from, String until, int penalty, boolean serious) {
        return new Outcome(
                code,
                from == null ? null : LocalTime.parse(from),
                until == null ? null : LocalTime.parse(until),
                penalty,
                null,
                null,
                null,
                false,
                false,
                serious,
                sessions.get(session).version());
    }

    private void assertNothingChanged(String code) {
        assertThat(sessions.get(session).outcomeCode()).isEqualTo(code);
        assertThat(corrections.of(session)).isEmpty();
        assertThat(orders.get(order).minutesCredited()).isEqualTo(code.equals("ATTC") ? 420 : 0);
        assertThat(enforcements.ofOrder(order))
                .allSatisfy(enforcement -> assertThat(enforcement.counts()).isTrue());
    }

    private List<Integer> credits() {
        return jdbc.sql("SELECT minutes FROM upw_credit ORDER BY id")
                .query(Integer.class)
                .list();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT template FROM case_letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> notifications() {
        return jdbc.sql("SELECT body FROM notification ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CorrectingOutcomesOnMariaDbTest extends CorrectingOutcomesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CorrectingOutcomesOnMySqlTest extends CorrectingOutcomesTest {}

package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcement;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

@DomainTest
abstract class RecordingOutcomesTest {
    private static final Colleague FIRST = new Colleague("first", Set.of("upw-supervisor-nw"));
    private static final Colleague SECOND = new Colleague("second", Set.of("upw-supervisor-nw"));
    private static final LocalDate LAST_MONDAY = YESTERDAY.with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
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
    PlanningSessions planning;

    @Autowired
    AdjustingMinutes adjusting;

    @Autowired
    SessionNotes notes;

    @Autowired
    Sessions sessions;

    @Autowired
    Orders orders;

    @Autowired
    Enforcements enforcements;

    @Autowired
    ApplicationEvents events;

    private SomeSessions some;
    private String project;
    private long order;
    private long session;

    @BeforeEach
    void anOrderWithASessionThatIsOver() {
        some = new SomeSessions(jdbc);
        project = some.project("NWP1", "PL", EVERY_DAY, null);
        order = some.order(project, 2400, 0, TODAY.minusMonths(2), LAST_MONDAY);
        session = some.session(order, project, LAST_MONDAY);
    }

    @Test
    void anOutcomeIsRecordedAndToldToTheEngineByTheSessionsNumberOnly() {
        Session recorded = recording.record(
                session, outcome("ATTC").notes("Planted: hurt their back").build(), FIRST);

        assertThat(recorded)
                .extracting(Session::state, Session::recordedBy, Session::outcomeCode, Session::version)
                .containsExactly(SessionState.RECORDED, "first", "ATTC", 2);
        assertThat(messages("unpaidwork.outcomeRecorded")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(session));
            assertThat(message.variables()).isEmpty();
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%Planted%' OR facts LIKE '%ATTC%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_session WHERE CONVERT(notes USING latin1) LIKE '%Planted%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(notes.read(session, FIRST)).isEqualTo("Planted: hurt their back");
    }

    @Test
    void whatWasHeldIsRecordedThoughItsProjectHasStoppedOnThatDay() {
        given.theProject(project).days("SUN").ends(LAST_MONDAY.minusDays(1)).save();

        assertThat(recording.record(session, outcome("ATTC").build(), FIRST).state())
                .isEqualTo(SessionState.RECORDED);
    }

    @Test
    void whoComesSecondIsToldWhoWasFirstAndWhenAndNothingChanges() {
        recording.record(session, outcome("ATTC").build(), FIRST);
        settle();
        assertThatThrownBy(() -> recording.record(session, outcome("UACP").build(), SECOND))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("was recorded by first on ")
                .hasMessageContaining("nothing is counted twice");
        assertThat(sessions.get(session).outcomeCode()).isEqualTo("ATTC");
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
    }

    @Test
    void ofManySupervisorsAtOnceOneIsTakenAndCountedOnce() throws Exception {
        List<Callable<Boolean>> entries = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Colleague each = new Colleague("supervisor" + n, Set.of("upw-supervisor-nw"));
            entries.add(() -> {
                recording.record(session, outcome("ATTC").build(), each);
                return true;
            });
        }
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var entry : threads.invokeAll(entries)) {
                try {
                    if (entry.get()) taken++;
                } catch (ExecutionException second) {
                    assertThat(second.getCause()).isInstanceOf(Taken.class);
                }
            }
            assertThat(taken).isEqualTo(1);
            for (var credited : threads.invokeAll(List.of(this::credit, this::credit, this::credit, this::credit)))
                credited.get();
        }
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_credit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOldVersionIsRefused() {
        notes.write(session, "A note", true, 1, FIRST);
        assertThatThrownBy(() -> recording.record(session, outcome("ATTC").build(), SECOND))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("version 1, now 2");
        assertThat(sessions.get(session).state()).isEqualTo(SessionState.PLANNED);
    }

    @Test
    void everyBrokenRuleIsSaid() {
        var wrong = outcome("XXXX").quality("LOVELY").build();
        assertThatThrownBy(() -> recording.record(session, wrong, FIRST))
                .isInstanceOfSatisfying(
                        BreaksRules.class,
                        refused -> assertThat(refused.broken())
                                .extracting(BrokenRule::field)
                                .containsExactlyInAnyOrder("outcomeCode", "quality"));
        var late = outcome("ATTC").from("16:00").until("09:00").penalty(1).build();
        assertThatThrownBy(() -> recording.record(session, late, FIRST))
                .hasMessageContaining("endTime must be after the start");
        var serious = outcome("ATTC").serious().build();
        assertThatThrownBy(() -> recording.record(session, serious, FIRST))
                .hasMessageContaining("verySerious can only be said of a failure");
        assertThat(sessions.get(session).state()).isEqualTo(SessionState.PLANNED);
    }

    @Test
    void withoutAProjectAnOutcomeIsSettledThoughNoProcessWaitsForIt() {
        given.theOrder(order).state("PROJECT").withoutProject().save();
        recording.record(session, outcome("ATTC").build(), FIRST);
        assertThat(events.stream(OutcomesToSettle.class)).containsExactly(new OutcomesToSettle(List.of(session)));
    }

    @Test
    void nobodyAttendsTwoSessionsOfAnOrderAtTheSameHours() {
        recording.record(session, outcome("ATTC").build(), FIRST);
        settle();
        long sameHours = some.session(order, project, LAST_MONDAY, LocalTime.of(15, 0), LocalTime.of(17, 0));
        long afterwards = some.session(order, project, LAST_MONDAY, LocalTime.of(16, 0), LocalTime.of(18, 0));

        assertThatThrownBy(() -> recording.record(sameHours, outcome("ATTC").build(), SECOND))
                .hasMessageContaining("outcomeCode would count these hours twice: the session from 09:00 to 16:00");
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
        assertThat(recording.record(sameHours, outcome("RSSR").build(), SECOND).state())
                .as("what was not attended")
                .isEqualTo(SessionState.RECORDED);
        assertThat(recording.record(afterwards, outcome("ATTC").build(), SECOND).state())
                .isEqualTo(SessionState.RECORDED);
    }

    @Test
    void theMinutesOfANightCountAndNobodyIsAtTwoSessionsInIt() {
        LocalDate sunday = LAST_MONDAY.minusDays(1);
        long night = some.session(order, project, sunday, LocalTime.of(22, 0), LocalTime.of(10, 0));
        assertThatThrownBy(() -> recording.record(
                        night, outcome("ATTC").from("22:00").until("10:30").build(), FIRST))
                .hasMessageContaining("endTime must be after the start");
        recording.record(
                night, outcome("ATTC").from("23:30").until("10:00").penalty(30).build(), FIRST);
        settling.credit(night);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(600);

        assertThatThrownBy(() -> recording.record(session, outcome("ATTC").build(), SECOND))
                .hasMessageContaining("outcomeCode would count these hours twice: the session from 22:00 to 10:00");
        String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(some.caseOf(order))
                .query(String.class)
                .single();
        long secondEvent = given.aCase(crn).event(2).save();
        given.aService(secondEvent, "UPW_ORDERS").unit("REGION_NW").save();
        long second = given.anOrder(secondEvent, "R9")
                .ordered(2400)
                .sentenced(TODAY.minusMonths(2))
                .state("SESSIONS")
                .project(project)
                .save();
        long meeting = some.session(second, project, LAST_MONDAY, LocalTime.of(9, 0), LocalTime.of(16, 0));
        assertThatThrownBy(() -> recording.record(meeting, outcome("ATTC").build(), SECOND))
                .hasMessageContaining(SessionRules.COUNTED_ELSEWHERE);
        assertThat(recording
                        .record(meeting, outcome("ATTC").from("10:00").build(), SECOND)
                        .state())
                .as("one after the other")
                .isEqualTo(SessionState.RECORDED);
    }

    @Test
    void aSessionToComeTakesOnlyAnAcceptableAbsence() {
        long toCome = some.session(order, project, TODAY.plusDays(7));
        assertThatThrownBy(() -> recording.record(toCome, outcome("ATTC").build(), FIRST))
                .hasMessageContaining("cannot be given before the session");
        assertThatThrownBy(() -> recording.record(toCome, outcome("UACP").build(), FIRST))
                .hasMessageContaining("cannot be given before the session");
        assertThat(recording.record(toCome, outcome("AAME").build(), FIRST).state())
                .isEqualTo(SessionState.RECORDED);
    }

    @Test
    void aNoteOnceSensitiveStaysSoAndIsReadByThoseWhoManageTheSentence() {
        notes.write(
                session,
                "Planted: family matter",
                true,
                1,
                new Colleague("pso", Set.of("pso-nw", "upw-supervisor-nw")));
        assertThatThrownBy(() -> notes.write(
                        session, "Other", false, 2, new Colleague("pso", Set.of("pso-nw", "upw-supervisor-nw"))))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("once marked sensitive");
        assertThatThrownBy(() ->
                        recording.record(session, outcome("ATTC").version(2).build(), FIRST))
                .hasMessageContaining("once marked sensitive");
        assertThat(notes.read(session, FIRST)).isEmpty();
        assertThat(notes.read(session, new Colleague("spo", Set.of("spo-nw")))).isEqualTo("Planted: family matter");
    }

    @Test
    void othersMayNotRecord() {
        for (Colleague other : List.of(
                new Colleague("other", Set.of("upw-supervisor-em")),
                new Colleague("coordinator", Set.of("placement-coordinator-nw")))) {
            assertThatThrownBy(() -> recording.record(session, outcome("ATTC").build(), other))
                    .isInstanceOf(NotAllowedException.class);
        }
        some.limited(order);
        assertThatThrownBy(() -> recording.record(session, outcome("ATTC").build(), FIRST))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageNotContaining("event");
    }

    @Test
    void aTasksAnswerIsTakenOnceAndWhoComesSecondReadsItInAMessage() {
        assertRefused(outcome("ON_PAGE").build(), "There is no outcome on the page of the session");
        assertRefused(outcome("ATTC").penalty(421).build(), "The minutes taken off must be");
        recording.answer(session, outcome("ATTC").build(), answer(2, "first"));
        recording.answer(session, outcome("ATTC").build(), answer(2, "first"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification")
                        .query(Integer.class)
                        .single())
                .isZero();

        recording.answer(session, outcome("UACP").build(), answer(3, "second"));
        assertThat(sessions.get(session))
                .extracting(Session::outcomeCode, Session::recordedBy)
                .containsExactly("ATTC", "first");
        assertThat(jdbc.sql("SELECT body FROM notification").query(String.class).list())
                .singleElement()
                .asString()
                .contains("recorded by first")
                .contains("second gave in Tasklist");
    }

    @Test
    void aTasksAnswerIsTakenFromASupervisorOfTheRegionTheCaseBelongsToNow() {
        for (String other : List.of("upw-supervisor-gm", "case-admin-nw", "practitioner-nw", "nobody")) {
            assertThatThrownBy(() -> recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> recording.answer(
                        session,
                        outcome("ATTC").build(),
                        new TaskAnswer(1, new Colleague("upw-supervisor-nw", Set.of()))))
                .as("role lost meanwhile")
                .isInstanceOf(NotAllowedException.class);
        given.theCaseOf(order).inRegion("GM").save();
        assertThatThrownBy(() ->
                        recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(1, "upw-supervisor-nw")))
                .as("the case moved meanwhile")
                .isInstanceOf(NotAllowedException.class);
        assertThat(sessions.get(session).state()).isEqualTo(SessionState.PLANNED);

        recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(2, "upw-supervisor-gm"));

        assertThat(sessions.get(session).recordedBy()).isEqualTo("upw-supervisor-gm");
    }

    @Test
    void ofALimitedAccessCaseNoTasksAnswerIsTakenNotEvenFromWhoMaySeeIt() {
        some.limited(order);
        assertThatThrownBy(() ->
                        recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(1, "upw-supervisor-nw")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() ->
                        recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(1, "psc-service-owner")))
                .isInstanceOf(NotAllowedException.class);
        some.granted(order, "upw-supervisor-nw");

        assertThatThrownBy(() ->
                        recording.answer(session, outcome("ATTC").build(), SomeAnswers.of(1, "upw-supervisor-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageStartingWith("There is no outcome on the page of the session");
        assertThat(sessions.get(session).state()).isEqualTo(SessionState.PLANNED);
    }

    @Test
    void anOutcomeOvertakesTheSessionTheProcessWaitsAt() {
        long later = some.session(order, project, LAST_MONDAY.plusDays(1));
        recording.record(later, outcome("ATTC").build(), FIRST);
        assertThat(messages("unpaidwork.sessionChanged"))
                .extracting(EngineMessage::correlationKey)
                .containsExactly(Long.toString(session));
        assertThat(planning.next(order, false).sessionId()).isEqualTo(later);
    }

    @Test
    void whatIsAttendedIsCreditedLessThePenaltyAndNeverMoreThanRemains() {
        recording.record(session, outcome("ATTC").penalty(30).build(), FIRST);
        settle();
        assertThat(orders.get(order))
                .extracting(Order::minutesCredited, Order::eteMinutesCredited)
                .containsExactly(390, 0);
        assertThat(sessions.get(session))
                .extracting(Session::state, Session::meaning, Session::creditedMinutes)
                .containsExactly(SessionState.SETTLED, Meaning.CREDIT, 390);

        given.allOrders().credited(2399).save();
        long last = some.session(order, project, LAST_MONDAY.minusDays(7));
        recording.record(last, outcome("ATTC").build(), FIRST);
        settling.credit(last);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(2400);
        assertThat(planning.next(order, false))
                .isEqualTo(new PlanningSessions.Next(PlanningSessions.Step.COMPLETE, null));
    }

    @Test
    void aFailureThatWasAttendedIsCreditedInPartAndEnforced() {
        recording.record(session, outcome("ATSH").from("09:00").until("11:00").build(), FIRST);
        assertThat(settling.read(session)).isEqualTo(Meaning.CREDIT_AND_ENFORCE);
        settling.credit(session);
        long enforcement = opening.start(session);
        assertThat(opening.start(session)).isEqualTo(enforcement);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(120);
        assertThat(messages("unpaidwork.enforcementNeeded")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(order));
            assertThat(message.variables()).isEqualTo(Map.of("enforcementId", enforcement));
        });
        assertThat(enforcements.open(some.caseOf(order)))
                .extracting(Enforcement::id)
                .containsExactly(enforcement);
    }

    @Test
    void educationCountsUpToItsCap() {
        String college = some.project("NWE1", "ET1", EVERY_DAY, null);
        given.allOrders().credited(700).creditedForLearning(700).save();
        long lesson = some.session(order, college, LAST_MONDAY.minusDays(1));
        recording.record(lesson, outcome("ATTC").build(), FIRST);
        settling.credit(lesson);
        assertThat(orders.get(order))
                .extracting(Order::minutesCredited, Order::eteMinutesCredited)
                .containsExactly(720, 720);
    }

    @Test
    void travelTimeCountsOnceForAnAttendedSessionAndAtMostThreeHours() {
        long earlier = some.session(order, project, LAST_MONDAY.minusDays(1));
        given.theSession(session).recorded("ATTC").save();
        given.theSession(earlier).recorded("ATSS").save();
        assertThat(adjusting.travelledTo(order)).extracting(Session::id).containsExactly(session, earlier);
        assertThat(adjusting.travel(order, session, 200, FIRST)).isEqualTo(180);
        assertThat(adjusting.travel(order, session, 100, FIRST)).isEqualTo(180);
        assertThat(adjusting.travel(order, earlier, 20, FIRST)).isEqualTo(20);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(200);
        assertThat(adjusting.travelledTo(order)).isEmpty();
    }

    @Test
    void travelTimeIsRefusedWithoutAttendanceForAnotherOrderAndOnceTheOrderHasEnded() {
        long absent = some.session(order, project, LAST_MONDAY.minusDays(1));
        given.theSession(absent).recorded("AAME").save();
        long ofAnother =
                some.session(some.order(project, 2400, 0, TODAY.minusMonths(2), LAST_MONDAY), project, LAST_MONDAY);
        given.theSession(ofAnother).recorded("ATTC").save();
        for (long refused : List.of(session, absent, ofAnother, 0L))
            assertThatThrownBy(() -> adjusting.travel(order, refused, 60, FIRST))
                    .isInstanceOf(BreaksRules.class)
                    .hasMessageContaining("that was attended");
        given.theSession(session).recorded("ATTC").save();
        assertThatThrownBy(() -> adjusting.travel(order, session, 0, FIRST)).isInstanceOf(BreaksRules.class);
        given.theOrder(order).state("COURT").save();
        assertThatThrownBy(() -> adjusting.travel(order, session, 60, FIRST))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("only while the order runs");
        assertThat(orders.get(order).minutesCredited()).isZero();
    }

    @Test
    void hoursOfAPersonCountForOneOrderUnlessTheRequirementsAreConcurrent() {
        long second = secondOrderOfThePerson("W01");
        long atTheSameTime = some.session(second, project, LAST_MONDAY);
        recording.record(session, outcome("ATTC").until("12:00").build(), FIRST);

        for (String code : List.of("ATTC", "ATCH", "AFTC"))
            assertThatThrownBy(
                            () -> recording.record(atTheSameTime, outcome(code).build(), FIRST))
                    .isInstanceOf(BreaksRules.class)
                    .hasMessageContaining("the person has attended a session of another order at the same time");
        assertThat(sessions.get(atTheSameTime).state()).isEqualTo(SessionState.PLANNED);

        given.theOrder(second).subType("W06").save();
        assertThatThrownBy(() -> recording.record(atTheSameTime, outcome("ATTC").build(), FIRST))
                .hasMessageContaining("shares them, with the outcome ATCH");
        recording.record(atTheSameTime, outcome("ATCH").until("12:00").build(), FIRST);
        settling.credit(session);
        settling.credit(atTheSameTime);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(180);
        assertThat(orders.get(second).minutesCredited()).isEqualTo(180);
    }

    @Test
    void hoursOfAPersonAfterThoseOfAnotherOrderCountAndSoDoesAnAbsence() {
        long second = secondOrderOfThePerson("W01");
        long after = some.session(second, project, LAST_MONDAY);
        long absent = some.session(second, project, LAST_MONDAY, LocalTime.of(10, 0), LocalTime.of(11, 0));
        recording.record(session, outcome("ATTC").until("12:00").build(), FIRST);
        assertThat(recording
                        .record(after, outcome("ATTC").from("12:00").build(), FIRST)
                        .state())
                .isEqualTo(SessionState.RECORDED);
        assertThat(recording.record(absent, outcome("AAME").build(), FIRST).state())
                .isEqualTo(SessionState.RECORDED);
    }

    @Test
    void ofTwoOrdersOfAPersonWhoseHoursAreRecordedAtTheSameMomentOneCounts() throws Exception {
        long other = some.session(secondOrderOfThePerson("W01"), project, LAST_MONDAY);
        try (var threads = Executors.newFixedThreadPool(2)) {
            int taken = 0;
            for (var entry : threads.invokeAll(List.<Callable<Session>>of(
                    () -> recording.record(session, outcome("ATTC").build(), FIRST),
                    () -> recording.record(other, outcome("ATTC").build(), SECOND)))) {
                try {
                    entry.get();
                    taken++;
                } catch (ExecutionException second) {
                    assertThat(second.getCause()).isInstanceOf(BreaksRules.class);
                }
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    private long secondOrderOfThePerson(String subType) {
        String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(some.caseOf(order))
                .query(String.class)
                .single();
        long secondEvent = given.aCase(crn).event(2).save();
        given.aService(secondEvent, "UPW_ORDERS").unit("REGION_NW").save();
        return given.anOrder(secondEvent, "R9")
                .subType(subType)
                .ordered(2400)
                .sentenced(TODAY.minusMonths(2))
                .imported(TODAY.minusMonths(2))
                .state("SESSIONS")
                .project(project)
                .frequency("WEEKLY")
                .firstSession(LAST_MONDAY)
                .save();
    }

    @ParameterizedTest
    @CsvSource({"ATTC", "ATCH", "ATSS", "AFTC", "ATSH"})
    void everyOutcomeThatCreditsCreditsTheMinutesReallyWorkedLessThePenalty(String code) {
        recording.record(
                session, outcome(code).from("09:03").until("13:03").penalty(10).build(), FIRST);
        settling.credit(session);
        assertThat(orders.get(order).minutesCredited()).isEqualTo(230);
    }

    @ParameterizedTest
    @CsvSource({"AAME", "UACP", "AFDA"})
    void timesAndAPenaltyOfAnOutcomeThatCreditsNothingAreDropped(String code) {
        Session recorded = recording.record(
                session, outcome(code).from("09:02").until("09:01").penalty(900).build(), FIRST);
        assertThat(recorded)
                .extracting(Session::workedFrom, Session::workedUntil, Session::penaltyMinutes)
                .containsExactly(null, null, 0);
        settling.reschedule(session);
        assertThat(orders.get(order).minutesCredited()).isZero();
    }

    @Test
    void anAcceptableAbsenceIsOnlyPlannedAgain() {
        planning.plan(order);
        int before = planned();
        recording.record(session, outcome("AAME").build(), FIRST);
        assertThat(settling.read(session)).isEqualTo(Meaning.RESCHEDULE);
        settling.reschedule(session);
        assertThat(planned()).isEqualTo(before);
        assertThat(sessions.progress(order).planned()).isGreaterThanOrEqualTo(2400);
        assertThat(orders.get(order).minutesCredited()).isZero();
        assertThat(enforcements.ofOrder(order)).isEmpty();
    }

    @Test
    void whileAHandoverHoldsTheQueueOutcomesAreKeptAndNothingIsSettled() {
        long handover = new SomeCases(jdbc)
                .handover("B-1", "HANDOVER", "NW", "UPW_ORDERS", "", "REGION_NW", "REGION_NW", TODAY, "");
        given.aFrozenQueue(handover, "REGION_NW", "UPW_ORDERS").save();
        Colleague oldOwner = new Colleague("old", Set.of("case-admin-nw"));
        assertThatThrownBy(() -> recording.record(session, outcome("ATTC").build(), oldOwner))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("is being handed over");
        recording.record(session, outcome("ATTC").build(), FIRST);
        assertThatThrownBy(this::settle).isInstanceOf(Frozen.class);
        assertThatThrownBy(() -> adjusting.travel(order, session, 60, FIRST)).isInstanceOf(Frozen.class);
        assertThat(orders.get(order).minutesCredited()).isZero();

        given.allFrozenQueues().unfrozen().save();
        settle();
        assertThat(orders.get(order).minutesCredited()).isEqualTo(420);
    }

    @Test
    void anOutcomeOfAnOrderThatHasEndedIsSettledWithoutItsProcessAndStartsNoEnforcement() {
        given.allOrders().state("COURT").save();
        recording.record(session, outcome("AFTC").from("09:00").until("10:00").build(), FIRST);
        assertThat(sessions.get(session))
                .extracting(Session::state, Session::creditedMinutes)
                .containsExactly(SessionState.SETTLED, 60);
        assertThat(enforcements.ofOrder(order)).isEmpty();
        assertThat(messages("unpaidwork.outcomeRecorded")).isEmpty();
        assertThat(events.stream(OutcomeSettled.class)).isNotEmpty();
    }

    @Test
    void aSessionWithoutOutcomeSettlesNothing() {
        assertThatThrownBy(this::settle)
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("has no outcome");
        assertThat(sessions.openAppointments(some.caseOf(order)))
                .extracting(Session::id)
                .containsExactly(session);
        recording.record(session, outcome("RSSR").build(), FIRST);
        assertThat(sessions.openAppointments(some.caseOf(order))).isEmpty();
    }

    private void assertRefused(Outcome outcome, String why) {
        assertThatThrownBy(() -> recording.answer(session, outcome, answer(1, "first")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageStartingWith(why);
    }

    private static TaskAnswer answer(long task, String supervisor) {
        return new TaskAnswer(task, new Colleague(supervisor, Set.of("upw-supervisor-nw")));
    }

    private boolean credit() {
        settling.credit(session);
        return true;
    }

    private void settle() {
        settling.credit(session);
    }

    private int planned() {
        return Math.toIntExact(
                sessions.ofOrder(order).stream().filter(Session::open).count());
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    private static Entry outcome(String code) {
        return new Entry(code);
    }

    /** An outcome entered for the version of a new session. */
    private static final class Entry {
        private final String code;
        private LocalTime from;
        private LocalTime until;
        private int penalty;
        private String quality;
        private String notes;
        private boolean serious;
        private int version = 1;

        Entry(String code) {
            this.code = code;
        }

        Entry from(String time) {
            from = LocalTime.parse(time);
            return this;
        }

        Entry until(String time) {
            until = LocalTime.parse(time);
            return this;
        }

        Entry penalty(int minutes) {
            penalty = minutes;
            return this;
        }

        Entry quality(String rating) {
            quality = rating;
            return this;
        }

        Entry notes(String text) {
            notes = text;
            return this;
        }

        Entry serious() {
            serious = true;
            return this;
        }

        Entry version(int readAt) {
            version = readAt;
            return this;
        }

        Outcome build() {
            return new Outcome(code, from, until, penalty, quality, null, notes, false, false, serious, version);
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RecordingOutcomesOnMariaDbTest extends RecordingOutcomesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RecordingOutcomesOnMySqlTest extends RecordingOutcomesTest {}

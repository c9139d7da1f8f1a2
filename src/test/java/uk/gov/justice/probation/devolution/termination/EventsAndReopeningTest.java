package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.CompletingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

@DomainTest
abstract class EventsAndReopeningTest {
    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));
    private static final Colleague SENIOR = new Colleague("senior", Set.of("spo-nw"));
    private static final String REASON = "The hospital mistook him for another";

    /** Tables that record what happened and only ever grow. */
    private static final Set<String> RECORDS = Set.of(
            "audit_entry",
            "notification",
            "termination",
            "termination_blocker",
            "termination_closed",
            "termination_component",
            "case_event",
            "case_letter",
            "EVENT_PUBLICATION",
            "event_publication",
            "expected_call",
            "flyway_schema_history");
    /** Columns that count changes and starts, or hold the time of a calculation. */
    private static final Set<String> COUNTERS = Set.of("version", "started_times", "calculated_at");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordingCaseEvents recording;

    @Autowired
    Reopening reopening;

    @Autowired
    StartingTerminations starting;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    EligibilityTable table;

    @Autowired
    GivingEvidence evidence;

    @Autowired
    Reviewing reviewing;

    @Autowired
    EndingComponents endingComponents;

    @Autowired
    EndingCases ending;

    @Autowired
    TellingOthers telling;

    @Autowired
    Terminations terminations;

    @Autowired
    WorkloadBatch workloads;

    @Autowired
    Cases cases;

    @Autowired
    Orders orders;

    @Autowired
    CompletingOrders completing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents events;

    private SomeTerminations some;
    private long task;

    @BeforeEach
    void some() {
        some = new SomeTerminations(jdbc);
    }

    @Test
    void aDeathStopsEveryEventOfThePersonAtOnce() {
        long order = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long licence = some.aCase("X000123", 2, "CUS", TODAY.plusDays(400));
        long another = some.endingCase(TODAY.plusDays(90));
        long upw = some.order(order, "SESSIONS", 600);
        long othersUpw = some.order(another, "SESSIONS", 600);
        some.session(upw, "S1", TODAY.plusDays(3), "PLANNED");
        some.session(upw, "S2", TODAY.minusDays(3), "SETTLED");
        some.enforcement("S2", "WARNED");

        assertThat(recording.record("X000123", 1, "DIED", TODAY.minusDays(1), ADMIN))
                .isTrue();

        assertThat(state(upw)).isEqualTo("STOPPED");
        assertThat(state(othersUpw)).isEqualTo("SESSIONS");
        assertThat(jdbc.sql("SELECT state FROM upw_session ORDER BY session_reference")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED", "SETTLED");
        assertThat(jdbc.sql("SELECT state FROM upw_enforcement")
                        .query(String.class)
                        .list())
                .containsExactly("STOPPED");
        for (long caseId : List.of(order, licence)) {
            assertThat(termination(caseId))
                    .extracting(Termination::cause, Termination::reasonCode)
                    .containsExactly(Cause.EVENT, "DIED");
            assertThat(decide(some.termination(caseId))).isEqualTo(Eligibility.COMPLETE);
        }
        assertThat(some.terminations(another)).isZero();
        assertThat(messages("termination.due")).hasSize(2);
        assertThat(messages("unpaidwork.orderStopped")).hasSize(1);
    }

    @Test
    void toldAgainItChangesNothing() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        some.order(caseId, "SESSIONS", 600);
        assertThat(recording.record(some.crn(caseId), 1, "REVOKED", TODAY, ADMIN))
                .isTrue();
        assertThat(recording.record(some.crn(caseId), 1, "REVOKED", TODAY, ADMIN))
                .isFalse();
        assertThat(recording.record(some.crn(caseId), 1, "REVOKED", TODAY.minusDays(1), ADMIN))
                .as("another day")
                .isFalse();
        assertThat(days("undone_at IS NULL")).containsExactly(TODAY.minusDays(1));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(messages("termination.due")).hasSize(1);
        assertThat(messages("termination.eventHappened")).isEmpty();
    }

    @Test
    void anotherDayTakesThePlaceOfTheOneToldBeforeForEveryEventOfThePerson() {
        long order = some.endingCase(TODAY.plusDays(90));
        String crn = some.crn(order);
        given.aCase(crn).event(2).starts(TODAY.minusMonths(3)).save();
        recording.record(crn, 1, "DIED", TODAY, ADMIN);
        recording.record(crn, 2, "DIED", TODAY.minusDays(2), ADMIN);

        assertThat(days("undone_at IS NULL")).containsExactly(TODAY.minusDays(2), TODAY.minusDays(2));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'CASE_EVENT_CORRECTED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(some.terminations(order)).isEqualTo(1);
    }

    @Test
    void aDayOnWhichACaseHasEndedIsCorrectedAfterItIsReopened() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        String crn = some.crn(caseId);
        recording.record(crn, 1, "DIED", TODAY, ADMIN);
        given.theCase(caseId).ended(TODAY).save();
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", TODAY.minusDays(1), ADMIN))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Reopen it first");
        assertThat(days("undone_at IS NULL")).containsExactly(TODAY);
    }

    private List<LocalDate> days(String which) {
        return jdbc.sql("SELECT occurred_on FROM case_event WHERE " + which)
                .query(LocalDate.class)
                .list();
    }

    @Test
    void toldInTheSameMomentItCountsOnce() throws Exception {
        long caseId = some.endingCase(TODAY.plusDays(90));
        some.order(caseId, "SESSIONS", 600);
        Callable<Boolean> tell = () -> recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        int news = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var told : threads.invokeAll(List.of(tell, tell, tell, tell))) news += told.get() ? 1 : 0;
        }
        assertThat(news).isEqualTo(1);
        assertThat(some.terminations(caseId)).isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRunningTerminationIsToldAndLooksAgain() {
        long caseId = some.endingCase(TODAY);
        some.component(caseId, "WARRANT", "W1", TODAY.minusDays(5));
        dueTerminations.startAll();
        long id = some.termination(caseId);
        assertThat(decide(id)).isEqualTo(Eligibility.BLOCK);

        recording.record(some.crn(caseId), 1, "TRANSFERRED_OUT", TODAY, ADMIN);
        assertThat(messages("termination.eventHappened"))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo("" + id));
        assertThat(messages("termination.due")).hasSize(1);
        assertThat(decide(id)).as("no warrant holds it any more").isEqualTo(Eligibility.COMPLETE);
        recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        assertThat(terminations.get(id).reasonCode())
                .as("a death stands before all else")
                .isEqualTo("DIED");
        recording.record(some.crn(caseId), 1, "REVOKED", TODAY, ADMIN);
        assertThat(terminations.get(id).reasonCode()).isEqualTo("DIED");
    }

    @Test
    void aRecallEndsALicenceAndLeavesACourtsOrderAlone() {
        long order = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long licence = some.aCase("X000123", 2, "CUS", TODAY.plusDays(400));
        long upw = some.order(order, "SESSIONS", 600);
        assertThatThrownBy(() -> recording.record("X000123", 1, "RECALLED", TODAY, ADMIN))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("only a licence can");
        assertThat(recording.record("X000123", 2, "RECALLED", TODAY, ADMIN)).isTrue();
        assertThat(state(upw)).as("the unpaid work of the other event goes on").isEqualTo("SESSIONS");
        assertThat(some.terminations(order)).isZero();
        assertThat(termination(licence).reasonCode()).isEqualTo("RECALLED");
        assertThatThrownBy(() -> recording.record("X000123", 2, "REVOKED", TODAY, ADMIN))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("a court cannot revoke it");
    }

    @Test
    void whatCannotBeIsRefused() {
        long caseId = some.endingCase(TODAY);
        String crn = some.crn(caseId);
        assertThatThrownBy(() -> recording.record(crn, 1, "MARRIED", TODAY, ADMIN))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("DEPORTED, DIED, RECALLED, REVOKED, TRANSFERRED_OUT");
        assertThatThrownBy(() -> recording.record(crn, 1, "COMPLETED", TODAY, ADMIN))
                .isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", TODAY.plusDays(1), ADMIN))
                .hasMessageContaining("it is in the future");
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", LocalDate.of(2021, 1, 3), ADMIN))
                .hasMessageContaining("3 January 2021: it is before CRN");
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", null, ADMIN)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", TODAY, new Colleague("x", Set.of("case-admin-gm"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> recording.record(crn, 1, "DIED", TODAY, new Colleague("x", Set.of("hr-nw"))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(recording.record(crn, 1, "DIED", LocalDate.of(2021, 1, 4), ADMIN))
                .as("on its first day")
                .isTrue();
    }

    @Test
    void anEventInAFrozenQueueStopsTheWorkAndItsTerminationWaits() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        long upw = some.order(caseId, "SESSIONS", 600);
        some.frozen("REGION_NW");
        recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        assertThat(state(upw)).isEqualTo("STOPPED");
        assertThat(collecting.collect(some.termination(caseId), 1).frozen()).isTrue();
    }

    @Test
    void reopeningAfterADeathRestoresTheWholeDatabase() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        long upw = some.order(caseId, "SESSIONS", 600);
        some.session(upw, "S1", TODAY.plusDays(3), "PLANNED");
        some.session(upw, "S2", TODAY.minusDays(3), "SETTLED");
        some.session(upw, "S3", TODAY.plusDays(5), "CANCELLED");
        some.enforcement("S2", "WARNED");
        everyKindOfComponent(caseId);
        inTransaction(() -> workloads.recalculate("NW00001"));
        Map<String, List<String>> before = wholeDatabase();

        recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        long id = toTheEnd(caseId);
        assertThat(cases.get(caseId).endedOn()).isEqualTo(TODAY);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_component WHERE closed_on IS NULL")
                        .query(Integer.class)
                        .single())
                .as("all of it is closed")
                .isZero();
        assertThat(workloads.of("NW00001").orElseThrow().points()).isZero();

        assertThat(reopening.reopen(some.crn(caseId), 1, REASON, SENIOR)).isEqualTo(id);
        assertThat(wholeDatabase()).isEqualTo(before);
        assertThat(terminations.get(id).state()).isEqualTo(TerminationState.REOPENED);
        assertThat(messages("unpaidwork.orderReceived"))
                .as("its process starts again")
                .hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_letter WHERE withdrawn_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(dueTerminations.startAll()).isZero();
        assertThat(recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN))
                .as("told again after it was taken back")
                .isTrue();
    }

    @Test
    void aDeathToldOfTheWrongPersonIsTakenBackForAllTheirEvents() {
        long order = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long licence = some.aCase("X000123", 2, "CUS", TODAY.plusDays(400));
        long upw = some.order(order, "SESSIONS", 600);
        some.session(upw, "S1", TODAY.plusDays(3), "PLANNED");
        everyKindOfComponent(order);
        inTransaction(() -> workloads.recalculate("NW00001"));
        Map<String, List<String>> before = wholeDatabase();

        recording.record("X000123", 1, "DIED", TODAY, ADMIN);
        toTheEnd(order);
        assertThat(termination(licence).open())
                .as("the other event is still being terminated")
                .isTrue();
        reopening.reopen("X000123", 2, REASON, SENIOR);

        assertThat(wholeDatabase()).isEqualTo(before);
        for (long caseId : List.of(order, licence)) {
            assertThat(termination(caseId))
                    .extracting(Termination::state, Termination::reopenedBy)
                    .containsExactly(TerminationState.REOPENED, "senior");
            assertThat(reopening.reason(some.termination(caseId))).isEqualTo(REASON);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_event WHERE undone_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(recording.record("X000123", 1, "DIED", TODAY, ADMIN))
                .as("told again after it was taken back")
                .isTrue();
    }

    @Test
    void takingADeathBackLeavesAnEventEndedThatHadEndedBefore() {
        long order = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long licence = some.aCase("X000123", 2, "CUS", TODAY.plusDays(400));
        recording.record("X000123", 2, "RECALLED", TODAY, ADMIN);
        toTheEnd(licence);
        recording.record("X000123", 1, "DIED", TODAY, ADMIN);
        reopening.reopen("X000123", 1, REASON, SENIOR);

        assertThat(termination(order).state()).isEqualTo(TerminationState.REOPENED);
        assertThat(cases.get(licence).endedOn()).isEqualTo(TODAY);
        assertThat(jdbc.sql("SELECT reason_code FROM case_event WHERE undone_at IS NULL")
                        .query(String.class)
                        .list())
                .containsExactly("RECALLED");
    }

    @Test
    void takingARecallBackLeavesThePersonsOtherEventsAlone() {
        long licence = some.aCase("X000123", 1, "CUS", TODAY.plusDays(90));
        long other = some.aCase("X000123", 2, "CUS", TODAY.plusDays(400));
        recording.record("X000123", 1, "RECALLED", TODAY, ADMIN);
        recording.record("X000123", 2, "RECALLED", TODAY, ADMIN);
        reopening.reopen("X000123", 1, REASON, SENIOR);

        assertThat(termination(licence).state()).isEqualTo(TerminationState.REOPENED);
        assertThat(termination(other).open()).isTrue();
    }

    @Test
    void whereAnOrderStoodAndWhatBecameOfAnAppointmentAreKept() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        some.order(caseId, "SESSIONS", 600);
        long appointment = some.component(caseId, "APPOINTMENT", "A1", TODAY.minusDays(3));
        given.theComponent(appointment).outcome("ATTENDED").save();
        inTransaction(() -> workloads.recalculate("NW00001"));
        Map<String, List<String>> before = wholeDatabase();

        recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        toTheEnd(caseId);
        assertThat(jdbc.sql(
                                "SELECT CONCAT(what, ' ', was) FROM termination_closed WHERE was IS NOT NULL AND what IN ('ORDER', 'COMPONENT') ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("ORDER SESSIONS", "COMPONENT ATTENDED");
        reopening.reopen(some.crn(caseId), 1, REASON, SENIOR);
        assertThat(wholeDatabase()).isEqualTo(before);
    }

    @Test
    void reopeningAnOrdinaryEndRestoresTheWholeDatabase() {
        long caseId = some.endingCase(TODAY);
        some.order(caseId, "COMPLETE", 6000);
        some.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(50));
        some.component(caseId, "APPOINTMENT", "A1", TODAY.plusDays(5));
        inTransaction(() -> workloads.recalculate("NW00001"));
        Map<String, List<String>> before = wholeDatabase();
        dueTerminations.startAll();
        toTheEnd(caseId);
        assertThat(wholeDatabase()).isNotEqualTo(before);

        reopening.reopen(some.crn(caseId), 1, REASON, ADMIN);
        assertThat(wholeDatabase()).isEqualTo(before);
        assertThat(dueTerminations.startAll())
                .as("it is left alone for a while")
                .isZero();
        given.allTerminations().dueAgain(TODAY).save();
        assertThat(dueTerminations.startAll()).isEqualTo(1);
        toTheEnd(caseId);
        assertThat(cases.get(caseId).endedOn()).as("and can end again").isEqualTo(TODAY);
    }

    @Test
    void aWrongEventCanBeTakenBackBeforeTheEnd() {
        long caseId = some.endingCase(TODAY.plusDays(90));
        some.order(caseId, "SESSIONS", 600);
        inTransaction(() -> workloads.recalculate("NW00001"));
        Map<String, List<String>> before = wholeDatabase();
        recording.record(some.crn(caseId), 1, "DIED", TODAY, ADMIN);
        long id = some.termination(caseId);
        decide(id);

        reopening.reopen(some.crn(caseId), 1, REASON, SENIOR);
        assertThat(wholeDatabase()).isEqualTo(before);
        assertThat(messages("termination.eventHappened"))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo("" + id));
        assertThat(collecting.collect(id, 1).over()).isTrue();
        assertThat(endingComponents.end(id)).isFalse();
        ending.endEvent(id);
        assertThat(cases.get(caseId).endedOn()).as("a late step ends nothing").isNull();
    }

    @Test
    void theReasonIsNeededAndSealedAndTheRestIsRefused() {
        long caseId = some.endingCase(TODAY);
        assertThatThrownBy(() -> reopening.reopen(some.crn(caseId), 1, REASON, SENIOR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("no termination that can be taken back");
        dueTerminations.startAll();
        assertThatThrownBy(() -> reopening.reopen(some.crn(caseId), 1, REASON, SENIOR))
                .as("one that runs is no event's")
                .isInstanceOf(NotPossibleNow.class);
        long id = toTheEnd(caseId);
        assertThatThrownBy(() -> reopening.reopen(some.crn(caseId), 1, " ", SENIOR))
                .hasMessage("Enter why the case is reopened.");
        assertThatThrownBy(() -> reopening.reopen(some.crn(caseId), 1, "x".repeat(1001), SENIOR))
                .hasMessageContaining("1,000 characters");
        assertThatThrownBy(() ->
                        reopening.reopen(some.crn(caseId), 1, REASON, new Colleague("x", Set.of("practitioner-nw"))))
                .isInstanceOf(NotAllowedException.class);
        reopening.reopen(some.crn(caseId), 1, REASON, SENIOR);
        assertThat(reopening.reason(id)).isEqualTo(REASON);
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM termination WHERE CONVERT(reopen_reason USING latin1) LIKE '%hospital%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%hospital%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> reopening.reopen(some.crn(caseId), 1, REASON, SENIOR))
                .as("once")
                .isInstanceOf(NotPossibleNow.class);
    }

    private void everyKindOfComponent(long caseId) {
        int n = 0;
        for (String kind :
                List.of("REQUIREMENT", "LICENCE_CONDITION", "APPOINTMENT", "WARRANT", "BREACH", "REGISTRATION"))
            some.component(caseId, kind, "C" + ++n, TODAY.minusDays(n));
    }

    /** Does what the process does. */
    private long toTheEnd(long caseId) {
        long id = some.termination(caseId);
        assertThat(decide(id)).isEqualTo(Eligibility.COMPLETE);
        Map<String, String> outcomes = new HashMap<>();
        evidence.lines(terminations.get(id), cases.get(caseId))
                .forEach(line -> outcomes.put(line.component().key(), "COMPLETED"));
        evidence.give(id, outcomes, ADMIN);
        assertThat(complete(id, true, by("admin"))).isEmpty();
        if (reviewing.review(id, "AGREE", by("practitioner")))
            assertThat(agree(id, "AGREE", by("senior"))).isEmpty();
        assertThat(endingComponents.end(id)).isTrue();
        ending.endEvent(id);
        ending.closeAppointments(id);
        telling.ended(id);
        ending.recalculateWorkload(id);
        return id;
    }

    private Eligibility decide(long id) {
        collecting.collect(id, 1);
        return collecting.decide(id);
    }

    /** Every row of every table that does not record what happened, without columns that merely count. */
    private Map<String, List<String>> wholeDatabase() {
        Map<String, List<String>> whole = new TreeMap<>();
        for (String table : jdbc.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            if (RECORDS.contains(table)) continue;
            List<String> rows = jdbc.sql("SELECT * FROM " + table).query().listOfRows().stream()
                    .map(row -> {
                        Map<String, Object> kept = new TreeMap<>(row);
                        kept.keySet().removeAll(COUNTERS);
                        return kept.toString();
                    })
                    .sorted()
                    .toList();
            if (!rows.isEmpty()) whole.put(table, rows);
        }
        return whole;
    }

    private Termination termination(long caseId) {
        return terminations.get(some.termination(caseId));
    }

    @Test
    void anEventIsToldInTheOrderOfLocksInWhichACaseIsReopened() throws Exception {
        long caseId = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long order = some.order(caseId, "SESSIONS", 600);

        toldWhile(() -> cases.lockPerson(caseId), () -> orders.lock(order));

        assertThat(state(order)).isEqualTo("STOPPED");
    }

    @Test
    void theOrdersOfAPersonAreLockedByKeyWhicheverEventsTheyAreOf() throws Exception {
        long first = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        long second = some.aCase("X000123", 2, "201", TODAY.plusDays(90));
        long ofSecond = some.order(second, "SESSIONS", 600);
        long ofFirst = some.order(first, "SESSIONS", 600);

        toldWhile(() -> orders.lock(ofSecond), () -> orders.lock(ofFirst));

        assertThat(state(ofFirst)).isEqualTo("STOPPED");
        assertThat(state(ofSecond)).isEqualTo("STOPPED");
    }

    @Test
    void anOrderIsCompletedInTheOrderOfLocksInWhichACaseIsReopened() throws Exception {
        long caseId = some.aCase("X000123", 1, "201", TODAY.plusDays(90));
        given.aService(caseId, "UPW_ORDERS").save();
        long order = some.order(caseId, "SESSIONS", 6000);

        whileLocked(() -> cases.lockPerson(caseId), () -> orders.lock(order), () -> completing.complete(order));

        assertThat(state(order)).isEqualTo("COMPLETE");
    }

    /** One thread locks in turn; the other tells of the death of X000123 between the two, and has to wait. */
    private void toldWhile(Runnable first, Runnable then) throws Exception {
        whileLocked(first, then, () -> recording.record("X000123", 1, "DIED", TODAY.minusDays(1), ADMIN));
    }

    private void whileLocked(Runnable first, Runnable then, Callable<Boolean> other) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Boolean> done = new TransactionTemplate(transactions).execute(transaction -> {
                first.run();
                Future<Boolean> waits = thread.submit(other);
                assertThatThrownBy(() -> waits.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                then.run();
                return waits;
            });
            assertThat(done.get()).isTrue();
        }
    }

    private String state(long orderId) {
        return jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    private Optional<String> complete(long id, boolean onPage, TaskAnswer by) {
        return SomeAnswers.refusal(() -> evidence.complete(id, onPage, by));
    }

    private Optional<String> agree(long id, String decision, TaskAnswer by) {
        return SomeAnswers.refusal(() -> reviewing.agree(id, decision, by));
    }

    private TaskAnswer by(String userName) {
        return SomeAnswers.of(
                ++task,
                userName,
                Map.of("admin", "case-admin-nw", "practitioner", "practitioner-nw", "senior", "spo-nw")
                        .get(userName));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class EventsAndReopeningOnMariaDbTest extends EventsAndReopeningTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class EventsAndReopeningOnMySqlTest extends EventsAndReopeningTest {}

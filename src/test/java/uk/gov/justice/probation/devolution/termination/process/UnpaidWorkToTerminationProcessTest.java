package uk.gov.justice.probation.devolution.termination.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.RecordingCaseEvents;
import uk.gov.justice.probation.devolution.termination.Reopening;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.CorrectingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Unpaid work and termination together: the end of one begins the other, and what stops a case stops both. */
class UnpaidWorkToTerminationProcessTest extends ProcessScenario {

    private static final String SUPERVISOR = "upw-supervisor-nw";
    private static final String PRACTITIONER = "practitioner-nw";
    private static final Colleague ADMIN = new Colleague("case-admin-nw", Set.of("case-admin-nw"));
    private static final Colleague DATA_LEAD =
            new Colleague("data-lead-nw", Set.of("data-lead-nw", "case-admin-nw", "spo-nw"));

    private static final Map<String, Object> COMPLIED = Map.of(
            "outcomeCode",
            "ATTC",
            "workedFrom",
            "09:00",
            "workedUntil",
            "16:00",
            "penaltyMinutes",
            0,
            "quality",
            "GOOD",
            "behaviour",
            "GOOD");

    @Autowired
    GivingEvidence evidence;

    @Autowired
    CorrectingOutcomes correcting;

    @Autowired
    Sessions sessions;

    @Autowired
    RecordingCaseEvents caseEvents;

    @Autowired
    Reopening reopening;

    private SomeOrders some;
    private SomeTerminations terminations;
    private long order;
    private long about;

    @BeforeEach
    void anOrderAtWorkWhoseTerminationTheRegionDoesToo() {
        some = new SomeOrders(jdbc);
        terminations = new SomeTerminations(jdbc);
        some.project("NW-01");
        given.theProject("NW-01").type("ES").save();
        order = some.order();
        about = some.caseOf(order);
        terminations.heldBy(about, "REGION_NW");
        given.theCase(about).starts(today().minusYears(1)).save();
        some.session(order, "NW-01", today().minusDays(2));
    }

    @Test
    void theLastMinutesStartTheTerminationAndTheCaseEnds() {
        given.theOrder(order).creditedAllBut(420).save();
        run();

        tasklist.complete("Task_RecordOutcome", SUPERVISOR, COMPLIED);
        await("the hours are complete")
                .atMost(Duration.ofSeconds(60))
                .until(this::orderState, state -> state.equals("COMPLETE"));
        tasklist.open("Task_Evidence");
        evidence.give(terminations.termination(about), Map.of("UPW-R1", "COMPLETED", "EVENT-1", "COMPLETED"), ADMIN);
        tasklist.complete("Task_Evidence", ADMIN.userName(), Map.of("evidenceOnPage", true));
        tasklist.complete("Task_FinalReview", PRACTITIONER, Map.of("reviewDecision", "AGREE", "understood", true));

        await("the case ends")
                .atMost(Duration.ofSeconds(60))
                .until(this::terminationState, state -> state.equals("TERMINATED"));
        assertThat(ended()).isEqualTo(today() + " COMPLETED");
    }

    @Test
    void anOutcomeForTheWrongPersonIsTakenBackAndTheOrderGoesOnWithItsEnforcement() {
        long failed = some.session(order, "NW-01", today().minusDays(1));
        given.theOrder(order).creditedAllBut(420).warnings(1).save();
        run();
        tasklist.complete("Task_RecordOutcome", SUPERVISOR, COMPLIED);
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));
        tasklist.open("Task_BreachPack");
        await("the hours are complete")
                .atMost(Duration.ofSeconds(60))
                .until(this::orderState, state -> state.equals("COMPLETE"));
        tasklist.open("Task_ClearBlocks");
        tasklist.awaitAnswersRecorded();
        long first = sessionBefore(failed);

        correcting.correct(
                first,
                new Outcome(
                        "AAME",
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        false,
                        false,
                        false,
                        sessions.get(first).version()),
                new Colleague(SUPERVISOR, Set.of(SUPERVISOR)));

        tasklist.open("Task_ClearBlocks", 0);
        await("the order is run by a process again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT process_instance_key IS NOT NULL FROM upw_order WHERE id = ?")
                        .param(order)
                        .query(Boolean.class)
                        .single());
        tasklist.open("Task_BreachPack");
        assertThat(orderState()).isEqualTo("SESSIONS");
        assertThat(terminationState()).isEqualTo("CANCELLED");
        assertThat(sessions.progress(order).planned()).isPositive();
    }

    private long sessionBefore(long later) {
        return jdbc.sql("SELECT MIN(id) FROM upw_session WHERE order_id = ? AND id <> ?")
                .param(order)
                .param(later)
                .query(Long.class)
                .single();
    }

    @Test
    void aDeathStopsSessionEnforcementAndTerminationAtOnceAndWhatWasToldByMistakeGoesOn() {
        some.session(order, "NW-01", today().minusDays(1));
        given.theOrder(order).warnings(1).save();
        run();
        tasklist.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of("outcomeCode", "UACP", "explained", true, "verySerious", false));
        tasklist.open("Task_BreachPack");
        tasklist.open("Task_RecordOutcome");
        camunda.newCreateInstanceCommand()
                .bpmnProcessId("case-termination")
                .latestVersion()
                .variables(Map.of("crn", terminations.crn(about), "eventNumber", 1, "regionCode", "NW"))
                .send()
                .join();
        tasklist.complete("Task_ConfirmStart", "case-admin-nw", Map.of("startAnswer", "START"));
        tasklist.open("Task_ClearBlocks");
        tasklist.awaitAnswersRecorded();

        assertThat(caseEvents.record(terminations.crn(about), 1, "DIED", today(), ADMIN))
                .isTrue();

        assertThat(orderState()).as("at once, before the engine is told").isEqualTo("STOPPED");
        tasklist.open("Task_Evidence");
        for (String step : Set.of("Task_RecordOutcome", "Task_BreachPack", "Task_ClearBlocks")) tasklist.open(step, 0);
        assertThat(records.count(
                        "SELECT COUNT(*) FROM upw_enforcement WHERE order_id = ? AND state IN ('EVIDENCE', 'WARNED', 'BREACH')",
                        order))
                .isZero();

        reopening.reopen(terminations.crn(about), 1, "Planted: it was somebody else", DATA_LEAD);

        tasklist.open("Task_BreachPack");
        tasklist.open("Task_RecordOutcome");
        tasklist.open("Task_Evidence", 0);
        assertThat(orderState()).isEqualTo("SESSIONS");
        assertThat(terminationState()).isEqualTo("REOPENED");
        assertThat(ended()).isEqualTo("no");
    }

    private void run() {
        given.theOrder(order)
                .state("SESSIONS")
                .received(MORNING)
                .allocated(TODAY)
                .team("TEAM_NW_UPW")
                .suitable(true)
                .project("NW-01")
                .frequency("WEEKLY")
                .firstSession(TODAY.minusDays(2))
                .save();
        orders.begin(order);
    }

    private String orderState() {
        return jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private String terminationState() {
        return jdbc.sql("SELECT state FROM termination WHERE id = ?")
                .param(terminations.termination(about))
                .query(String.class)
                .single();
    }

    private String ended() {
        return jdbc.sql("SELECT COALESCE(CONCAT(ended_on, ' ', end_reason), 'no') FROM probation_case WHERE id = ?")
                .param(about)
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}

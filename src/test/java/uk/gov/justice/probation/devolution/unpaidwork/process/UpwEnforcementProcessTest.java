package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.JudgingReasons;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

class UpwEnforcementProcessTest extends ProcessScenario {

    private static final Colleague SUPERVISOR = new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw"));
    private static final Colleague PRACTITIONER = new Colleague("practitioner-nw", Set.of("practitioner-nw"));

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    JudgingReasons judging;

    private SomeSessions some;
    private long order;

    @BeforeEach
    void anOrderAtWork() {
        some = orders.some();
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        order = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(4));
    }

    @Test
    void theFirstFailureIsHeldForEvidenceThenWarnedAndTheWarningStands() {
        long failure = failure(1, false, false);
        long instance = start(failure);
        process(instance).hasActiveElements("Gateway_WaitEvidence");

        untilEveningOf(workingDay(6));
        process(instance)
                .hasCompletedElements("Catch_EvidenceOver", "Task_SendWarning")
                .hasActiveElements("Gateway_WaitReply");
        assertThat(state(failure)).isEqualTo("WARNED");
        time.pass(Duration.ofDays(9));

        process(instance).isCompleted().hasCompletedElements("End_Warned");
        assertThat(state(failure)).isEqualTo("CLOSED");
        assertThat(counts(failure)).isTrue();
        assertThat(actions(failure)).containsExactly("EA12", "EA02");
        assertThat(letters()).containsExactly("WARNING");
    }

    @Test
    void aGoodReasonGivenInTimeIsTheEndOfIt() {
        long failure = failure(1, false, false);
        long instance = start(failure);
        process(instance).hasActiveElements("Gateway_WaitEvidence");

        judging.judge(failure, true, "Planted: a funeral", PRACTITIONER);

        process(instance).isCompleted().hasCompletedElements("Catch_EvidenceJudged", "Task_NoAction", "End_NoAction");
        assertThat(counts(failure)).isFalse();
        assertThat(letters()).isEmpty();
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("Planted"));
    }

    @Test
    void aGoodReasonAcceptedAfterTheWarningWithdrawsTheLetter() {
        long failure = failure(1, true, false);
        long instance = start(failure);
        process(instance).hasActiveElements("Gateway_WaitReply").hasNotActivatedElements("Gateway_WaitEvidence");

        judging.judge(failure, true, "Planted: the train", PRACTITIONER);

        process(instance).isCompleted().hasCompletedElements("Catch_ReasonAccepted", "Task_Withdraw", "End_Withdrawn");
        assertThat(state(failure)).isEqualTo("WITHDRAWN");
        assertThat(counts(failure)).isFalse();
        assertThat(actions(failure)).containsExactly("EA02", "EA06", "EA07");
    }

    @Test
    void theSecondFailureInTwelveMonthsIsBreachedAndThePackIsChased() {
        long first = failure(10, true, false);
        long second = failure(1, true, false);
        long instance = start(second);
        tasklist.open("Task_BreachPack");
        untilEveningOf(workingDay(9));
        await("the practitioners are reminded")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> records.messagesTo("practitioner-nw"),
                        told -> told.toString().contains("is nearly due"));
        assertThat(records.messagesTo("spo-nw")).as("it is not late yet").isEmpty();
        untilEveningOf(workingDay(2));
        process(instance).hasCompletedElements("Timer_PackOverdue", "End_ToldPack");
        await("the seniors are told")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> records.messagesTo("spo-nw"),
                        told -> told.toString().contains("is overdue"));

        tasklist.complete(
                "Task_BreachPack",
                PRACTITIONER.userName(),
                Map.of(
                        "breachDecision",
                        "SENT",
                        "understood",
                        true,
                        "packSentOn",
                        today().plusDays(3).toString()));
        await("a day to come is not taken")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal(), text -> text.contains("day"));
        tasklist.complete(
                "Task_BreachPack",
                PRACTITIONER.userName(),
                Map.of("breachDecision", "SENT", "understood", true, "packSentOn", today().toString()));

        process(instance).isCompleted().hasCompletedElements("End_Breached");
        assertThat(state(second)).isEqualTo("BREACHED");
        assertThat(state(first)).isEqualTo("EVIDENCE");
        assertThat(actions(second)).containsExactly("EA08", "BRE01", "BRE02");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM case_component WHERE case_id = ? AND kind = 'BREACH' AND closed_on IS NULL",
                        some.caseOf(order)))
                .isEqualTo(1);
        assertThat(records.messagesTo("practitioner-nw")).isNotEmpty();
    }

    @Test
    void whatIsVerySeriousIsBreachedAtOnceAndWithoutAReasonItComesBack() {
        long failure = failure(1, false, true);
        long instance = start(failure);

        tasklist.complete("Task_BreachPack", PRACTITIONER.userName(), Map.of("breachDecision", "NOT_BREACHED"));
        await("without a reason it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal(), text -> text.contains("reason"));
        judging.explain(failure, "Planted: it was not them", PRACTITIONER);
        tasklist.complete("Task_BreachPack", PRACTITIONER.userName(), Map.of("breachDecision", "NOT_BREACHED"));

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_Withdrawn")
                .hasNotActivatedElements("Gateway_WaitEvidence");
        assertThat(counts(failure)).isFalse();
        assertThat(actions(failure)).containsExactly("EA08", "IMB", "EA06", "EA07");
    }

    @Test
    void aGoodReasonAcceptedWhileThePackIsMadeTakesTheTaskAway() {
        given.theOrder(order).warnings(1).save();
        long failure = failure(1, true, false);
        long instance = start(failure);
        tasklist.open("Task_BreachPack");

        judging.judge(failure, true, "Planted: in hospital", PRACTITIONER);

        process(instance).isCompleted().hasCompletedElements("Message_ReasonAcceptedLate", "End_Withdrawn");
        assertThat(tasklist.allOpen("Task_BreachPack")).isEmpty();
        assertThat(state(failure)).isEqualTo("WITHDRAWN");
    }

    /** A session this many days ago was failed. @return the enforcement's id */
    private long failure(int daysAgo, boolean explained, boolean verySerious) {
        long session = some.session(order, "NW-01", today().minusDays(daysAgo));
        recording.record(
                session,
                new Outcome("UACP", null, null, 0, null, null, null, false, explained, verySerious, 1),
                SUPERVISOR);
        return opening.start(session);
    }

    private long start(long enforcement) {
        return orders.start("upw-enforcement", order, Map.of("enforcementId", enforcement));
    }

    private String state(long enforcement) {
        return jdbc.sql("SELECT state FROM upw_enforcement WHERE id = ?")
                .param(enforcement)
                .query(String.class)
                .single();
    }

    private boolean counts(long enforcement) {
        return jdbc.sql("SELECT counts FROM upw_enforcement WHERE id = ?")
                .param(enforcement)
                .query(Boolean.class)
                .single();
    }

    private List<String> actions(long enforcement) {
        return jdbc.sql("SELECT action_code FROM upw_enforcement_action WHERE enforcement_id = ? ORDER BY id")
                .param(enforcement)
                .query(String.class)
                .list();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT template FROM case_letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private String refusal() {
        return camunda
                .newVariableSearchRequest()
                .filter(filter -> filter.name("breachRefused"))
                .send()
                .join()
                .items()
                .stream()
                .map(found -> found.getValue())
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}

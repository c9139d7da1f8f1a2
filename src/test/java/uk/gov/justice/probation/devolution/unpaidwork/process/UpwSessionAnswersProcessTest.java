package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * Only a supervisor of the case's region can record the outcome of a session in its task, and only about this session.
 */
class UpwSessionAnswersProcessTest extends ProcessScenario {

    private static final String SUPERVISOR = "upw-supervisor-nw";

    private SomeSessions some;
    private long order;
    private long session;

    @BeforeEach
    void aSessionThatIsOverAndAnotherOne() {
        some = orders.some();
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        long another = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(2));
        order = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(2));
        session = some.session(order, "NW-01", today().minusDays(1));
        some.session(another, "NW-01", today().minusDays(1));
    }

    @Test
    void anOutcomeIsTakenFromASupervisorOfTheRegionForTheSessionOfTheTask() {
        long instance = orders.start("upw-session", order, Map.of("sessionId", session));

        others.complete(
                "Task_RecordOutcome",
                SUPERVISOR,
                Map.of(
                        "outcomeCode",
                        "ATTC",
                        "workedFrom",
                        "09:00",
                        "workedUntil",
                        "16:00",
                        "penaltyMinutes",
                        15,
                        "quality",
                        "GOOD",
                        "behaviour",
                        "GOOD",
                        "explained",
                        false,
                        "verySerious",
                        false),
                "case-admin-nw",
                "practitioner-nw");

        process(instance).isCompleted().hasCompletedElements("End_Settled");
        assertThat(jdbc.sql("SELECT minutes_credited FROM upw_order WHERE id = ?")
                        .param(order)
                        .query(Integer.class)
                        .single())
                .isEqualTo(405);
        assertThat(records.count("SELECT COUNT(*) FROM upw_credit")).isEqualTo(1);
        assertThat(records.audited("session/" + session))
                .contains("TASK_ANSWER_REFUSED by upw-supervisor-gm", "OUTCOME_RECORDED by upw-supervisor-nw");
        assertThat(records.messagesTo("head-of-operations-nw"))
                .as("after three refusals")
                .hasSize(1);
    }

    @Test
    void whatNobodyOfOursBeganEndsWithNothingDone() {
        process(orders.start("upw-session", order, Map.of("sessionId", session + 1000)))
                .isCompleted()
                .hasCompletedElements("End_SessionCancelled");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}

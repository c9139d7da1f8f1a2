package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

/**
 * Only whoever manages the sentence can answer the task of the breach pack, and only about this failure; the facts of
 * the failure stay out of the engine.
 */
class UpwEnforcementAnswersProcessTest extends ProcessScenario {

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    OpeningEnforcements opening;

    private SomeSessions some;
    private long order;

    @BeforeEach
    void anOrderThatWasWarned() {
        some = orders.some();
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        order = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(4));
        given.theOrder(order).warnings(1).save();
    }

    @Test
    void theBreachPackIsAnsweredByWhoManagesTheSentence() {
        failure(2);
        long second = failure(1);
        long instance = orders.start("upw-enforcement", order, Map.of("enforcementId", second));

        others.complete(
                "Task_BreachPack",
                "practitioner-nw",
                Map.of("breachDecision", "SENT", "understood", true, "packSentOn", today().toString()),
                "pso-nw",
                "upw-supervisor-nw");

        process(instance).isCompleted().hasCompletedElements("End_Breached");
        assertThat(jdbc.sql("SELECT state FROM upw_enforcement ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("EVIDENCE", "BREACHED");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> Set.of("reasonAccepted", "verySerious", "failures", "enforcement")
                        .contains(variable.getName()));
    }

    private long failure(int daysAgo) {
        long session = some.session(order, "NW-01", today().minusDays(daysAgo));
        recording.record(
                session,
                new Outcome("UACP", null, null, 0, null, null, null, false, true, false, 1),
                new Colleague("upw-supervisor-nw", Set.of("upw-supervisor-nw")));
        return opening.start(session);
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}

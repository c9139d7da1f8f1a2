package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.termination.EndingCases;
import uk.gov.justice.probation.devolution.termination.EndingComponents;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.TellingOthers;

/** The steps of {@code case-termination} without a task: the case ends or stays live, and others are informed. */
@Component
public class TerminationWorkers {
    private final EndingComponents components;
    private final EndingCases ending;
    private final GoingBackToCourt court;
    private final TellingOthers telling;

    TerminationWorkers(EndingComponents components, EndingCases ending, GoingBackToCourt court, TellingOthers telling) {
        this.components = components;
        this.ending = ending;
        this.court = court;
        this.telling = telling;
    }

    @JobWorker(type = "termination.keepLive")
    public void keepLive(@Variable long terminationId) {
        court.keepLive(terminationId);
    }

    @JobWorker(type = "termination.escalate")
    public void escalate(@Variable long terminationId) {
        telling.lateness(terminationId);
    }

    @JobWorker(type = "termination.endComponents")
    public Map<String, Boolean> endComponents(@Variable long terminationId) {
        return Map.of("stillSo", components.end(terminationId));
    }

    @JobWorker(type = "termination.endEvent")
    public void endEvent(@Variable long terminationId) {
        ending.endEvent(terminationId);
    }

    @JobWorker(type = "termination.closeAppointments")
    public void closeAppointments(@Variable long terminationId) {
        ending.closeAppointments(terminationId);
    }

    @JobWorker(type = "termination.notify")
    public void notifyOthers(@Variable long terminationId) {
        telling.ended(terminationId);
    }

    @JobWorker(type = "termination.recalculateWorkload")
    public void recalculateWorkload(@Variable long terminationId) {
        ending.recalculateWorkload(terminationId);
    }
}

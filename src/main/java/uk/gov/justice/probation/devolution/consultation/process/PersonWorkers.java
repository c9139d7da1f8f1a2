package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;

/**
 * Names the person whom a user task is about when it begins, in the scope of that task alone: no process knows anybody
 * by name (ADR 0086).
 */
@Component
public class PersonWorkers {
    private final Cohorts cohorts;

    PersonWorkers(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /** What the form and the card of the task show. */
    record Named(String personName, String taskContextDisplayName) {}

    @JobWorker(type = "consultation.namePerson")
    public Named namePerson(@Variable long memberId) {
        String name = cohorts.nameOf(memberId);
        return new Named(name, name);
    }
}

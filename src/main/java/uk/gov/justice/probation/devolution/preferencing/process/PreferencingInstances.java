package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.api.response.ActivatedJob;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/**
 * Registers the process instances that run a consultation's preferencing, so that their tasks are known to be about
 * that consultation.
 */
@Component
class PreferencingInstances {
    private final Consultations consultations;
    private final ExpectedCalls calls;
    private final TaskSubjects subjects;

    PreferencingInstances(Consultations consultations, ExpectedCalls calls, TaskSubjects subjects) {
        this.consultations = consultations;
        this.calls = calls;
        this.subjects = subjects;
    }

    void begin(long consultationId, ActivatedJob job) {
        Consultations.Facts consultation = consultations.get(consultationId);
        calls.claim(
                "location-preferencing",
                consultationId,
                job.getProcessInstanceKey(),
                Stream.ofNullable(consultation.processInstanceKey()).toList());
        subjects.note(
                job.getProcessInstanceKey(),
                new TaskSubject("consultationId", consultationId, consultation.subject(), consultation.regionCode()));
        calls.begun(job);
    }
}

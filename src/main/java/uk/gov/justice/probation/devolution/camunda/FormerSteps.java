package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.jobhandling.JobWorkerManager;
import io.camunda.client.spring.annotation.processor.JobWorkerAnnotationProcessor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Opens each worker whose steps had another type in earlier releases a second time under that type, so that processes
 * that began then are served until they end. Once none is running any more, {@code devolution.former-names=false}
 * avoids the needless requests (ADR 0068).
 */
@Component
@ConditionalOnProperty(
        name = {"camunda.client.enabled", FormerSteps.SETTING},
        matchIfMissing = true)
class FormerSteps extends JobWorkerAnnotationProcessor {
    static final String SETTING = "devolution.former-names";

    FormerSteps(JobWorkerManager workers, List<JobWorkerValueCustomizer> customizers, FormerNames names) {
        super(
                workers,
                Stream.concat(customizers.stream(), Stream.<JobWorkerValueCustomizer>of(worker -> call(worker, names)))
                        .toList());
    }

    private static void call(JobWorkerValue worker, FormerNames names) {
        names.ofStep(worker.getType()).ifPresentOrElse(worker::setType, () -> worker.setEnabled(false));
    }
}

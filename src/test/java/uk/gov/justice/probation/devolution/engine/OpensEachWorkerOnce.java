package uk.gov.justice.probation.devolution.engine;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Camunda Process Test starts the workers anew for each test, but its client 8.8.14 also opens those of every earlier
 * test (camunda/camunda 46638), so that the hundredth test would request each kind of job a hundred times. This opens
 * each worker only for the test that defined it.
 */
final class OpensEachWorkerOnce implements JobWorkerValueCustomizer {
    private final Set<JobWorkerValue> opened = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public synchronized void customize(JobWorkerValue worker) {
        if (!opened.add(worker)) worker.setEnabled(false);
    }
}

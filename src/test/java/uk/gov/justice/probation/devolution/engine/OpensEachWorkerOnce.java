package uk.gov.justice.probation.devolution.engine;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Camunda Process Test starts the workers anew for each test, and its client 8.8.14 opens those of every test before it
 * as well (camunda/camunda 46638): the hundredth test would ask for each kind of step a hundred times. A description of
 * a worker is opened for the test that made it and for no other.
 */
final class OpensEachWorkerOnce implements JobWorkerValueCustomizer {
    private final Set<JobWorkerValue> opened = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public synchronized void customize(JobWorkerValue worker) {
        if (!opened.add(worker)) worker.setEnabled(false);
    }
}

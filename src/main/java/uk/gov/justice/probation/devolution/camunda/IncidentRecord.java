package uk.gov.justice.probation.devolution.camunda;

import java.time.Instant;

/**
 * An incident that nobody has resolved: a process stands still, as the engine's records have it.
 *
 * @param kind the engine's word for it, such as {@code JOB_NO_RETRIES}
 * @param message what the step said, or the engine
 */
public record IncidentRecord(
        long key,
        long processInstanceKey,
        long elementInstanceKey,
        String processId,
        String elementId,
        String kind,
        String message,
        Instant since) {}

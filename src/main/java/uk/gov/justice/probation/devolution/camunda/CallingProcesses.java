package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;

/**
 * Which process instance called another one, as the engine's exported records say. It cannot be forged with an answer.
 */
public interface CallingProcesses {

    /** Empty if nobody called it. */
    Optional<Long> callerOf(long processInstanceKey);
}

package uk.gov.justice.probation.devolution.camunda;

import java.util.Optional;

/** Which process instance called another one, according to the engine's exported records. Answers cannot forge it. */
public interface CallingProcesses {

    /** Empty if it was not called. */
    Optional<Long> callerOf(long processInstanceKey);
}

package uk.gov.justice.probation.devolution.camunda;

import java.util.List;

/** Which variables a process instance has, as the engine's exported records say; they run a second or two behind. */
public interface ProcessVariables {

    /** @param scope the process instance, or the step or sub-process that has it for itself */
    record Held(long scope, String name) {}

    /** All but those that are null. */
    List<Held> of(long processInstanceKey);
}

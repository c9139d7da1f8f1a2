package uk.gov.justice.probation.devolution.camunda;

import java.util.List;

/**
 * Which variables a process instance has, according to the engine's exported records, which lag a second or two behind.
 */
public interface ProcessVariables {

    /** @param scope the process instance, or the step or sub-process that has it locally */
    record Held(long scope, String name) {}

    /** All variables except those that are null. */
    List<Held> of(long processInstanceKey);
}

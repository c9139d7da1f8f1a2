package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Which models are deployed and what runs by each, according to the engine's exported records. */
public interface RunningProcesses {

    /** A version of a process, by the key of its definition. */
    record Deployed(long key, String processId, int version) {}

    /** All versions of all processes. */
    List<Deployed> deployed();

    /** The BPMN of a version, as it was deployed. */
    String model(long definitionKey);

    /** What runs by a version: each instance, and the ids of the elements at which it is. */
    Map<Long, Set<String>> at(long definitionKey);

    /** The ids of the sequence flows that an instance has taken. */
    Set<String> flowsTaken(long processInstanceKey);

    /** By which version an instance runs; empty if it is not known. */
    OptionalLong definitionOf(long processInstanceKey);
}

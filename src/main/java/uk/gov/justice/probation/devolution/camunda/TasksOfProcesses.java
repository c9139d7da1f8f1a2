package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Knows the open tasks of processes, as they are kept beside the engine. */
public interface TasksOfProcesses {

    /**
     * An open task.
     *
     * @param assignee null if nobody has claimed it
     * @param users the colleagues it is offered to by name, and the assignee
     */
    record Offered(
            long key, String processId, String elementId, String assignee, Set<String> groups, Set<String> users) {}

    /** The open tasks of a family's processes among these instances. */
    List<Offered> of(String family, Collection<Long> processInstances);

    /** The engine offers the task to others now. */
    void isOffered(long key, Collection<String> groups, Collection<String> users, String assignee);
}

package uk.gov.justice.probation.devolution.camunda;

import java.time.Instant;
import java.util.List;

/**
 * A user task as the engine's records last say it.
 *
 * @param assignee who has claimed it; null if nobody has
 * @param groups the task groups that it is offered to
 * @param users the colleagues that it is offered to by name
 * @param dueAt null if it is due at no time
 * @param open false once it is completed, or ended in another way
 * @param position of two records of a task the one with the higher position is the later one
 */
public record UserTaskRecord(
        long key,
        long elementInstanceKey,
        long processInstanceKey,
        String processId,
        String elementId,
        String assignee,
        List<String> groups,
        List<String> users,
        int priority,
        Instant createdAt,
        Instant dueAt,
        boolean open,
        long position) {}

package uk.gov.justice.probation.devolution.work.overdue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.SubjectsQuery;

/**
 * An open task that should be done by now.
 *
 * @param about its subject; empty if it is not known
 * @param words for its subject
 * @param regionCode null if it belongs to no region
 * @param assignee null if nobody has claimed it
 * @param offeredTo the groups and colleagues who may do it
 */
record OverdueTask(
        long processInstanceKey,
        String elementId,
        String about,
        Instant dueAt,
        String name,
        String words,
        String regionCode,
        String assignee,
        Set<Holder> offeredTo) {

    /** Who has claimed it, otherwise everybody who may do it. */
    Set<Holder> whose() {
        return assignee == null ? offeredTo : Set.of(Holder.user(assignee));
    }

    Set<TaskGroup> groups() {
        return offeredTo.stream()
                .filter(Holder::isGroup)
                .flatMap(group -> TaskGroup.named(group.called()).stream())
                .collect(Collectors.toSet());
    }

    /** Names no person and no case, because a message cannot control who reads it. */
    String inWords() {
        return SubjectsQuery.namesNobody(about) && !words.isEmpty() ? name + ": " + words : name;
    }
}

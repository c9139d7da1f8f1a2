package uk.gov.justice.probation.devolution.work.overdue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.security.Colleague;
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
 * @param standIns the names of the assignee's deputies of today
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
        Set<String> standIns,
        Set<Holder> offeredTo) {

    /**
     * Everybody who may do it; if it is claimed, who has claimed it, and whoever it is offered to by name, who may be
     * standing in for them.
     */
    Set<Holder> whose() {
        if (assignee == null) return offeredTo;
        return Stream.concat(
                        Stream.of(Holder.user(assignee)), offeredTo.stream().filter(holder -> !holder.isGroup()))
                .collect(Collectors.toSet());
    }

    /** A deputy in none of its groups cannot take it over. */
    boolean isOfAGroupOf(Colleague deputy) {
        return offeredTo.stream()
                .anyMatch(holder -> holder.isGroup() && deputy.groups().contains(holder.called()));
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

package uk.gov.justice.probation.devolution.telling;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/**
 * Who manages a task group: the Head of Operations of its region; of a group that belongs to no region, and of all
 * others too, the PSC Service Owner.
 */
@Component
public class ManagedGroups {
    private final TaskGroups groups;

    ManagedGroups(TaskGroups groups) {
        this.groups = groups;
    }

    /** The groups that the colleague manages, by name. */
    public List<String> of(Colleague colleague) {
        return groups.all().stream()
                .filter(group -> manages(group, colleague))
                .sorted()
                .toList();
    }

    /** The group whose members look after what cannot be delivered to this one. */
    TaskGroup managersOf(String group) {
        return TaskGroup.named(group)
                .filter(named -> named.role() != Role.HEAD_OF_OPERATIONS)
                .map(named -> TaskGroup.of(Role.HEAD_OF_OPERATIONS, named.slug()))
                .filter(managers -> groups.all().contains(managers.name()))
                .orElse(TaskGroup.of(Role.PSC_SERVICE_OWNER));
    }

    /**
     * @throws NotFound if there is no such group
     * @throws NotAllowedException if the colleague does not manage it
     */
    public void mustManage(String group, Colleague colleague) {
        if (!groups.all().contains(group)) throw new NotFound("There is no task group '%s'".formatted(group));
        if (!manages(group, colleague))
            throw new NotAllowedException(
                    "Only the Head of Operations of its region can choose how %s is told. You are signed in as %s."
                            .formatted(group, colleague.userName()));
    }

    private static boolean manages(String group, Colleague colleague) {
        return colleague.isServiceOwner()
                || TaskGroup.named(group)
                        .filter(named ->
                                colleague.heldFor(Role.HEAD_OF_OPERATIONS).contains(named.slug()))
                        .isPresent();
    }
}

package uk.gov.justice.probation.devolution.work.overdue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/**
 * Who is told if a group does not do its tasks: who heads its work in the region or at the site, the Regional Probation
 * Director for those who manage, HR for a union; where there is nobody else, the PSC Service Owner.
 */
@Component
class WhoIsResponsible {
    private static final TaskGroup SERVICE_OWNER = TaskGroup.of(Role.PSC_SERVICE_OWNER);

    private final TaskGroups groups;

    WhoIsResponsible(TaskGroups groups) {
        this.groups = groups;
    }

    Set<TaskGroup> of(OverdueTask task) {
        Set<TaskGroup> responsible = task.groups().stream()
                .map(group -> over(group, task.regionCode()))
                .collect(Collectors.toSet());
        return responsible.isEmpty() ? Set.of(first(List.of(Role.HEAD_OF_OPERATIONS), task.regionCode())) : responsible;
    }

    private TaskGroup over(TaskGroup group, String regionCode) {
        return switch (group.role()) {
            case PSC_SERVICE_OWNER, RPD, PSC_MANAGER -> SERVICE_OWNER;
            case HEAD_OF_OPERATIONS,
                    HR,
                    CHANGE,
                    PROGRAMME,
                    PREFERENCE_PANEL,
                    APPEAL_MANAGER,
                    APPEAL_PANEL,
                    APPEAL_CHAIR -> first(List.of(Role.RPD), group.slug());
            case TU -> first(List.of(Role.HR), regionCode);
            case CASE_ADMIN, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR, UPW_SUPERVISOR, DATA_LEAD ->
                first(List.of(Role.HEAD_OF_OPERATIONS, Role.PSC_MANAGER), group.slug());
        };
    }

    /** The first of these roles that somebody can have there. */
    private TaskGroup first(List<Role> roles, String scope) {
        if (scope == null) return SERVICE_OWNER;
        Set<String> all = groups.all();
        return roles.stream()
                .map(role -> TaskGroup.of(role, scope))
                .filter(group -> all.contains(group.name()))
                .findFirst()
                .orElse(SERVICE_OWNER);
    }
}

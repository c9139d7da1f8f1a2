package uk.gov.justice.probation.devolution.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody signed in, with the task groups they belong to: a role and a region ({@code hr-nw}), a role and a site
 * ({@code psc-manager-liverpool}), or a role alone.
 */
public record Colleague(String userName, Set<String> groups) {
    public static final String SERVICE_OWNER = Role.PSC_SERVICE_OWNER.word();

    public Colleague {
        groups = Set.copyOf(groups);
    }

    /** The application itself, e.g. when it loads sample data. It may do everything. */
    public static Colleague system() {
        return new Colleague("system", Set.of(SERVICE_OWNER));
    }

    /** The same colleague with only these of their roles. */
    public Colleague only(Set<Role> roles) {
        return new Colleague(
                userName,
                groups.stream()
                        .filter(group -> TaskGroup.named(group)
                                .filter(task -> roles.contains(task.role()))
                                .isPresent())
                        .collect(Collectors.toSet()));
    }

    /** Whether the colleague has the role for the region, site or union. The PSC Service Owner acts for all of them. */
    public boolean holds(Role role, String scope) {
        return isServiceOwner() || !scope.isBlank() && isIn(TaskGroup.of(role, scope));
    }

    /** Whether the colleague has the role in at least one region. */
    public boolean holdsSomewhere(Role role) {
        return isServiceOwner() || is(role);
    }

    /** Whether the colleague is in exactly this group. The PSC Service Owner is only in their own. */
    public boolean isIn(TaskGroup group) {
        return groups.contains(group.name());
    }

    /**
     * Whether the colleague is in a task group of the role, in whatever region. The PSC Service Owner is only in their
     * own.
     */
    public boolean is(Role role) {
        return taskGroups().anyMatch(group -> group.role() == role);
    }

    /** What the colleague has the role for: the slugs of regions, service centres or unions. */
    public Set<String> heldFor(Role role) {
        return taskGroups()
                .filter(group -> group.role() == role)
                .map(TaskGroup::slug)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The colleague's task groups. Any other group is left out. */
    public Stream<TaskGroup> taskGroups() {
        return groups.stream().map(TaskGroup::named).flatMap(Optional::stream);
    }

    /**
     * Refuses anybody who does not have the role for the region, site or union.
     *
     * @param action what was tried, completing "can …", e.g. "launch the programme of North West"
     */
    public void mustHold(Role role, String scope, String action) {
        if (!holds(role, scope))
            throw NotAllowedException.missingGroup(
                    this,
                    scope.isBlank() ? role.word() : TaskGroup.of(role, scope).name(),
                    action);
    }

    /**
     * Refuses anybody who is in none of these task groups. The PSC Service Owner acts for all.
     *
     * @param action what was tried, completing "can …"
     */
    public void mustBeInOneOf(Collection<String> taskGroups, String action) {
        if (!isServiceOwner() && taskGroups.stream().noneMatch(groups::contains))
            throw NotAllowedException.missingGroup(this, String.join(" or ", taskGroups), action);
    }

    public boolean isServiceOwner() {
        return groups.contains(SERVICE_OWNER);
    }
}

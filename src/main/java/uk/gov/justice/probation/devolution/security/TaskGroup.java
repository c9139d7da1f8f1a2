package uk.gov.justice.probation.devolution.security;

import java.util.Locale;
import java.util.Optional;

/**
 * A task group: a role and what it is held for.
 *
 * @param slug of the region, service centre or union; empty if the role is held for nothing in particular
 */
public record TaskGroup(Role role, String slug) {

    public TaskGroup {
        if (slug.isEmpty() != role.isForAll())
            throw new IllegalArgumentException(
                    "%s is held for %s".formatted(role.word(), role.isForAll() ? "everything" : "something"));
    }

    /** @param scope the region by code or slug, the site or union by slug */
    public static TaskGroup of(Role role, String scope) {
        return new TaskGroup(role, scope.toLowerCase(Locale.ROOT));
    }

    /** For a role that is held for nothing in particular. */
    public static TaskGroup of(Role role) {
        return new TaskGroup(role, "");
    }

    /**
     * Empty if the name does not begin with one of the roles. {@link TaskGroups} knows whether the region, service
     * centre or union exists.
     */
    public static Optional<TaskGroup> named(String name) {
        return Role.of(name)
                .filter(role -> role.isForAll() || name.length() > role.word().length() + 1)
                .map(role -> new TaskGroup(
                        role, role.isForAll() ? "" : name.substring(role.word().length() + 1)));
    }

    public String name() {
        return slug.isEmpty() ? role.word() : role.word() + "-" + slug;
    }

    @Override
    public String toString() {
        return name();
    }
}

package uk.gov.justice.probation.devolution.security;

import java.util.Optional;

/**
 * A task group, read: a role and what it is held for.
 *
 * @param slug of the region, service centre or union; empty where the role is held for nothing in particular
 */
public record TaskGroup(Role role, String slug) {

  /** Empty where the name begins with no role of the list. Whether there is such a region, service centre or union says {@link TaskGroups}. */
  public static Optional<TaskGroup> named(String name) {
    return Role.of(name).map(role -> new TaskGroup(role, role.isForAll() ? "" : name.substring(role.word().length() + 1)));
  }

  public String name() {
    return slug.isEmpty() ? role.word() : role.word() + "-" + slug;
  }

  @Override
  public String toString() {
    return name();
  }
}

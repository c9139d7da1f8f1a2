package uk.gov.justice.probation.devolution.work;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Whose a task is to do, as it is kept: a task group, or a colleague by name; a group and a user may be called alike.
 */
public record Holder(String name) {
    static final int LONGEST = 100;
    private static final String GROUP = "group:";
    private static final String USER = "user:";

    /** The databases do not tell names apart by the spaces at their end. */
    public Holder {
        name = name.stripTrailing();
    }

    public static Holder group(String name) {
        return new Holder(GROUP + name);
    }

    public static Holder user(String name) {
        return new Holder(USER + name);
    }

    public boolean isGroup() {
        return name.startsWith(GROUP);
    }

    /** The name of the group or of the colleague. */
    public String called() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The colleague, and all their groups. */
    public static Set<String> allOf(Colleague colleague) {
        return Stream.concat(colleague.groups().stream().map(Holder::group), Stream.of(user(colleague.userName())))
                .map(Holder::name)
                .collect(Collectors.toSet());
    }

    /** The names of kept holders, which are separated by {@code |}. */
    static List<String> names(String kept, boolean groupsOnly) {
        return Stream.of(kept == null ? new String[0] : kept.split("\\|"))
                .filter(holder -> holder.startsWith(GROUP) || !groupsOnly && holder.startsWith(USER))
                .map(holder -> holder.substring(holder.indexOf(':') + 1))
                .toList();
    }

    static boolean isGroup(String kept) {
        return kept.startsWith(GROUP);
    }

    /** Nobody here is called by a longer name. */
    boolean canBeSomebody() {
        return name.length() <= LONGEST + USER.length();
    }
}

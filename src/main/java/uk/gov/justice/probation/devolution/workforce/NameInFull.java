package uk.gov.justice.probation.devolution.workforce;

/**
 * A member of staff by name and staff number, "Ann Example (NW0051)", so that readers can distinguish two people with
 * the same name. Only the person themself is addressed by name alone.
 */
public final class NameInFull {
    private NameInFull() {}

    public static String of(String displayName, String staffNumber) {
        return "%s (%s)".formatted(displayName, staffNumber);
    }

    /** As an SQL expression; null if an outer join found nobody. */
    public static String sql(String staffAlias) {
        return "CONCAT(%1$s.display_name, ' (', %1$s.staff_number, ')')".formatted(staffAlias);
    }
}

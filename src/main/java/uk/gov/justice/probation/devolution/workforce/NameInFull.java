package uk.gov.justice.probation.devolution.workforce;

/**
 * A member of staff by name and staff number, "Ann Example (NW0051)": so that readers can tell two people of the same
 * name apart. Only the person themself is addressed by the name alone.
 */
public final class NameInFull {
    private NameInFull() {}

    public static String of(String displayName, String staffNumber) {
        return "%s (%s)".formatted(displayName, staffNumber);
    }

    /** As an expression of SQL; null if the outer join found nobody. */
    public static String sql(String staffAlias) {
        return "CONCAT(%1$s.display_name, ' (', %1$s.staff_number, ')')".formatted(staffAlias);
    }
}

package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The kinds of confidential record. The person can read every kind. Their line manager and HR of their region can read
 * all except those of an appeal, which may be about them. Those who decide can read what they decide on.
 */
public enum Kind {
    CIRCUMSTANCES("Circumstances"),
    ADJUSTMENTS("Adjustments"),
    ONE_TO_ONE_NOTE("One-to-one note"),
    EXTENSION_REASON("Reason for other dates"),
    PANEL_REASON("Reason for the panel's change", Role.PREFERENCE_PANEL),
    APPEAL_GROUNDS("Grounds of the appeal", Role.APPEAL_MANAGER, Role.APPEAL_PANEL, Role.APPEAL_CHAIR),
    APPEAL_REVIEW("Review of the appeal", Role.APPEAL_MANAGER, Role.APPEAL_PANEL, Role.APPEAL_CHAIR),
    APPEAL_REASONS("Reasons for the appeal's outcome", Role.APPEAL_MANAGER, Role.APPEAL_PANEL, Role.APPEAL_CHAIR);

    private final String label;
    private final Set<Role> decidingRoles;

    Kind(String label, Role... decidingRoles) {
        this.label = label;
        this.decidingRoles = Set.of(decidingRoles);
    }

    public String label() {
        return label;
    }

    /** Whether the line manager and HR can read it. */
    boolean isForManagers() {
        return !name().startsWith("APPEAL_");
    }

    /** The roles in the person's region whose members decide on this and can therefore read it. */
    Set<Role> decidingRoles() {
        return decidingRoles;
    }
}

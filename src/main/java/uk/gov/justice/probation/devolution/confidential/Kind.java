package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * What a confidential record holds. The person reads every kind, their line manager and HR of their region all but what
 * belongs to an appeal, which may be about them; those who decide about it read what they decide on.
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

    /** Whether the line manager and HR read it. */
    boolean isForManagers() {
        return !name().startsWith("APPEAL_");
    }

    /** Roles of the person's region whose members decide on this, and so read it. */
    Set<Role> decidingRoles() {
        return decidingRoles;
    }
}

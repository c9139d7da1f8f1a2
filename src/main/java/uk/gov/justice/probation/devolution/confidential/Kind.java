package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;

/**
 * What a confidential record holds. The person reads every kind, their line manager and HR of their region all but what belongs to an appeal, which may be about them; those
 * who decide about it read what they decide on.
 */
public enum Kind {
  CIRCUMSTANCES("Circumstances"),
  ADJUSTMENTS("Adjustments"),
  ONE_TO_ONE_NOTE("One-to-one note"),
  EXTENSION_REASON("Reason for other dates"),
  PANEL_REASON("Reason for the panel's change", "preference-panel"),
  APPEAL_GROUNDS("Grounds of the appeal", "appeal-manager", "appeal-panel", "appeal-chair"),
  APPEAL_REVIEW("Review of the appeal", "appeal-manager", "appeal-panel", "appeal-chair"),
  APPEAL_REASONS("Reasons for the appeal's outcome", "appeal-manager", "appeal-panel", "appeal-chair");

  private final String label;
  private final Set<String> decidingRoles;

  Kind(String label, String... decidingRoles) {
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
  Set<String> decidingRoles() {
    return decidingRoles;
  }
}

package uk.gov.justice.probation.devolution.handover;

/** A unit that can be responsible for a service: a PSC site, an office of the London Service Centre, or a region. */
public record Unit(String code, String name, String slug, boolean region) {

  /** The task group of those who answer for the unit. */
  public String ownerGroup() {
    return (region ? "head-of-operations-" : "psc-manager-") + slug;
  }
}

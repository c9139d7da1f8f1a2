package uk.gov.justice.probation.devolution.handover;

/** What a row of the plan is: a service moving to a region, work moving between the two PSC sites, or a milestone without cases. */
public enum HandoverKind {
  HANDOVER,
  SITE_MOVE,
  MILESTONE
}

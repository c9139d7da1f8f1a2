package uk.gov.justice.probation.devolution.workforce;

/** Where the vetting of a member of staff stands. */
public enum VettingStatus {
  PENDING,
  CLEARED,
  REFUSED,
  NOT_REQUIRED
}

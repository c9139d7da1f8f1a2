package uk.gov.justice.probation.devolution.placement;

/** What an outcome is worth: {@code FULL} the session as it was planned, {@code PART} the minutes attended, {@code NONE} nothing (code list of the contact outcomes). */
public enum Credit {
  FULL,
  PART,
  NONE
}

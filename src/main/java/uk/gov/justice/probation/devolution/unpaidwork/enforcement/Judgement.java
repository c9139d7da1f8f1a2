package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

/** What was judged of the reason that a person gave for a failure. */
enum Judgement {
  ACCEPTED,
  REJECTED
}

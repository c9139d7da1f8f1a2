package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

/** How the reason that a person gave for a failure was judged. */
enum Judgement {
    ACCEPTED,
    REJECTED
}

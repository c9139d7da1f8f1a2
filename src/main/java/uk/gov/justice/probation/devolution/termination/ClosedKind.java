package uk.gov.justice.probation.devolution.termination;

/** What a termination closes, and what is kept of how it was. */
enum ClosedKind {
  /** The step itself: the components were ended; the item is the case. */
  COMPONENTS,
  /** A component of the case; it had this outcome, or none. */
  COMPONENT,
  /** An unpaid work requirement: it does not change itself, and here stands how it ended. */
  UPW,
  /** An order that an event stopped; it stood there. */
  ORDER,
  /** The event; the item is the case. */
  EVENT
}

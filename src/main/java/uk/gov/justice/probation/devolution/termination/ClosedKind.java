package uk.gov.justice.probation.devolution.termination;

/** What a termination closes, and what is kept of its former state. */
enum ClosedKind {
    /** The step itself: the components were ended; the item is the case. */
    COMPONENTS,
    /** A component of the case; it had this outcome, or none. */
    COMPONENT,
    /** An unpaid work requirement: it does not itself change; how it ended is recorded here. */
    UPW,
    /** An order that an event stopped, with its former state. */
    ORDER,
    /** The event; the item is the case. */
    EVENT
}

package uk.gov.justice.probation.devolution.termination;

/** What a termination can close, and what is remembered of its state before. */
enum ClosedKind {
    /** The step itself, recorded when the components have been ended. The item is the case. */
    COMPONENTS,
    /** A component of the case, with the outcome it had, if any. */
    COMPONENT,
    /** An unpaid work requirement. Nothing about it changes; its outcome is recorded here. */
    UPW,
    /** An order that an event stopped, with its state before. */
    ORDER,
    /** The event. The item is the case. */
    EVENT
}

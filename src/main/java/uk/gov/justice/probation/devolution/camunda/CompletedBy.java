package uk.gov.justice.probation.devolution.camunda;

/** What says who completed a user task: the setting {@code devolution.camunda.completed-by}. */
enum CompletedBy {
    /** The audit log if the cluster has one, otherwise the assignee. */
    AUTO,
    /** The audit log; if there is none, no answer is taken. */
    AUDIT_LOG,
    /** The assignee, whom others may have set. */
    ASSIGNEE
}

package uk.gov.justice.probation.devolution.camunda;

/** The source of who completed a user task: the setting {@code devolution.camunda.completed-by}. */
enum CompletedBy {
    /** The audit log if the cluster has one, otherwise the assignee. */
    AUTO,
    /** The audit log. If there is none, no answer is accepted. */
    AUDIT_LOG,
    /** The assignee, whom others may have set. */
    ASSIGNEE
}

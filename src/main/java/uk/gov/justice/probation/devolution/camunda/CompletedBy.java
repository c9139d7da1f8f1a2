package uk.gov.justice.probation.devolution.camunda;

/** What says who completed a user task: the setting {@code devolution.camunda.completed-by}. */
enum CompletedBy {
  /** The audit log where the cluster has one, else the assignee. */
  AUTO,
  /** The audit log; where there is none, no answer is taken. */
  AUDIT_LOG,
  /** The assignee, whom others may have set. */
  ASSIGNEE
}

package uk.gov.justice.probation.devolution.unpaidwork.order;

import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Work on a case must wait: a handover holds its queue. It goes on by itself when the queue is released. */
public class QueueFrozenException extends RuntimeException {
  public QueueFrozenException(ProbationCase probationCase) {
    super("The unpaid work of CRN %s is being handed over. It goes on by itself when the handover is done".formatted(probationCase.crn()));
  }
}

package uk.gov.justice.probation.devolution.placement;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops all unpaid work of a case at once: sessions to come, enforcement, the orders themselves, and their processes; and takes that back when the case is reopened. */
@Service
public class StoppingOrders {
  private final Orders orders;

  StoppingOrders(Orders orders) {
    this.orders = orders;
  }

  /**
   * Stops every order of the case that has not ended. A second call changes nothing.
   *
   * @param reasonCode of {@code termination_reason}
   */
  @Transactional
  public void stop(long caseId, String reasonCode, LocalDate occurredOn) {
    throw new UnsupportedOperationException("to come");
  }

  /** Every stopped order of the case stands again where it stood, and its process starts again. */
  @Transactional
  public void restore(long caseId) {
    throw new UnsupportedOperationException("to come");
  }
}

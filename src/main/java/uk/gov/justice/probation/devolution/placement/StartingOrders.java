package uk.gov.justice.probation.devolution.placement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the process of an order where the order stands, once: by hand, by a handover, by an import, or again after a reopening. */
@Service
public class StartingOrders {
  private final Orders orders;

  StartingOrders(Orders orders) {
    this.orders = orders;
  }

  /**
   * Starts an order that was not started; one that runs or has ended stays as it is.
   *
   * @param by who starts it: a user name, or {@code system}
   * @return whether it was started now
   */
  @Transactional
  public boolean start(long orderId, String by) {
    throw new UnsupportedOperationException("to come");
  }
}

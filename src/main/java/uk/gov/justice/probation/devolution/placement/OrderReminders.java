package uk.gov.justice.probation.devolution.placement;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.placement.OrderSteps.Locked;

/** Tells those who can help that a step of an order is late. Nothing is stopped. */
@Service
public class OrderReminders {

  /** The steps that can be late, what is said of each, and which roles of the region can help. */
  public enum Step {
    TEAM("its team is not confirmed", "placement-coordinator", "head-of-operations"),
    FIRST_APPOINTMENT("the first appointment is not held", "spo", "placement-coordinator"),
    APPROVAL("the placement is not yet approved or refused", "head-of-operations"),
    UNSUITABLE("nobody has decided what follows where unpaid work is not suitable", "spo"),
    PROJECT("no project is chosen", "spo", "head-of-operations"),
    LEARNING("nobody has helped with the online learning", "placement-coordinator"),
    REVIEW("the progress review is not done", "spo"),
    COURT("nobody has applied to the court", "spo", "head-of-operations");

    private final String inWords;
    private final List<String> roles;

    Step(String inWords, String... roles) {
      this.inWords = inWords;
      this.roles = Arrays.asList(roles);
    }
  }

  private final OrderSteps steps;
  private final Notifications notifications;

  OrderReminders(OrderSteps steps, Notifications notifications) {
    this.steps = steps;
    this.notifications = notifications;
  }

  /** @param key of the step as the engine names it: a second call with it does nothing */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void escalate(long orderId, Step step, long key) {
    Locked locked = steps.lock(orderId);
    for (String role : step.roles) {
      notifications.send("upw-late-%d-%s".formatted(key, role), locked.group(role), "%s: unpaid work is late".formatted(locked.probationCase().text()),
          "It is late: %s. Speak with those whose task it is.".formatted(step.inWords), locked.order().subject());
    }
  }
}

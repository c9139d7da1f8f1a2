package uk.gov.justice.probation.devolution.unpaidwork.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementState;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** The session whose outcome, or the enforcement whose breach pack, an order of before waits for. */
@Component
class WaitingTasksOfOrders implements SubjectsOfBefore {
  private final Sessions sessions;
  private final Enforcements enforcements;
  private final PlacementLinks links;
  private final Clock clock;

  WaitingTasksOfOrders(Sessions sessions, Enforcements enforcements, PlacementLinks links, Clock clock) {
    this.sessions = sessions;
    this.enforcements = enforcements;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Optional<TaskSubject> theOneThatWaits(String process, TaskSubject caller) {
    if (!caller.name().equals("orderId")) return Optional.empty();
    long order = Long.parseLong(caller.value());
    return switch (process) {
      case "upw-session" -> only(order, "sessions wait for their outcome", sessions.ofOrder(order).stream().filter(this::waits)
          .map(session -> new TaskSubject("sessionId", session.id(), session.subject(), caller.regionCode())));
      case "upw-enforcement" -> only(order, "enforcements wait for their breach pack", enforcements.ofOrder(order).stream().filter(one -> one.state() == EnforcementState.BREACH)
          .map(enforcement -> new TaskSubject("enforcementId", enforcement.id(), enforcement.subject(), caller.regionCode())));
      default -> Optional.empty();
    };
  }

  private boolean waits(Session session) {
    return session.open() && !session.startsAfter(LocalDateTime.now(clock));
  }

  private Optional<TaskSubject> only(long order, String wait, Stream<TaskSubject> waiting) {
    List<TaskSubject> all = waiting.toList();
    if (all.size() > 1) {
      throw new CannotSucceedException(("This task was opened before the present release, and %d %s, so that nobody knows which of them it is about. Record the answer on its page, to which %s leads, "
          + "then move the process on from this task in Operate (modify the process instance).").formatted(all.size(), wait, links.order(order)));
    }
    return all.stream().findFirst();
  }
}

package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/**
 * Finds where an order stands when it starts here: at its sessions where some are to come, at its project where minutes are credited but no session is to come (where an approval is
 * missing, at that), otherwise at the beginning.
 */
@Component
class Beginning {
  private static final int TWO_WEEKS = 14;

  /** @param project and what follows it are null unless sessions are to come */
  record Standing(OrderState state, String project, Frequency frequency, LocalDate firstSession) {
    static Standing at(OrderState state) {
      return new Standing(state, null, null, null);
    }
  }

  private record ToCome(String project, LocalDate on) {}

  private final Suitability suitability;
  private final JdbcClient jdbc;
  private final Clock clock;

  Beginning(Suitability suitability, JdbcClient jdbc, Clock clock) {
    this.suitability = suitability;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Standing of(Order order, ProbationCase probationCase) {
    List<ToCome> toCome = toCome(order.id());
    if (!toCome.isEmpty()) {
      String project = toCome.getFirst().project();
      return new Standing(OrderState.SESSIONS, project, frequency(toCome.stream().filter(session -> session.project().equals(project)).map(ToCome::on).toList()), toCome.getFirst().on());
    }
    if (order.minutesCredited() == 0) return Standing.at(OrderState.TEAM);
    return Standing.at(suitability.of(probationCase, true).needsNobody() ? OrderState.PROJECT : OrderState.APPROVAL);
  }

  private List<ToCome> toCome(long orderId) {
    return jdbc.sql("""
            SELECT project_code, on_date FROM upw_session
            WHERE order_id = :order AND state = 'PLANNED' AND (on_date > :today OR on_date = :today AND start_time > :now) ORDER BY on_date, start_time, id
            """)
        .param("order", orderId)
        .param("today", LocalDate.now(clock))
        .param("now", LocalTime.now(clock))
        .query((row, n) -> new ToCome(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }

  /** Every two weeks where the next two are that far apart or further; otherwise every week. */
  private static Frequency frequency(List<LocalDate> days) {
    Optional<LocalDate> second = days.stream().skip(1).findFirst();
    return second.isPresent() && !second.get().isBefore(days.getFirst().plusDays(TWO_WEEKS)) ? Frequency.FORTNIGHTLY : Frequency.WEEKLY;
  }
}

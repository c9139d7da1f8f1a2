package uk.gov.justice.probation.devolution.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.placement.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.placement.Teams.Team;

/**
 * Opens an order where it stands in the database, at its start and each time its process begins anew: after a handover, after a reopening, after the court has extended it. What was
 * due while it waited is due at once.
 */
@Service
public class OpeningOrders {
  private static final int NINE = 9;
  private static final int ELEVEN = 11;

  /** What the process needs to know; dates are null where they are past or done. */
  public record Opened(
      Order order, ProbationCase probationCase, Owner owner, String practitionerGroup, boolean waits, LocalDate monthNine, LocalDate monthEleven, LocalDate monthTwelve,
      LocalDate nextReview, LocalDate learningCheck) {

    /** {@code FROZEN} while it waits for a handover, {@code ENDED} where nothing is left to do, otherwise the name of its state. */
    public String standsAt() {
      if (order.state().ended()) return "ENDED";
      return waits ? "FROZEN" : order.state().name();
    }
  }

  private record Marks(Instant forecastNine, Instant forecastEleven, Instant reviewed) {}

  private final Orders orders;
  private final OrderSteps steps;
  private final NotingOrders noting;
  private final Teams teams;
  private final Deadlines deadlines;
  private final PlacementSettings settings;
  private final JdbcClient jdbc;

  OpeningOrders(Orders orders, OrderSteps steps, NotingOrders noting, Teams teams, Deadlines deadlines, PlacementSettings settings, JdbcClient jdbc) {
    this.orders = orders;
    this.steps = steps;
    this.noting = noting;
    this.teams = teams;
    this.deadlines = deadlines;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** Notes that the process instance is about this order. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Opened open(long orderId, long processInstanceKey) {
    noting.note(orderId, processInstanceKey);
    Locked locked = steps.lock(orderId);
    boolean waits = locked.owner().frozen() && !locked.order().state().ended();
    orders.change(orderId).set("waiting", waits).set("process_instance_key", processInstanceKey).save();
    if (!waits) keepTeam(locked);
    Order order = orders.get(orderId);
    Marks marks = marks(orderId);
    TwelveMonths months = new TwelveMonths(order.sentenceDate());
    return new Opened(
        order, locked.probationCase(), locked.owner(), locked.practitionerGroup(), waits, forecast(order, months.lastDayOf(NINE), marks.forecastNine()),
        forecast(order, months.lastDayOf(ELEVEN), marks.forecastEleven()), court(order, months.lastDay()), nextReview(order, marks.reviewed()), learningCheck(order));
  }

  /** Another unit may hold the order now: its own team takes it. */
  private void keepTeam(Locked locked) {
    Order order = locked.order();
    if (order.teamCode() == null || order.state().ended()) return;
    List<Team> theirs = teams.alignedFirst(locked);
    if (theirs.stream().noneMatch(team -> team.code().equals(order.teamCode()))) {
      orders.change(order.id()).set("team_code", theirs.getFirst().code()).set("allocated_on", deadlines.today()).save();
    }
  }

  /** Not where it was made, nor where its day was over when the order came here. */
  private LocalDate forecast(Order order, LocalDate day, Instant made) {
    return made != null || day.isBefore(deadlines.day(order.receivedAt())) ? null : day;
  }

  /** The end of the twelve months, or of what the court extended them to; hours left after it go back to the court, however long it is past. */
  private static LocalDate court(Order order, LocalDate lastDay) {
    if (order.courtAppliedOn() == null) return order.extendedTo() == null ? lastDay : order.extendedTo();
    return order.extendedTo() != null && order.extendedTo().isAfter(order.courtAppliedOn()) ? order.extendedTo() : null;
  }

  /** Today where one fell due while the order waited. */
  private LocalDate nextReview(Order order, Instant reviewed) {
    LocalDate today = deadlines.today();
    LocalDate since = deadlines.day(reviewed == null ? order.receivedAt() : reviewed);
    LocalDate due = order.sentenceDate();
    for (int n = 1; !due.isAfter(since); n++) due = order.sentenceDate().plus(settings.reviewEvery().multipliedBy(n));
    return due.isBefore(today) ? today : due;
  }

  /** Null where the instructions are still to come, or learning was looked at. */
  private LocalDate learningCheck(Order order) {
    if (order.instructedAt() == null || order.learningTakenUp() != null) return null;
    return deadlines.workingDaysFrom(deadlines.day(order.instructedAt()), settings.learningCheck());
  }

  private Marks marks(long orderId) {
    return jdbc.sql("SELECT forecast_nine_at, forecast_eleven_at, reviewed_at FROM upw_order WHERE id = ?").param(orderId)
        .query((row, n) -> new Marks(Utc.instant(row, "forecast_nine_at"), Utc.instant(row, "forecast_eleven_at"), Utc.instant(row, "reviewed_at")))
        .single();
  }
}

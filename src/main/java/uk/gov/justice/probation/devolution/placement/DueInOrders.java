package uk.gov.justice.probation.devolution.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/**
 * Tells the process of an order what has fallen due in it: a review, the forecasts of months nine and eleven, the end of the twelve months. The dates follow from the sentence and
 * stay in the database: the engine has no timer for them and learns of each by a message, on its day (ADR 0057).
 */
@Component
class DueInOrders {
  private static final int NINE = 9;
  private static final int ELEVEN = 11;
  private static final Duration KEPT = Duration.ofHours(12);

  /** What was made or told already; null where it was not. */
  private record Marks(Instant forecastNine, Instant forecastEleven, Instant reviewed, Instant courtAsked) {}

  private final Deadlines deadlines;
  private final PlacementSettings settings;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  DueInOrders(Deadlines deadlines, PlacementSettings settings, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.deadlines = deadlines;
    this.settings = settings;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Tells what is due by today, where the order runs; it is locked.
   *
   * @param occasion what makes it be told now: told on the same again, it is told once
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Order order, Object occasion) {
    if (!order.state().running() || order.waiting()) return;
    Marks marks = marks(order.id());
    TwelveMonths months = new TwelveMonths(order.sentenceDate());
    LocalDate today = deadlines.today();
    if (isOver(forecast(order, months.lastDayOf(NINE), marks.forecastNine()), today)) tell("placement.monthNine", order, occasion);
    if (isOver(forecast(order, months.lastDayOf(ELEVEN), marks.forecastEleven()), today)) tell("placement.monthEleven", order, occasion);
    if (!nextReview(order, marks.reviewed()).isAfter(today)) tell("placement.reviewDue", order, occasion);
    if (marks.courtAsked() == null && isOver(court(order, months.lastDay()), today)) {
      jdbc.sql("UPDATE upw_order SET court_asked_at = ? WHERE id = ?").params(Utc.of(clock.instant()), order.id()).update();
      tell("placement.monthTwelve", order, occasion);
    }
  }

  /** Null where it was made, or where its day was over when the order came here. */
  LocalDate forecast(Order order, LocalDate day, Instant made) {
    return made != null || day.isBefore(deadlines.day(order.receivedAt())) ? null : day;
  }

  /** The end of the twelve months, or of what the court extended them to; hours left after it go back to the court, however long it is past. */
  static LocalDate court(Order order, LocalDate lastDay) {
    if (order.courtAppliedOn() == null) return order.extendedTo() == null ? lastDay : order.extendedTo();
    return order.extendedTo() != null && order.extendedTo().isAfter(order.courtAppliedOn()) ? order.extendedTo() : null;
  }

  /** The first one after the last, counted from the sentence. */
  LocalDate nextReview(Order order, Instant reviewed) {
    LocalDate since = deadlines.day(reviewed == null ? order.receivedAt() : reviewed);
    LocalDate due = order.sentenceDate();
    for (int n = 1; !due.isAfter(since); n++) due = order.sentenceDate().plus(settings.reviewEvery().multipliedBy(n));
    return due;
  }

  private static boolean isOver(LocalDate day, LocalDate today) {
    return day != null && day.isBefore(today);
  }

  private void tell(String message, Order order, Object occasion) {
    events.publishEvent(new EngineMessage(message, Long.toString(order.id()), "%s-%d-%s".formatted(message, order.id(), occasion), Map.of(), KEPT));
  }

  private Marks marks(long orderId) {
    return jdbc.sql("SELECT forecast_nine_at, forecast_eleven_at, reviewed_at, court_asked_at FROM upw_order WHERE id = ?").param(orderId)
        .query((row, n) -> new Marks(
            Utc.instant(row, "forecast_nine_at"), Utc.instant(row, "forecast_eleven_at"), Utc.instant(row, "reviewed_at"), Utc.instant(row, "court_asked_at")))
        .single();
  }
}

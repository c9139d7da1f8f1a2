package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectDays;

/**
 * Plans an order's sessions (once, weekly, fortnightly) until they cover what remains to be worked, and plans again after each outcome. What is planned and still right stays as it
 * is; a session that came by file stays too, as long as it is on the order's project.
 */
@Service
public class PlanningSessions {
  private static final Duration KEPT = Duration.ofHours(1);

  /** What comes next for an order: a session, its completion, or another project because this one has no more days for it. */
  public enum Step {
    SESSION,
    COMPLETE,
    NO_PROJECT
  }

  /** @param sessionId null unless the step is a session */
  public record Next(Step step, Long sessionId) {}

  private record Project(Set<DayOfWeek> days, LocalTime start, LocalTime end, LocalDate opens, LocalDate ends) {}

  private final Orders orders;
  private final Sessions sessions;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  PlanningSessions(Orders orders, Sessions sessions, WorkingDays workingDays, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.sessions = sessions;
    this.workingDays = workingDays;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Plans the order's sessions to come; a second time changes nothing. An order without a project, or that has ended, has none. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void plan(long orderId) {
    plan(orders.lock(orderId));
  }

  /** What the order does next. Sessions with an outcome that is not settled come first. Where nothing remains to be worked, no session is left to come. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Next next(long orderId) {
    Order order = orders.lock(orderId);
    List<Session> open = sessions.open(orderId);
    boolean recorded = open.stream().anyMatch(session -> session.state() == SessionState.RECORDED);
    if (!recorded && order.hoursComplete()) {
      cancel(open.stream().filter(session -> session.startsAfter(now())).toList());
      return new Next(Step.COMPLETE, null);
    }
    Optional<Session> next = Sessions.next(open);
    if (next.isEmpty()) {
      plan(order);
      next = Sessions.next(sessions.open(orderId));
    }
    return next.map(session -> new Next(Step.SESSION, session.id())).orElse(new Next(Step.NO_PROJECT, null));
  }

  /** As {@link #plan(long)}; the order is locked. */
  public void plan(Order order) {
    LocalDateTime now = now();
    List<Session> open = sessions.open(order.id());
    Long waitedFor = Sessions.next(open).map(Session::id).orElse(null);
    List<Session> toCome = open.stream().filter(session -> session.state() == SessionState.PLANNED && session.startsAfter(now)).toList();
    List<Session> pending = open.stream().filter(session -> !toCome.contains(session)).toList();
    Cover cover = new Cover(order.minutesLeft(), frequency(order) == Frequency.ONCE ? 1 : Integer.MAX_VALUE);
    pending.forEach(cover::add);
    if (order.projectCode() == null || order.state().ended()) {
      cancel(toCome);
    } else {
      Project project = project(order.projectCode());
      LocalDate earliest = later(earliest(now, project.start()), project.opens());
      SessionDates dates = new SessionDates(first(order, earliest), frequency(order), project.days(), project.ends(), workingDays.calendar());
      cancel(toCome.stream().filter(session -> !stays(order, session, dates) || !cover.add(session)).toList());
      add(order, project, dates.from(earliest).iterator(), cover);
    }
    Long nextNow = Sessions.next(sessions.open(order.id())).map(Session::id).orElse(null);
    if (waitedFor != null && !waitedFor.equals(nextNow)) changed(waitedFor, "planned-" + nextNow);
  }

  /** What sessions cover of the minutes that remain. */
  private static final class Cover {
    private int minutesLeft;
    private int sessionsLeft;

    Cover(int minutesLeft, int sessionsLeft) {
      this.minutesLeft = minutesLeft;
      this.sessionsLeft = sessionsLeft;
    }

    boolean isComplete() {
      return minutesLeft <= 0 || sessionsLeft <= 0;
    }

    /** Whether the session was still needed. */
    boolean add(Session session) {
      return add(session.plannedMinutes());
    }

    boolean add(int minutes) {
      if (isComplete()) return false;
      minutesLeft -= minutes;
      sessionsLeft--;
      return true;
    }
  }

  private static boolean stays(Order order, Session session, SessionDates dates) {
    if (!session.projectCode().equals(order.projectCode())) return false;
    boolean byFile = !isNamedHere(session, order);
    return byFile || dates.from(session.on()).findFirst().filter(session.on()::equals).isPresent();
  }

  private void add(Order order, Project project, Iterator<LocalDate> dates, Cover cover) {
    if (cover.isComplete()) return;
    Map<LocalDate, SessionState> known = new HashMap<>();
    Set<String> references = new HashSet<>();
    jdbc.sql("SELECT on_date, state, session_reference FROM upw_session WHERE order_id = ? ORDER BY state = 'CANCELLED' DESC").param(order.id()).query(row -> {
      known.put(row.getObject(1, LocalDate.class), SessionState.valueOf(row.getString(2)));
      references.add(row.getString(3));
    });
    List<LocalDate> fresh = new ArrayList<>();
    List<LocalDate> again = new ArrayList<>();
    while (!cover.isComplete() && dates.hasNext()) {
      LocalDate day = dates.next();
      SessionState there = known.get(day);
      if (there != null && there != SessionState.CANCELLED) continue;
      int minutes = new TimeWorked(day, project.start(), project.end()).minutes();
      if (minutes == 0) return;
      cover.add(minutes);
      (there == null ? fresh : again).add(day);
    }
    for (LocalDate day : again) {
      int revived = jdbc.sql("UPDATE upw_session SET project_code = ?, start_time = ?, end_time = ?, state = 'PLANNED', version = version + 1 WHERE session_reference = ? AND state = 'CANCELLED'")
          .params(order.projectCode(), project.start(), project.end(), reference(order, day)).update();
      if (revived == 0) fresh.add(day);
    }
    insert(order, project, fresh, references);
  }

  private void insert(Order order, Project project, List<LocalDate> days, Set<String> taken) {
    if (days.isEmpty()) return;
    List<Object> values = new ArrayList<>();
    days.forEach(day -> Collections.addAll(values, freeReference(order, day, taken), order.id(), order.projectCode(), day, project.start(), project.end()));
    jdbc.sql("INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version) VALUES "
            + String.join(", ", Collections.nCopies(days.size(), "(?, ?, ?, ?, ?, ?, 'PLANNED', 1)")))
        .params(values)
        .update();
  }

  private void cancel(List<Session> surplus) {
    if (surplus.isEmpty()) return;
    jdbc.sql("UPDATE upw_session SET state = 'CANCELLED', version = version + 1 WHERE id IN (:ids) AND state = 'PLANNED'")
        .param("ids", surplus.stream().map(Session::id).toList())
        .update();
  }

  /** The process waits for another session than the one that is next now: it looks again. */
  void changed(long sessionId, String why) {
    events.publishEvent(new EngineMessage("unpaidwork.sessionChanged", Long.toString(sessionId), "sessionChanged-%d-%s".formatted(sessionId, why), Map.of(), KEPT));
  }

  private Project project(String code) {
    return jdbc.sql("SELECT days, start_time, end_time, start_date, end_date FROM upw_project WHERE code = ?").param(code)
        .query((row, n) -> new Project(
            ProjectDays.of(row.getString(1)), row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class), row.getObject(4, LocalDate.class),
            row.getObject(5, LocalDate.class)))
        .single();
  }

  /** Weeks are counted from the first session; where nobody set its day, from the last one there was, otherwise from the first day that can be. */
  private LocalDate first(Order order, LocalDate earliest) {
    if (order.firstSessionOn() != null) return order.firstSessionOn();
    return jdbc.sql("SELECT MAX(on_date) FROM upw_session WHERE order_id = ? AND project_code = ? AND state <> 'CANCELLED' AND session_reference NOT LIKE 'UPW-%'")
        .params(order.id(), order.projectCode())
        .query(LocalDate.class)
        .optional()
        .orElse(earliest);
  }

  private static Frequency frequency(Order order) {
    return Objects.requireNonNullElse(order.frequency(), Frequency.WEEKLY);
  }

  private static LocalDate earliest(LocalDateTime now, LocalTime start) {
    return start.isAfter(now.toLocalTime()) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Sessions that are planned here are named by their order and day; those of a file bring their own names. */
  private static String reference(Order order, LocalDate day) {
    return "UPW-%d-%s".formatted(order.id(), day);
  }

  private static boolean isNamedHere(Session session, Order order) {
    String reference = reference(order, session.on());
    return session.reference().equals(reference) || session.reference().startsWith(reference + "-");
  }

  /** A session that a file moved to another day keeps the name of its first one; the next on that day is the second of the name. */
  private static String freeReference(Order order, LocalDate day, Set<String> taken) {
    String reference = reference(order, day);
    return Stream.iterate(1, n -> n + 1).map(n -> n == 1 ? reference : reference + "-" + n).filter(free -> !taken.contains(free)).findFirst().orElseThrow();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}

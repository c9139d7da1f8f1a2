package uk.gov.justice.probation.devolution.placement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Says of a session what its task needs: when it is, whether there is still something to ask, and in words where and when, unless access to the case is limited. */
@Service
public class PreparingSessions {

  /**
   * @param given whether its outcome is there already
   * @param dueOn by when the outcome is to be recorded
   * @param lateOn when those who wait for it are reminded
   * @param text for people; the CRN alone where access is limited
   */
  public record Prepared(boolean given, boolean cancelled, Instant startsAt, Instant endsAt, LocalDate dueOn, LocalDate lateOn, String text) {}

  private final Sessions sessions;
  private final Orders orders;
  private final Cases cases;
  private final Deadlines deadlines;
  private final PlacementSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  PreparingSessions(Sessions sessions, Orders orders, Cases cases, Deadlines deadlines, PlacementSettings settings, JdbcClient jdbc, Clock clock) {
    this.sessions = sessions;
    this.orders = orders;
    this.cases = cases;
    this.deadlines = deadlines;
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Prepared prepare(long sessionId) {
    Session session = sessions.get(sessionId);
    ProbationCase probationCase = cases.get(orders.get(session.orderId()).caseId());
    String text = probationCase.text();
    if (!probationCase.limitedAccess()) {
      String project = jdbc.sql("SELECT name FROM upw_project WHERE code = ?").param(session.projectCode()).query(String.class).single();
      text = "%s, %s to %s, %s".formatted(Deadlines.inWords(session.on()), session.start(), session.end(), project);
    }
    return new Prepared(
        session.state() == SessionState.RECORDED || session.state() == SessionState.SETTLED, session.state() == SessionState.CANCELLED || session.state() == SessionState.HISTORY,
        session.on().atTime(session.start()).atZone(clock.getZone()).toInstant(), session.on().atTime(session.end()).atZone(clock.getZone()).toInstant(),
        deadlines.workingDaysFrom(session.on(), 1), deadlines.workingDaysFrom(session.on(), settings.outcomeLate()), text);
  }
}

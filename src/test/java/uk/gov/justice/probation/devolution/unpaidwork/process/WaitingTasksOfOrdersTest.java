package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

@DomainTest
@WithDatabase(WithDatabase.Engine.MARIADB)
class WaitingTasksOfOrdersTest {
  @Autowired JdbcClient jdbc;
  @Autowired Sessions sessions;
  @Autowired Enforcements enforcements;
  @Autowired Clock clock;

  private SomeSessions some;
  private WaitingTasksOfOrders waiting;
  private TaskSubject order;
  private long session;

  @BeforeEach
  void anOrderWithASessionThatIsOverAndOneToCome() {
    waiting = new WaitingTasksOfOrders(sessions, enforcements, new PlacementLinks("http://console"), clock);
    some = new SomeSessions(jdbc);
    some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
    long id = some.order("NW-01", 6000, 0, today().minusMonths(2), today().minusWeeks(2));
    order = new TaskSubject("orderId", id, "order/" + id, "NW");
    session = session(-1);
    session(6);
  }

  @Test
  void theOneSessionThatHasBegunAndTheOneEnforcementForTheCourtAreMeant() {
    long enforcement = enforcement(session, "BREACH");
    enforcement(session(-20), "WARNED");
    jdbc.sql("UPDATE upw_session SET state = 'SETTLED' WHERE on_date < ?").param(today().minusDays(10)).update();

    assertThat(waiting.theOneThatWaits("upw-session", order)).contains(new TaskSubject("sessionId", session, "session/" + session, "NW"));
    assertThat(waiting.theOneThatWaits("upw-enforcement", order)).contains(new TaskSubject("enforcementId", enforcement, "enforcement/" + enforcement, "NW"));
    assertThat(waiting.theOneThatWaits("upw-beginning", order)).isEmpty();
    assertThat(waiting.theOneThatWaits("upw-session", new TaskSubject("handoverId", 1, "handover/1", "NW"))).isEmpty();
  }

  @Test
  void ofSeveralNoneIsMeantAndThePageOfTheOrderIsNamed() {
    enforcement(session, "BREACH");
    enforcement(session(-2), "BREACH");

    for (String process : new String[] {"upw-session", "upw-enforcement"}) {
      assertThatThrownBy(() -> waiting.theOneThatWaits(process, order)).isInstanceOf(CannotSucceedException.class).hasMessageContaining("http://console/upw/orders/" + order.value());
    }
  }

  @Test
  void whereNothingWaitsNothingIsMeant() {
    jdbc.sql("UPDATE upw_session SET state = 'SETTLED'").update();

    assertThat(waiting.theOneThatWaits("upw-session", order)).isEmpty();
    assertThat(waiting.theOneThatWaits("upw-enforcement", order)).isEmpty();
  }

  private long session(int days) {
    return some.session(Long.parseLong(order.value()), "NW-01", today().plusDays(days));
  }

  private long enforcement(long session, String state) {
    jdbc.sql("INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, opened_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))").params(order.value(), session, today(), state).update();
    return jdbc.sql("SELECT MAX(id) FROM upw_enforcement").query(Long.class).single();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

package uk.gov.justice.probation.devolution.placement;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.letters.OneAtATime;

/**
 * What falls due in unpaid work today, told to the processes: the dates of every order, and of limited-access cases the sessions that are over, so that their times are not in the
 * engine (ADR 0057). Looked up daily at {@code devolution.placement.due-today-at} (a cron expression in the time of England and Wales, {@code -} for never) and once after each
 * start, over all replicas one at a time; what was told is not told again.
 */
@Component
public class DueToday {
  private static final Logger log = LoggerFactory.getLogger(DueToday.class);

  private final Orders orders;
  private final DueInOrders due;
  private final SessionsOver over;
  private final OneAtATime oneAtATime;
  private final TransactionTemplate transactions;
  private final Deadlines deadlines;
  private final JdbcClient jdbc;

  DueToday(Orders orders, DueInOrders due, SessionsOver over, OneAtATime oneAtATime, TransactionTemplate transactions, Deadlines deadlines, JdbcClient jdbc) {
    this.orders = orders;
    this.due = due;
    this.over = over;
    this.oneAtATime = oneAtATime;
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.jdbc = jdbc;
  }

  @Scheduled(cron = "${devolution.placement.due-today-at:0 30 5 * * *}", zone = "Europe/London")
  @Scheduled(initialDelayString = "${devolution.placement.due-today-after-start:PT3M}")
  void scheduled() {
    tell();
  }

  /** Tells what is due; nothing where somebody else is at it. */
  public void tell() {
    oneAtATime.tryAlone("unpaid work due today", () -> {
      running().forEach(this::tellOrder);
      over.ofLimitedCases().forEach(this::tellSession);
      return null;
    });
  }

  private void tellOrder(long orderId) {
    alone("order", orderId, () -> due.tell(orders.lock(orderId), deadlines.today()));
  }

  private void tellSession(long sessionId) {
    alone("session", sessionId, () -> over.tell(sessionId, deadlines.today()));
  }

  private void alone(String what, long id, Runnable telling) {
    try {
      transactions.executeWithoutResult(transaction -> telling.run());
    } catch (RuntimeException failed) {
      log.warn("What is due in {} {} could not be told and will be tried again tomorrow", what, id, failed);
    }
  }

  /** Orders that run and can have something due: none before its first review, which is the first of all dates. */
  private List<Long> running() {
    return jdbc.sql("SELECT id FROM upw_order WHERE process_instance_key IS NOT NULL AND NOT waiting AND state IN (:states) AND sentence_date < :today ORDER BY id")
        .param("states", Arrays.stream(OrderState.values()).filter(OrderState::running).map(OrderState::name).toList())
        .param("today", deadlines.today())
        .query(Long.class)
        .list();
  }
}

package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.letters.OneAtATime;

/**
 * The due list: starts the termination of every case whose expected end date has come or whose hours are complete, where a region does its terminations. Made daily at
 * {@code devolution.termination.due-list-at} (a cron expression in the time of England and Wales, {@code -} for never) and once after each start, over all replicas one at a
 * time. A case is started once however often the list is made.
 */
@Component
public class DueList {
  private static final Logger log = LoggerFactory.getLogger(DueList.class);

  /** @param expectedEnd null where it is not known */
  private record Due(long caseId, LocalDate expectedEnd) {}

  private final StartingTerminations starting;
  private final OneAtATime oneAtATime;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final JdbcClient jdbc;

  DueList(StartingTerminations starting, OneAtATime oneAtATime, Deadlines deadlines, TerminationSettings settings, JdbcClient jdbc) {
    this.starting = starting;
    this.oneAtATime = oneAtATime;
    this.deadlines = deadlines;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  @Scheduled(cron = "${devolution.termination.due-list-at:0 0 5 * * *}", zone = "Europe/London")
  @Scheduled(initialDelayString = "${devolution.termination.due-list-after-start:PT2M}")
  void scheduled() {
    make();
  }

  /** @return how many terminations were started; 0 where somebody else is making the list */
  public int make() {
    return oneAtATime.tryAlone("termination due list", this::startAll).orElse(0);
  }

  private int startAll() {
    LocalDate today = deadlines.today();
    int started = 0;
    for (Due due : due(today)) {
      boolean ended = due.expectedEnd() != null && !due.expectedEnd().isAfter(today.plusDays(settings.dueWithin()));
      try {
        if (starting.startIfDue(due.caseId(), ended ? Cause.EXPECTED_END : Cause.HOURS_COMPLETE, ended ? due.expectedEnd() : today)) started++;
      } catch (RuntimeException failed) {
        log.warn("The termination of case {} could not be started and will be tried again with the next due list", due.caseId(), failed);
      }
    }
    if (started > 0) log.info("The due list of {} started {} terminations", today, started);
    return started;
  }

  private List<Due> due(LocalDate today) {
    return jdbc.sql("""
            SELECT c.id, c.expected_end_date
            FROM probation_case c
            JOIN case_service cs ON cs.case_id = c.id AND cs.service_code = 'TERMINATIONS' AND cs.open_mark = 1
            JOIN unit u ON u.code = cs.unit_code AND u.kind = 'REGION'
            LEFT JOIN (
              SELECT DISTINCT o.case_id FROM upw_order o WHERE o.state = 'COMPLETE' AND NOT EXISTS (
                SELECT 1 FROM termination_closed x WHERE x.what = 'UPW' AND x.item = o.id AND x.restored_at IS NULL)) done ON done.case_id = c.id
            WHERE c.ended_on IS NULL AND (c.expected_end_date <= :horizon OR done.case_id IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM termination t WHERE t.case_id = c.id AND (t.open_mark = 1 OR t.next_due_on > :today))
            ORDER BY c.expected_end_date IS NULL, c.expected_end_date, c.id
            """)
        .param("horizon", today.plusDays(settings.dueWithin()))
        .param("today", today)
        .query((row, n) -> new Due(row.getLong(1), row.getObject(2, LocalDate.class)))
        .list();
  }
}

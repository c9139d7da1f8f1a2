package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;

/**
 * Moves cases between units in set-based batches, each one transaction and each case at most once, whatever is delivered twice or killed: the mark that a batch is done
 * commits with its effect, and the database allows a case one open row per service. A case changed since the inventory stays where it is.
 */
@Service
public class TransferringCases {

  public record Batches(int round, List<Integer> numbers) {}

  public record Moved(int moved, int changed) {}

  /** The balance after a transfer: {@code inScope = moved + left}, of which {@code undecided} wait for a decision. */
  public record Balance(int inScope, int moved, int left, int undecided) {}

  private final HandoverRepository handovers;
  private final Items items;
  private final Queues queues;
  private final TaskSubjects subjects;
  private final HandoverSettings settings;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  TransferringCases(HandoverRepository handovers, Items items, Queues queues, TaskSubjects subjects, HandoverSettings settings, AuditTrail audit, JdbcClient jdbc,
      Clock clock) {
    this.handovers = handovers;
    this.items = items;
    this.queues = queues;
    this.subjects = subjects;
    this.settings = settings;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The first step of a transfer: freezes the queues.
   *
   * @throws CannotSucceedException where the handover is not to move now, whoever began its transfer
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void begin(long handoverId, long processInstanceKey) {
    Handover handover = handovers.lock(handoverId);
    if (!handover.isToMove(LocalDate.now(clock))) {
      throw new CannotSucceedException("The cases of %s do not move now: it stands at '%s' and is planned for %s. Nothing was moved. End this process"
          .formatted(handover.planRowId(), handover.state().label(), handover.plannedDate()));
    }
    subjects.note(processInstanceKey, handover.asTaskSubject());
    queues.freeze(handoverId);
  }

  /** Cuts what is in scope into batches; while a round's batches are not all done, the same round again. */
  @Transactional
  public Batches plan(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    handover.enters(HandoverState.TRANSFER);
    if (undone(handoverId, handover.round()) == 0) {
      jdbc.sql("""
              INSERT INTO handover_batch (handover_id, round, batch, first_item, last_item)
              SELECT :handover, :round, FLOOR((place - 1) / :size) + 1, MIN(id), MAX(id)
              FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM handover_item WHERE handover_id = :handover AND state = 'IN_SCOPE') numbered
              GROUP BY FLOOR((place - 1) / :size) + 1
              """)
          .param("handover", handoverId)
          .param("round", handover.nextRound())
          .param("size", settings.batchSize())
          .update();
    }
    List<Integer> numbers = jdbc.sql("SELECT batch FROM handover_batch WHERE handover_id = ? AND round = ? ORDER BY batch")
        .params(handoverId, handover.round())
        .query(Integer.class)
        .list();
    return new Batches(handover.round(), numbers);
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Moved transfer(long handoverId, int round, int batch) {
    Handover handover = handovers.get(handoverId);
    Batch range = lock(handoverId, round, batch);
    if (range.done() != null) return range.done();
    LocalDateTime now = now();
    inBatch("""
        UPDATE handover_item i JOIN case_service cs ON cs.id = i.case_service_id JOIN probation_case c ON c.id = i.case_id
        SET i.state = CASE WHEN cs.open_mark = 1 AND c.version = i.case_version AND cs.last_changed = i.last_changed THEN 'MOVED' ELSE 'CHANGED' END, i.round = :round
        WHERE i.handover_id = :handover AND i.id BETWEEN :first AND :last AND i.state = 'IN_SCOPE'
        """, handoverId, round, range).update();
    int moved = inBatch("""
        UPDATE case_service cs JOIN handover_item i ON i.case_service_id = cs.id
        SET cs.responsible_until = :now, cs.ended_by_handover = :handover
        WHERE i.handover_id = :handover AND i.id BETWEEN :first AND :last AND i.state = 'MOVED' AND i.round = :round
        """, handoverId, round, range).param("now", now).update();
    inBatch("""
        INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
        SELECT cs.case_id, cs.service_code, :to, cs.region_code, :now, cs.work_in_progress, cs.last_changed, :handover
        FROM handover_item i JOIN case_service cs ON cs.id = i.case_service_id
        WHERE i.handover_id = :handover AND i.id BETWEEN :first AND :last AND i.state = 'MOVED' AND i.round = :round
        """, handoverId, round, range).param("now", now).param("to", handover.toUnit()).update();
    int changed = inBatch("SELECT COUNT(*) FROM handover_item i WHERE i.handover_id = :handover AND i.id BETWEEN :first AND :last AND i.state = 'CHANGED' AND i.round = :round",
        handoverId, round, range).query(Integer.class).single();
    inBatch("UPDATE handover_batch SET moved = :moved, changed = :changed, done_at = :now WHERE handover_id = :handover AND round = :round AND first_item = :first AND last_item = :last",
        handoverId, round, range).param("moved", moved).param("changed", changed).param("now", now).update();
    return new Moved(moved, changed);
  }

  /**
   * Proves that in scope = moved + left and that nothing else changed hands.
   *
   * @throws CannotSucceedException with the figures where it does not balance
   */
  @Transactional
  public Balance reconcile(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    int inScope = items.count(handoverId);
    int moved = items.count(handoverId, Items.State.MOVED);
    int left = items.count(handoverId, Items.State.CHANGED) + items.count(handoverId, Items.State.LEFT);
    require(inScope == moved + left, handover, "%d in scope, but %d moved and %d left".formatted(inScope, moved, left));
    int ended = changedHands("ended_by_handover", handoverId);
    int begun = changedHands("begun_by_handover", handoverId);
    require(ended == moved && begun == moved, handover, "%d moved, but %d were given up and %d were taken on".formatted(moved, ended, begun));
    int astray = movedAstray(handover);
    require(astray == 0, handover, "%d moved cases are not with %s".formatted(astray, handover.toUnit()));
    int outside = changedHandsOutside(handoverId);
    require(outside == 0, handover, "%d cases of the frozen queues changed hands outside any handover".formatted(outside));
    handover.counted(moved, left);
    int undecided = items.undecided(handoverId);
    handover.enters(undecided > 0 ? HandoverState.EXCEPTIONS : HandoverState.SIGNING);
    audit.recordOnce("reconciled-%d-%d".formatted(handoverId, handover.round()), "system", "RECONCILED", handover.subject(), handover.regionCode(),
        Map.of("planRow", handover.planRowId(), "inScope", inScope, "moved", moved, "left", left, "givenUp", ended, "takenOn", begun, "outside", outside));
    return new Balance(inScope, moved, left, undecided);
  }

  /** Brings every moved case back to the unit it came from. A case that has moved on since stays where it is and remains listed as moved. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public int bringBack(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    Map<String, Object> parameters = Map.of("handover", handoverId, "to", handover.toUnit(), "now", now());
    jdbc.sql("""
            UPDATE handover_item i JOIN case_service old ON old.id = i.case_service_id
              JOIN case_service cs ON cs.case_id = old.case_id AND cs.service_code = old.service_code AND cs.open_mark = 1
            SET i.state = 'RETURNED', cs.responsible_until = :now, cs.ended_by_handover = :handover
            WHERE i.handover_id = :handover AND i.state = 'MOVED' AND cs.begun_by_handover = :handover AND cs.unit_code = :to
            """).params(parameters).update();
    int returned = jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
            SELECT old.case_id, old.service_code, old.unit_code, old.region_code, :now, held.work_in_progress, held.last_changed, :handover
            FROM handover_item i JOIN case_service old ON old.id = i.case_service_id
              JOIN case_service held ON held.case_id = old.case_id AND held.service_code = old.service_code AND held.begun_by_handover = :handover
                AND held.ended_by_handover = :handover AND held.unit_code = :to
            WHERE i.handover_id = :handover AND i.state = 'RETURNED'
              AND NOT EXISTS (SELECT 1 FROM case_service open WHERE open.case_id = old.case_id AND open.service_code = old.service_code AND open.open_mark = 1)
            """).params(parameters).update();
    handover.counted(items.count(handoverId, Items.State.MOVED), handover.leftBehind());
    audit.recordOnce("brought-back-%d-%d".formatted(handoverId, handover.round()), "system", "CASES_BROUGHT_BACK", handover.subject(), handover.regionCode(),
        Map.of("planRow", handover.planRowId(), "returned", items.count(handoverId, Items.State.RETURNED)));
    return returned;
  }

  private record Batch(long first, long last, Moved done) {}

  private Batch lock(long handoverId, int round, int batch) {
    return jdbc.sql("SELECT first_item, last_item, moved, changed, done_at FROM handover_batch WHERE handover_id = ? AND round = ? AND batch = ? FOR UPDATE")
        .params(handoverId, round, batch)
        .query((row, n) -> new Batch(row.getLong("first_item"), row.getLong("last_item"),
            row.getObject("done_at") == null ? null : new Moved(row.getInt("moved"), row.getInt("changed"))))
        .optional()
        .orElseThrow(() -> new CannotSucceedException("Handover %d has no batch %d in round %d. Check that the engine and the database belong together"
            .formatted(handoverId, batch, round)));
  }

  private JdbcClient.StatementSpec inBatch(String sql, long handoverId, int round, Batch range) {
    return jdbc.sql(sql).param("handover", handoverId).param("round", round).param("first", range.first()).param("last", range.last());
  }

  private int undone(long handoverId, int round) {
    return jdbc.sql("SELECT COUNT(*) FROM handover_batch WHERE handover_id = ? AND round = ? AND done_at IS NULL").params(handoverId, round).query(Integer.class).single();
  }

  private int changedHands(String column, long handoverId) {
    return jdbc.sql("SELECT COUNT(*) FROM case_service WHERE %s = ?".formatted(column)).param(handoverId).query(Integer.class).single();
  }

  private int movedAstray(Handover handover) {
    return jdbc.sql("""
            SELECT COUNT(*) FROM handover_item i JOIN case_service old ON old.id = i.case_service_id
            LEFT JOIN case_service cs ON cs.case_id = old.case_id AND cs.service_code = old.service_code AND cs.begun_by_handover = :handover AND cs.unit_code = :to
            WHERE i.handover_id = :handover AND i.state = 'MOVED' AND (cs.id IS NULL OR COALESCE(old.ended_by_handover, 0) <> :handover)
            """)
        .param("handover", handover.id())
        .param("to", handover.toUnit())
        .query(Integer.class)
        .single();
  }

  private int changedHandsOutside(long handoverId) {
    return jdbc.sql("""
            SELECT COUNT(*) FROM frozen_queue q JOIN case_service cs ON cs.unit_code = q.unit_code AND cs.region_code = q.region_code AND cs.service_code = q.service_code
            WHERE q.handover_id = ? AND q.unfrozen_at IS NULL
              AND (cs.responsible_until > q.frozen_at AND cs.ended_by_handover IS NULL OR cs.responsible_from > q.frozen_at AND cs.begun_by_handover IS NULL)
            """)
        .param(handoverId)
        .query(Integer.class)
        .single();
  }

  private static void require(boolean holds, Handover handover, String figures) {
    if (!holds) {
      throw new CannotSucceedException("The transfer of %s does not balance: %s. Nothing was signed. Compare handover_item and case_service of handover %d, correct the data, then retry"
          .formatted(handover.planRowId(), figures, handover.id()));
    }
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}

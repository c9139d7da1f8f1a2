package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.caseload.CaseServiceBatch;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Moved;

/**
 * Moves the items of a handover in batches, each in one transaction. The mark that a batch is done is committed with
 * its effect, and the database allows a case one open row per service. What moves is not marked itself: the service
 * that it names says by which handover it ended.
 */
@Component
class TransferBatch {
    private record Range(long first, long last, Moved done) {}

    private record Item(long id, long service, boolean unchanged) {}

    private final CaseServiceBatch services;
    private final JdbcClient jdbc;

    TransferBatch(CaseServiceBatch services, JdbcClient jdbc) {
        this.services = services;
        this.jdbc = jdbc;
    }

    boolean allDone(long handoverId, int round) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_batch WHERE handover_id = ? AND round = ? AND done_at IS NULL")
                        .params(handoverId, round)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Divides what is in scope into batches of this size. */
    void cut(long handoverId, int round, int size) {
        jdbc.sql("""
            INSERT INTO handover_batch (handover_id, round, batch, first_item, last_item)
            SELECT :handover, :round, FLOOR((place - 1) / :size) + 1, MIN(id), MAX(id)
            FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM handover_item_view WHERE handover_id = :handover AND state = :inScope) numbered
            GROUP BY FLOOR((place - 1) / :size) + 1
            """)
                .param("handover", handoverId)
                .param("round", round)
                .param("size", size)
                .param("inScope", ItemState.IN_SCOPE.name())
                .update();
    }

    List<Integer> numbers(long handoverId, int round) {
        return jdbc.sql("SELECT batch FROM handover_batch WHERE handover_id = ? AND round = ? ORDER BY batch")
                .params(handoverId, round)
                .query(Integer.class)
                .list();
    }

    /** Moves what has not changed since the inventory; once, however often it is called. */
    Moved move(Handover handover, int round, int batch, LocalDateTime now) {
        long handoverId = handover.id();
        Range range = lock(handoverId, round, batch);
        if (range.done() != null) return range.done();
        Map<Boolean, List<Item>> items =
                items(handoverId, range).stream().collect(Collectors.partitioningBy(Item::unchanged));
        services.handOver(items.get(true).stream().map(Item::service).toList(), handover.toUnit(), handoverId, now);
        stay(items.get(false), round);
        Moved moved = new Moved(items.get(true).size(), items.get(false).size());
        jdbc.sql(
                        "UPDATE handover_batch SET moved = ?, changed = ?, done_at = ? WHERE handover_id = ? AND round = ? AND batch = ?")
                .params(moved.moved(), moved.changed(), now, handoverId, round, batch)
                .update();
        return moved;
    }

    /** What is still to be moved, held so that nobody changes it until the batch is done. */
    private List<Item> items(long handoverId, Range range) {
        return jdbc.sql("""
            SELECT i.id, i.case_service_id, cs.open_mark = 1 AND c.version = i.case_version AND cs.last_changed = i.last_changed AS unchanged
            FROM handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id JOIN caseload_case_view c ON c.id = i.case_id
            WHERE i.handover_id = :handover AND i.id BETWEEN :first AND :last AND i.state = :inScope AND COALESCE(cs.ended_by_handover, 0) <> :handover
            LOCK IN SHARE MODE
            """)
                .param("handover", handoverId)
                .param("first", range.first())
                .param("last", range.last())
                .param("inScope", ItemState.IN_SCOPE.name())
                .query((row, n) -> new Item(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    private void stay(List<Item> changed, int round) {
        if (changed.isEmpty()) return;
        jdbc.sql("UPDATE handover_item SET state = :changed, round = :round WHERE id IN (:items)")
                .param("changed", ItemState.CHANGED.name())
                .param("round", round)
                .param("items", changed.stream().map(Item::id).toList())
                .update();
    }

    /** @return how many went back to the unit they came from; those that have moved on since stay where they are */
    int bringBack(Handover handover, LocalDateTime now) {
        jdbc.sql("""
            UPDATE handover_item i JOIN caseload_service_view old ON old.id = i.case_service_id
              JOIN caseload_service_view cs ON cs.case_id = old.case_id AND cs.service_code = old.service_code AND cs.open_mark = 1
            SET i.state = :returned
            WHERE i.handover_id = :handover AND old.ended_by_handover = :handover AND cs.begun_by_handover = :handover AND cs.unit_code = :to
            """)
                .param("returned", ItemState.RETURNED.name())
                .param("handover", handover.id())
                .param("to", handover.toUnit())
                .update();
        return services.giveBack(handover.id(), handover.toUnit(), now);
    }

    /** As the batches that are done say themselves. */
    int moved(long handoverId) {
        return jdbc.sql("SELECT COALESCE(SUM(moved), 0) FROM handover_batch WHERE handover_id = ?")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    int givenUp(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM caseload_service_view WHERE ended_by_handover = ?")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    int takenOn(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM caseload_service_view WHERE begun_by_handover = ?")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    int movedAstray(Handover handover) {
        return jdbc.sql("""
            SELECT COUNT(*) FROM handover_item_view i JOIN caseload_service_view old ON old.id = i.case_service_id
            LEFT JOIN caseload_service_view cs ON cs.case_id = old.case_id AND cs.service_code = old.service_code AND cs.begun_by_handover = :handover AND cs.unit_code = :to
            WHERE i.handover_id = :handover AND i.state = :moved AND (cs.id IS NULL OR COALESCE(old.ended_by_handover, 0) <> :handover)
            """)
                .param("moved", ItemState.MOVED.name())
                .param("handover", handover.id())
                .param("to", handover.toUnit())
                .query(Integer.class)
                .single();
    }

    int changedHandsOutside(long handoverId) {
        return jdbc.sql("""
            SELECT COUNT(*) FROM frozen_queue q JOIN caseload_service_view cs ON cs.unit_code = q.unit_code AND cs.region_code = q.region_code AND cs.service_code = q.service_code
            WHERE q.handover_id = ? AND q.unfrozen_at IS NULL
              AND (cs.responsible_until > q.frozen_at AND cs.ended_by_handover IS NULL OR cs.responsible_from > q.frozen_at AND cs.begun_by_handover IS NULL)
            """).param(handoverId).query(Integer.class).single();
    }

    private Range lock(long handoverId, int round, int batch) {
        return jdbc.sql(
                        "SELECT first_item, last_item, moved, changed, done_at FROM handover_batch WHERE handover_id = ? AND round = ? AND batch = ? FOR UPDATE")
                .params(handoverId, round, batch)
                .query((row, n) -> new Range(
                        row.getLong("first_item"),
                        row.getLong("last_item"),
                        row.getObject("done_at") == null
                                ? null
                                : new Moved(row.getInt("moved"), row.getInt("changed"))))
                .optional()
                .orElseThrow(() -> new CannotSucceedException(
                        "Handover %d has no batch %d in round %d. Check that the engine and the database belong together"
                                .formatted(handoverId, batch, round)));
    }
}

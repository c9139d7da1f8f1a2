package uk.gov.justice.probation.devolution.handover;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The (case, service) pairs of a handover's inventory, and what has happened to each. */
@Service
class ItemBatch {

    /** How many items there are in each state. */
    record Counts(Map<ItemState, Integer> byState) {

        int all() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(ItemState state) {
            return byState.getOrDefault(state, 0);
        }
    }

    private final JdbcClient jdbc;

    ItemBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts count(long handoverId) {
        Map<ItemState, Integer> byState = new EnumMap<>(ItemState.class);
        jdbc.sql("SELECT state, COUNT(*) FROM handover_item_view WHERE handover_id = ? GROUP BY state")
                .param(handoverId)
                .query(row -> {
                    byState.put(ItemState.valueOf(row.getString(1)), row.getInt(2));
                });
        return new Counts(byState);
    }

    int undecided(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE handover_id = ? AND state = ? AND decision IS NULL")
                .params(handoverId, ItemState.CHANGED.name())
                .query(Integer.class)
                .single();
    }

    /** Releases what the handover claimed and did not move, so that another handover can take it. */
    void release(long handoverId) {
        jdbc.sql("""
            UPDATE handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id
            SET i.state = :released
            WHERE i.handover_id = :handover AND i.state IN (:claimed) AND COALESCE(cs.ended_by_handover, 0) <> :handover
            """)
                .param("handover", handoverId)
                .param("released", ItemState.RELEASED.name())
                .param("claimed", ItemState.CLAIMED)
                .update();
    }
}

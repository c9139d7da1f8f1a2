package uk.gov.justice.probation.devolution.handover;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The (case, service) pairs of a handover's inventory, and what has happened to each. */
@Service
class ItemBatch {

    /**
     * Waiting to be moved; moved; changed since the inventory and not decided on; left with a reason; brought back; or
     * released because the handover ended without it.
     */
    enum State {
        IN_SCOPE,
        MOVED,
        CHANGED,
        LEFT,
        RETURNED,
        RELEASED
    }

    private final JdbcClient jdbc;

    ItemBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(long handoverId, State state) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE handover_id = ? AND state = ?")
                .params(handoverId, state.name())
                .query(Integer.class)
                .single();
    }

    int count(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE handover_id = ?")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    int undecided(long handoverId) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM handover_item WHERE handover_id = ? AND state = 'CHANGED' AND decision IS NULL")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    /** Releases what the handover still claims, so that another handover can take it. */
    void release(long handoverId) {
        jdbc.sql(
                        "UPDATE handover_item SET state = 'RELEASED' WHERE handover_id = ? AND state IN ('IN_SCOPE', 'CHANGED')")
                .param(handoverId)
                .update();
    }
}

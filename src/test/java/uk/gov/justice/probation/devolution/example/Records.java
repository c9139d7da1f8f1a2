package uk.gov.justice.probation.devolution.example;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the database what has happened. */
public final class Records {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String state(long handoverId) {
        return jdbc.sql("SELECT state FROM handover WHERE id = ?")
                .param(handoverId)
                .query(String.class)
                .single();
    }

    public void awaitState(long handoverId, String state) {
        await("handover " + state)
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> state(handoverId), state::equals);
    }

    /** How many cases receive this service from this unit now. */
    public int held(String unit, String service) {
        return count(
                "SELECT COUNT(*) FROM case_service WHERE unit_code = ? AND service_code = ? AND open_mark = 1",
                unit,
                service);
    }

    /** How often this handover took on a case: once is right, whatever was delivered twice. */
    public int takenOn(long handoverId, long caseId) {
        return count(
                "SELECT COUNT(*) FROM case_service WHERE begun_by_handover = ? AND case_id = ?", handoverId, caseId);
    }

    /** Each decision as "STEP OUTCOME by whom", in order. */
    public List<String> decisions(long handoverId) {
        return jdbc.sql(
                        "SELECT CONCAT(step, ' ', outcome, ' by ', made_by) FROM handover_decision WHERE handover_id = ? ORDER BY id")
                .param(handoverId)
                .query(String.class)
                .list();
    }

    /** The readiness on which the latest decision was based, with its reasons. */
    public String lastReadiness(long handoverId) {
        return jdbc.sql(
                        "SELECT CONCAT(readiness, ': ', reasons) FROM handover_decision WHERE handover_id = ? AND readiness IS NOT NULL ORDER BY id DESC LIMIT 1")
                .param(handoverId)
                .query(String.class)
                .single();
    }

    /** The audit of this subject, in order, as "ACTION by whom". */
    public List<String> audited(String subject) {
        return jdbc.sql("SELECT CONCAT(action, ' by ', actor) FROM audit_entry WHERE subject = ? ORDER BY id")
                .param(subject)
                .query(String.class)
                .list();
    }

    public List<String> messagesTo(String group) {
        return jdbc.sql("SELECT subject FROM notification WHERE to_group = ? ORDER BY id")
                .param(group)
                .query(String.class)
                .list();
    }

    /** The gate's latest answer, or the word for none. */
    public String gate(long handoverId, String gate) {
        return jdbc.sql(
                        "SELECT CONCAT(IF(met, 'met: ', 'not met: '), COALESCE(answer, 'no answer')) FROM handover_gate WHERE handover_id = ? AND gate = ?")
                .params(handoverId, gate)
                .query(String.class)
                .single();
    }

    public int frozenQueues(long handoverId) {
        return count("SELECT COUNT(*) FROM frozen_queue WHERE handover_id = ? AND unfrozen_at IS NULL", handoverId);
    }

    /** How many items of the inventory are in this state. */
    public int items(long handoverId, String state) {
        return count("SELECT COUNT(*) FROM handover_item_view WHERE handover_id = ? AND state = ?", handoverId, state);
    }

    public int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }
}

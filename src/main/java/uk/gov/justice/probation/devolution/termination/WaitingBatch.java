package uk.gov.justice.probation.devolution.termination;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The terminations of many cases, which wait together while their queue is handed over. */
@Component
class WaitingBatch {
    private final JdbcClient jdbc;

    WaitingBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are running and not waiting. */
    List<Long> running(Collection<Long> cases) {
        return of(cases, false, "");
    }

    /**
     * Ends the waiting of those that wait.
     *
     * @return their ids
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Long> release(Collection<Long> cases) {
        List<Long> waiting = of(cases, true, " FOR UPDATE");
        if (!waiting.isEmpty())
            jdbc.sql("UPDATE termination SET waiting = FALSE, version = version + 1 WHERE id IN (:waiting)")
                    .param("waiting", waiting)
                    .update();
        return waiting;
    }

    private List<Long> of(Collection<Long> cases, boolean waiting, String lock) {
        if (cases.isEmpty()) return List.of();
        return jdbc.sql(
                        "SELECT id FROM termination WHERE open_mark = 1 AND waiting = :waiting AND case_id IN (:cases) ORDER BY id"
                                + lock)
                .param("waiting", waiting)
                .param("cases", cases)
                .query(Long.class)
                .list();
    }
}

package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Keeps since when a handover is in its state, whoever brought it there, in the same transaction. It has a JdbcClient
 * of its own: the other writes changed entities first, and here one is being written.
 */
@Component
class HandoverStateBatch {
    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverStateBatch(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    @PostPersist
    @PostUpdate
    void keep(Handover handover) {
        if (!handover.entersState()) return;
        jdbc.sql("INSERT INTO handover_state (handover_id, state, since) VALUES (?, ?, ?)")
                .params(handover.id(), handover.state().name(), Utc.of(clock.instant()))
                .update();
    }
}

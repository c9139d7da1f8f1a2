package uk.gov.justice.probation.devolution.camunda;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to leave the database after it was committed: messages to the engine, letters, masks and the like. */
@Component
public class OutboxQuery {
    private final JdbcClient jdbc;

    OutboxQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int undelivered() {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE completion_date IS NULL")
                .query(Integer.class)
                .single();
    }
}

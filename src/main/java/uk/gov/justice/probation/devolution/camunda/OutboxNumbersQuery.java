package uk.gov.justice.probation.devolution.camunda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts what is still to leave the database, by the class that sends it. */
@Component
class OutboxNumbersQuery implements CountsForOperators {
    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxNumbersQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void count(Tally tally) {
        Instant now = clock.instant();
        jdbc.sql("""
            SELECT listener_id, COUNT(*), MIN(publication_date) FROM EVENT_PUBLICATION
            WHERE completion_date IS NULL GROUP BY listener_id
            """).query(row -> {
            String to = sender(row.getString(1));
            tally.add(WatchedNumber.OUTBOX_WAITING, to, row.getLong(2));
            tally.atLeast(
                    WatchedNumber.OUTBOX_OLDEST,
                    to,
                    Math.max(
                            0,
                            Duration.between(row.getTimestamp(3).toInstant(), now)
                                    .toSeconds()));
        });
    }

    /** {@code Deliveries} of {@code uk.gov…camunda.Deliveries.deliver(uk.gov…EngineMessage)}. */
    static String sender(String listenerId) {
        String method = listenerId.contains("(") ? listenerId.substring(0, listenerId.indexOf('(')) : listenerId;
        String[] parts = method.split("\\.");
        return parts.length < 2 ? method : parts[parts.length - 2];
    }
}

package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

abstract class PurgesOutboxTest {
    @Autowired
    PurgesOutbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasDeliveredLongAgoIsForgottenAndWhatWasNotIsKept() {
        publication("delivered long ago", Duration.ofDays(8));
        publication("delivered lately", Duration.ofDays(6));
        publication("not delivered", null);

        outbox.purge();

        assertThat(jdbc.sql("SELECT JSON_UNQUOTE(serialized_event) FROM EVENT_PUBLICATION")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("delivered lately", "not delivered");
    }

    private void publication(String event, Duration ago) {
        jdbc.sql(
                        "INSERT INTO EVENT_PUBLICATION (id, listener_id, event_type, serialized_event, publication_date, completion_date) VALUES (?, 'somebody', 'java.lang.String', JSON_QUOTE(?), ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID().toString(),
                        event,
                        Timestamp.from(CLOCK.instant().minus(Duration.ofDays(30))),
                        ago == null ? null : Timestamp.from(CLOCK.instant().minus(ago))))
                .update();
    }
}

@ConsoleTest
class PurgesOutboxOnMariaDbTest extends PurgesOutboxTest {}

@ConsoleTest
@WithDatabase(WithDatabase.Engine.MYSQL)
class PurgesOutboxOnMySqlTest extends PurgesOutboxTest {}

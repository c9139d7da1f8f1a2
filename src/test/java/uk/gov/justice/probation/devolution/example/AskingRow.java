package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That somebody is asked to rank places; a new one closes today. */
public final class AskingRow extends Row<AskingRow> {

    AskingRow(JdbcClient jdbc, long member, long instance) {
        super(jdbc, "preference_asking");
        with("member_id", member).with("process_instance_key", instance).closes(MORNING);
    }

    AskingRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "preference_asking", which, values);
    }

    public AskingRow closes(Instant at) {
        return with("closes_at", at);
    }
}

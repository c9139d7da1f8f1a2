package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migration of what runs of a process from version 1, which is definition 101, to version 2, which is 102. */
public final class MigrationRow extends Row<MigrationRow> {

    MigrationRow(JdbcClient jdbc, String processId) {
        super(jdbc, "process_migration");
        with("process_id", processId)
                .with("from_definition", 101)
                .with("from_version", 1)
                .with("to_definition", 102)
                .with("to_version", 2)
                .with("begun_by", "psc-service-owner")
                .with("begun_at", MORNING)
                .state("MOVING");
    }

    MigrationRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "process_migration", which, values);
    }

    /** Some application is at it until then. */
    public MigrationRow busyUntil(Instant at) {
        return with("busy_until", at);
    }

    public MigrationRow state(String state) {
        return with("state", state);
    }
}

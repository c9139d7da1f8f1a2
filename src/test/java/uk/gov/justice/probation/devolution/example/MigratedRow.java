package uk.gov.justice.probation.devolution.example;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that a migration is about. */
public final class MigratedRow extends Row<MigratedRow> {

    MigratedRow(JdbcClient jdbc, long migration, long instance) {
        super(jdbc, "process_migration_instance");
        with("migration_id", migration).with("process_instance_key", instance).state("WAITS");
    }

    public MigratedRow state(String state) {
        return with("state", state);
    }
}

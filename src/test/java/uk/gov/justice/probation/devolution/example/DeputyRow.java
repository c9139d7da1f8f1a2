package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a colleague stands in for another from a day to a day. */
public final class DeputyRow extends Row<DeputyRow> {

    DeputyRow(JdbcClient jdbc, String away, String deputy) {
        super(jdbc, "deputyship");
        with("away", away).with("deputy", deputy).with("named_at", MORNING).with("version", 0);
    }

    public DeputyRow from(LocalDate first, LocalDate last) {
        return with("first_day", first).with("last_day", last);
    }

    public DeputyRow ended(Instant at) {
        return with("ended_at", at);
    }
}

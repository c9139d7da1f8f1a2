package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A queue of a unit that a handover freezes; a new one is of the North West. */
public final class QueueRow extends Row<QueueRow> {

    QueueRow(JdbcClient jdbc, long handover, String unit, String service) {
        super(jdbc, "frozen_queue");
        with("handover_id", handover)
                .with("unit_code", unit)
                .with("service_code", service)
                .inRegion("NW");
        with("frozen_at", MORNING);
    }

    QueueRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "frozen_queue", which, values);
    }

    public QueueRow inRegion(String code) {
        return with("region_code", code);
    }

    public QueueRow frozen(LocalDate on) {
        return with("frozen_at", on.atStartOfDay());
    }

    public QueueRow unfrozen() {
        return with("unfrozen_at", MORNING);
    }

    public QueueRow signed() {
        return with("signed_at", MORNING);
    }
}

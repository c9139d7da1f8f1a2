package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which unit does a service for a case. */
public final class ServiceRow extends Row<ServiceRow> {

    ServiceRow(JdbcClient jdbc, long caseId, String service) {
        super(jdbc, "case_service");
        with("case_id", caseId).with("service_code", service).unit("REGION_NW");
        withSql("region_code", "(SELECT region_code FROM probation_case WHERE id = ?)", caseId);
        from(MORNING).lastChanged(MORNING);
    }

    ServiceRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "case_service", which, values);
    }

    public ServiceRow unit(String code) {
        return with("unit_code", code);
    }

    public ServiceRow from(LocalDate day) {
        return with("responsible_from", day.atStartOfDay());
    }

    public ServiceRow from(Instant at) {
        return with("responsible_from", at);
    }

    public ServiceRow until(LocalDate day) {
        return with("responsible_until", day.atStartOfDay());
    }

    public ServiceRow until(Instant at) {
        return with("responsible_until", at);
    }

    public ServiceRow goesOn() {
        return with("responsible_until", null);
    }

    public ServiceRow untilDaysLater(int days) {
        return withSql("responsible_until", "responsible_from + INTERVAL ? DAY", days);
    }

    public ServiceRow lastChanged(Instant at) {
        return with("last_changed", at);
    }

    public ServiceRow lastChanged(LocalDate day) {
        return with("last_changed", day.atStartOfDay());
    }

    public ServiceRow begunBy(long handover) {
        return with("begun_by_handover", handover);
    }

    public ServiceRow endedBy(long handover) {
        return with("ended_by_handover", handover);
    }
}

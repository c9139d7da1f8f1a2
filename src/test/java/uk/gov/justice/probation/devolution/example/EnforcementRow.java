package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows a failure; a new one waits for evidence. */
public final class EnforcementRow extends Row<EnforcementRow> {

    EnforcementRow(JdbcClient jdbc, long session) {
        super(jdbc, "upw_enforcement");
        withSql("order_id", "(SELECT order_id FROM upw_session WHERE id = ?)", session)
                .with("session_id", session);
        withSql("failed_on", "(SELECT on_date FROM upw_session WHERE id = ?)", session)
                .state("EVIDENCE");
        with("opened_at", MORNING);
    }

    EnforcementRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "upw_enforcement", which, values);
    }

    public EnforcementRow state(String state) {
        return with("state", state);
    }

    public EnforcementRow failed(LocalDate on) {
        return with("failed_on", on);
    }
}

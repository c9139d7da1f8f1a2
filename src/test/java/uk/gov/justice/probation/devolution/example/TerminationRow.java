package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A termination; a new one is blocked at the expected end of the case. */
public final class TerminationRow extends Row<TerminationRow> {

    TerminationRow(JdbcClient jdbc, long caseId, LocalDate due) {
        super(jdbc, "termination");
        with("case_id", caseId)
                .cause("EXPECTED_END")
                .with("due_on", due)
                .overdue(due)
                .state("BLOCKED");
        with("started_at", MORNING);
    }

    TerminationRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "termination", which, values);
    }

    public TerminationRow state(String state) {
        return with("state", state);
    }

    public TerminationRow cause(String cause) {
        return with("cause", cause);
    }

    public TerminationRow started(Instant at) {
        return with("started_at", at);
    }

    public TerminationRow overdue(LocalDate on) {
        return with("overdue_on", on);
    }

    public TerminationRow dueAgain(LocalDate on) {
        return with("next_due_on", on);
    }

    public TerminationRow process(long instance) {
        return with("process_instance_key", instance);
    }
}

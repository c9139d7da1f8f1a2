package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A union in a consultation. */
public final class UnionRow extends Row<UnionRow> {

    UnionRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "consultation_union", which, values);
    }

    public UnionRow heard(String feedback) {
        return with("feedback", feedback).with("recorded_by", "x").with("recorded_at", MORNING);
    }

    public UnionRow absenceApproved(String by, String why) {
        return with("absence_approved_by", by).with("absence_reason", why).with("absence_approved_at", MORNING);
    }
}

package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who takes part in a consultation. */
public final class MemberRow extends Row<MemberRow> {

    MemberRow(JdbcClient jdbc, long consultation, String staffNumber) {
        super(jdbc, "cohort_member");
        with("consultation_id", consultation).with("staff_number", staffNumber).joined(MORNING);
    }

    MemberRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "cohort_member", which, values);
    }

    public MemberRow joined(Instant at) {
        return with("joined_at", at);
    }

    public MemberRow left() {
        return with("left_at", MORNING);
    }

    public MemberRow cameBack() {
        return with("left_at", null);
    }

    public MemberRow oneToOneDue(LocalDate day) {
        return with("one_to_one_due", day);
    }

    public MemberRow extendedTo(LocalDate day) {
        return with("extended_to", day);
    }

    public MemberRow notExtended() {
        return with("extended_to", null);
    }

    public MemberRow oneToOneBegun(long instance) {
        return with("one_to_one_begun", instance);
    }

    public MemberRow met() {
        return withSql("one_to_one_begun", "id").with("one_to_one_state", "HELD");
    }
}

package uk.gov.justice.probation.devolution.example;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision on a handover. */
public final class HandoverDecisionRow extends Row<HandoverDecisionRow> {

    HandoverDecisionRow(JdbcClient jdbc, long handover, String step, String outcome, String by, Instant at) {
        super(jdbc, "handover_decision");
        with("handover_id", handover).with("step", step).with("outcome", outcome);
        with("made_by", by).with("made_at", at);
    }

    public HandoverDecisionRow readiness(String result, String reasons) {
        return with("readiness", result).with("reasons", reasons);
    }

    public HandoverDecisionRow note(String note) {
        return with("note", note);
    }

    public HandoverDecisionRow planned(LocalDate day) {
        return with("new_date", day);
    }
}

package uk.gov.justice.probation.devolution.example;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A component of a case; a new one is alcohol treatment. */
public final class ComponentRow extends Row<ComponentRow> {

    ComponentRow(JdbcClient jdbc, long caseId, String kind, String reference, LocalDate startedOn) {
        super(jdbc, "case_component");
        with("case_id", caseId).with("kind", kind).with("reference", reference).with("label", "Alcohol treatment");
        with("started_on", startedOn).with("version", 1);
    }

    ComponentRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "case_component", which, values);
    }

    public ComponentRow closed(LocalDate on) {
        return with("closed_on", on);
    }

    public ComponentRow closedAtOnce() {
        return withSql("closed_on", "started_on");
    }

    public ComponentRow outcome(String code) {
        return with("outcome_code", code);
    }
}

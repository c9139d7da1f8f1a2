package uk.gov.justice.probation.devolution.example;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handover of the plan; a new one goes from PSC Liverpool to the North West, without gates. */
public final class HandoverRow extends Row<HandoverRow> {

    HandoverRow(JdbcClient jdbc, long regionalProgramme, String planRow, String kind, String region, String service) {
        super(jdbc, "handover");
        with("regional_programme_id", regionalProgramme)
                .with("plan_row_id", planRow)
                .with("kind", kind);
        with("region_code", region)
                .with("service", service)
                .scope("")
                .from("PSC_LIVERPOOL")
                .to("REGION_NW");
        windowFrom(LocalDate.of(2021, 10, 1))
                .planned(LocalDate.of(2021, 10, 1))
                .gates("")
                .state("PLANNED");
        with("version", 0);
    }

    HandoverRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "handover", which, values);
    }

    public HandoverRow scope(String code) {
        return with("scope", code);
    }

    public HandoverRow from(String units) {
        return with("from_units", units);
    }

    public HandoverRow to(String unit) {
        return with("to_unit", unit);
    }

    public HandoverRow state(String state) {
        return with("state", state);
    }

    public HandoverRow windowFrom(LocalDate day) {
        return with("window_start", day);
    }

    public HandoverRow due(LocalDate day) {
        return with("due", day);
    }

    public HandoverRow planned(LocalDate day) {
        return with("planned_date", day);
    }

    public HandoverRow gates(String gates) {
        return with("gates", gates);
    }

    public HandoverRow replay() {
        return with("replay", true);
    }

    public HandoverRow goTask(long instance) {
        return with("go_task", instance);
    }

    public HandoverRow withoutGoTask() {
        return with("go_task", null);
    }

    public HandoverRow process(long instance) {
        return with("process_instance_key", instance);
    }

    public HandoverRow counted(int inScope, int moved, int left) {
        return with("in_scope", inScope).with("moved", moved).with("left_behind", left);
    }

    public HandoverRow transferred(Instant at) {
        return with("transferred_at", at);
    }
}

package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session of unpaid work; a new one is planned from 09:00 to 16:00. */
public final class SessionRow extends Row<SessionRow> {

    SessionRow(JdbcClient jdbc, long order, String project, LocalDate on) {
        super(jdbc, "upw_session");
        with("order_id", order).with("project_code", project).on(on);
        reference("S-%d-%s".formatted(order, on)).between(LocalTime.of(9, 0), LocalTime.of(16, 0));
        state("PLANNED").version(1);
    }

    SessionRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "upw_session", which, values);
    }

    public SessionRow reference(String reference) {
        return with("session_reference", reference);
    }

    public SessionRow on(LocalDate day) {
        return with("on_date", day);
    }

    public SessionRow between(LocalTime start, LocalTime end) {
        return with("start_time", start).with("end_time", end);
    }

    public SessionRow state(String state) {
        return with("state", state);
    }

    public SessionRow onRegister() {
        return with("on_register", true);
    }

    public SessionRow recorded(String outcome) {
        return state("RECORDED").with("outcome_code", outcome);
    }

    public SessionRow recordedBy(String userName) {
        return with("recorded_by", userName).with("recorded_at", MORNING);
    }

    public SessionRow worked(String from, String until) {
        return with("worked_from", LocalTime.parse(from)).with("worked_until", LocalTime.parse(until));
    }

    public SessionRow meaning(String meaning) {
        return with("meaning", meaning);
    }

    public SessionRow explained(boolean explained) {
        return with("explained", explained);
    }

    public SessionRow verySerious(boolean serious) {
        return with("very_serious", serious);
    }

    public SessionRow version(int version) {
        return with("version", version);
    }
}

package uk.gov.justice.probation.devolution.example;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project; a new one is a group in the Wirral, every day from 09:00 to 16:00, with twenty places. */
public final class ProjectRow extends Row<ProjectRow> {

    ProjectRow(JdbcClient jdbc, String code) {
        super(jdbc, "upw_project");
        with("code", code)
                .named("Project " + code)
                .type("PL")
                .with("region_code", "NW")
                .inPdu("Wirral");
        days("MON TUE WED THU FRI SAT SUN")
                .with("start_time", LocalTime.of(9, 0))
                .with("end_time", LocalTime.of(16, 0));
        places(20).with("start_date", LocalDate.of(2020, 1, 1)).accessible(true);
    }

    ProjectRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "upw_project", which, values);
    }

    public ProjectRow named(String name) {
        return with("name", name);
    }

    public ProjectRow type(String code) {
        return with("type_code", code);
    }

    public ProjectRow inPdu(String name) {
        return with("pdu_name", name);
    }

    public ProjectRow at(double latitude, double longitude) {
        return with("latitude", latitude).with("longitude", longitude);
    }

    public ProjectRow days(String days) {
        return with("days", days);
    }

    public ProjectRow places(int number) {
        return with("capacity", number);
    }

    public ProjectRow between(String start, String end) {
        return with("start_time", LocalTime.parse(start)).with("end_time", LocalTime.parse(end));
    }

    public ProjectRow pickUp(String point, LocalTime at) {
        return with("pick_up_point", point).with("pick_up_time", at);
    }

    public ProjectRow ends(LocalDate on) {
        return with("end_date", on);
    }

    public ProjectRow skills(String skills) {
        return with("skills", skills);
    }

    public ProjectRow allows(String roshLevels) {
        return with("rosh_allowed", roshLevels);
    }

    public ProjectRow accessible(boolean accessible) {
        return with("is_accessible", accessible);
    }
}

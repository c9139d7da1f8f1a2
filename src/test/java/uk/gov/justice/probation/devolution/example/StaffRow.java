package uk.gov.justice.probation.devolution.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member of staff; a new one works full-time for the North West from PSC Liverpool, cleared. */
public final class StaffRow extends Row<StaffRow> {

    StaffRow(JdbcClient jdbc, String staffNumber) {
        super(jdbc, "staff");
        with("staff_number", staffNumber)
                .named("Person " + staffNumber)
                .email(staffNumber.toLowerCase(Locale.ROOT) + "@example.org");
        grade("CA")
                .with("fte_percent", 100)
                .at("LIVERPOOL_CUNARD")
                .team("PSC_LIVERPOOL_ADMIN")
                .inRegion("NW");
        since(LocalDate.of(2020, 1, 1)).experience(24).vetting("CLEARED");
    }

    StaffRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "staff", which, values);
    }

    public StaffRow named(String name) {
        return with("display_name", name);
    }

    public StaffRow email(String address) {
        return with("email", address);
    }

    public StaffRow grade(String code) {
        return with("grade", code);
    }

    /** @param percent of full time */
    public StaffRow partTime(int percent) {
        return with("fte_percent", percent);
    }

    public StaffRow at(String site) {
        return with("site_code", site);
    }

    public StaffRow atFirstSite() {
        return withSql("site_code", "(SELECT MIN(code) FROM site)");
    }

    public StaffRow team(String code) {
        return with("team_code", code);
    }

    public StaffRow ofFirstTeam() {
        return withSql("team_code", "(SELECT MIN(code) FROM team)");
    }

    /** In its first team. */
    public StaffRow ofUnit(String unit) {
        return withSql("team_code", "(SELECT MIN(code) FROM team WHERE unit_code = ?)", unit);
    }

    public StaffRow manager(String staffNumber) {
        return with("line_manager_staff_number", staffNumber);
    }

    public StaffRow inRegion(String code) {
        return with("region_code", code);
    }

    public StaffRow since(LocalDate day) {
        return with("start_date", day);
    }

    public StaffRow experience(int months) {
        return with("experience_months", months);
    }

    public StaffRow vetting(String status) {
        return with("vetting_status", status);
    }

    public StaffRow livesIn(String district) {
        return with("home_postcode_district", district);
    }

    public StaffRow livesNowhereKnown() {
        return with("home_postcode_district", null);
    }

    public StaffRow withoutEmail() {
        return with("email", null);
    }

    public StaffRow absent(String kind) {
        return with("absence", kind);
    }

    public StaffRow absentUntil(LocalDate day) {
        return withSql("absence", "(SELECT MIN(code) FROM absence_kind)").with("absence_until", day);
    }
}

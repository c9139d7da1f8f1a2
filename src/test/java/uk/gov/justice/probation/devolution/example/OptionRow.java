package uk.gov.justice.probation.devolution.example;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place that people can rank. */
public final class OptionRow extends Row<OptionRow> {

    OptionRow(JdbcClient jdbc, long consultation, String site, String role, String grade) {
        super(jdbc, "preference_option");
        with("consultation_id", consultation).with("site_code", site);
        withSql("site_name", "(SELECT name FROM site WHERE code = ?)", site);
        with("role_code", role).with("grade_code", grade).with("tasks", "Terminations|Court lists");
        with("role_name", grade.equals("CA") ? "Case administrator" : "Role of " + grade);
    }

    OptionRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "preference_option", which, values);
    }

    public OptionRow places(int number) {
        return with("places", number);
    }

    /** @param hundredths of an hour a week */
    public OptionRow hours(int hundredths) {
        return with("weekly_hours", hundredths);
    }

    public OptionRow onePlaceMore() {
        return withSql("places", "places + 1");
    }
}

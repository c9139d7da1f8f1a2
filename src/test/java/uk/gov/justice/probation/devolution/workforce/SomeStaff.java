package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;

/**
 * Members of staff for tests: case administrators of a region's service centre unless set otherwise, with "Name" and
 * their number as display name.
 */
public final class SomeStaff {
    private final Given given;

    public SomeStaff(JdbcClient jdbc) {
        this.given = new Given(jdbc);
    }

    /** @param lineManager null if unknown */
    public void add(String staffNumber, String region, String lineManager) {
        add(staffNumber, region, "PSC_LIVERPOOL", "CA", lineManager);
    }

    public void add(String staffNumber, String region, String unit, String grade, String lineManager) {
        given.aColleague(staffNumber)
                .named("Name " + staffNumber)
                .grade(grade)
                .atFirstSite()
                .ofUnit(unit)
                .manager(lineManager)
                .inRegion(region)
                .experience(36)
                .vetting("NOT_REQUIRED")
                .save();
    }

    /** @param until null if the end is unknown */
    public void absent(String staffNumber, LocalDate until) {
        given.theColleague(staffNumber).absentUntil(until).save();
    }
}

package uk.gov.justice.probation.devolution.example;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few cases and colleagues, made for a test. */
public final class ExampleCases {

    private final JdbcClient jdbc;
    private final Given given;
    private final Clock clock;

    ExampleCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
        this.clock = clock;
    }

    /**
     * Former CRC cases of the region whose service this unit does.
     *
     * @return their ids
     */
    public List<Long> heldBy(String unit, String region, String service, int number) {
        List<Long> cases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            long caseId = insertCase(region);
            insertService(caseId, service, unit);
            cases.add(caseId);
        }
        return cases;
    }

    /** Somebody else has changed the case, so what the inventory read is out of date. */
    public void changed(long caseId) {
        given.theCase(caseId).changed().save();
    }

    /** A colleague of the region's receiving team, full time. */
    public String member(String team, String region, String staffNumber, String grade, String vetting) {
        given.aColleague(staffNumber)
                .named("Colleague " + staffNumber)
                .grade(grade)
                .at(region + "_VIRTUAL")
                .team(team)
                .inRegion(region)
                .since(LocalDate.of(2020, 1, 6))
                .vetting(vetting)
                .save();
        return staffNumber;
    }

    /** An administrator who has to be briefed. */
    public String administrator(String region, String staffNumber) {
        return member("TEAM_" + region + "_ADMIN", region, staffNumber, "CA", "NOT_REQUIRED");
    }

    /** A Probation Services Officer of the region's unpaid work team who is not cleared by vetting. */
    public String unvettedOfficer(String region, String staffNumber) {
        return member("TEAM_" + region + "_UPW", region, staffNumber, "PSO", "PENDING");
    }

    private long insertCase(String region) {
        int number = jdbc.sql("SELECT COUNT(*) FROM probation_case")
                .query(Integer.class)
                .single();
        return given.aCase("X%06d".formatted(number + 1))
                .inRegion(region)
                .ofRegionsFirstTeam(region)
                .starts(LocalDate.of(2021, 3, 1))
                .save();
    }

    private void insertService(long caseId, String service, String unit) {
        Instant before = clock.instant().minus(Duration.ofDays(1));
        given.aService(caseId, service)
                .unit(unit)
                .from(before)
                .lastChanged(before)
                .save();
    }
}

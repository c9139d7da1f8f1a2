package uk.gov.justice.probation.devolution.example;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** A few cases and colleagues, made for a test. */
public final class ExampleCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExampleCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
            insertService(caseId, region, service, unit);
            cases.add(caseId);
        }
        return cases;
    }

    /** Somebody else has changed the case, so what the inventory read is out of date. */
    public void changed(long caseId) {
        jdbc.sql("UPDATE probation_case SET version = version + 1 WHERE id = ?")
                .param(caseId)
                .update();
    }

    /** A colleague of the region's receiving team, full time. */
    public String member(String team, String region, String staffNumber, String grade, String vetting) {
        jdbc.sql("""
            INSERT INTO staff (staff_number, display_name, email, grade, fte_percent, site_code, team_code, region_code, start_date, experience_months, vetting_status)
            VALUES (?, ?, ?, ?, 100, ?, ?, ?, ?, 24, ?)
            """)
                .params(
                        staffNumber,
                        "Colleague " + staffNumber,
                        staffNumber + "@example.org",
                        grade,
                        region + "_VIRTUAL",
                        team,
                        region,
                        LocalDate.of(2020, 1, 6),
                        vetting)
                .update();
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
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
            INSERT INTO probation_case (crn, event_number, region_code, pdu_name, team_code, order_type_code, start_date, legacy_organisation, standalone_upw, limited_access, version)
            SELECT ?, 1, p.region_code, MIN(p.name), MIN(t.code), '201', ?, 'CRC', FALSE, FALSE, 1
            FROM pdu p JOIN team t ON t.unit_code = CONCAT('REGION_', p.region_code) WHERE p.region_code = ? GROUP BY p.region_code
            """)
                .params("X%06d".formatted(number + 1), LocalDate.of(2021, 3, 1), region)
                .update(key);
        return key.getKey().longValue();
    }

    private void insertService(long caseId, String region, String service, String unit) {
        LocalDateTime before =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        jdbc.sql(
                        "INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed) VALUES (?, ?, ?, ?, ?, ?)")
                .params(caseId, service, unit, region, before, before)
                .update();
    }
}

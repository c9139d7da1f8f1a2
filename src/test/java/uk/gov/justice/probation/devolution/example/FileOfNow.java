package uk.gov.justice.probation.devolution.example;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file with one row that says what is known already, except for what a test changes in it. */
public final class FileOfNow {
    private final Map<String, String> row = new LinkedHashMap<>();

    private FileOfNow(JdbcClient jdbc, String sql, Object key) {
        jdbc.sql(sql).param(key).query().singleRow().forEach((column, value) -> row.put(column, text(value)));
    }

    public static FileOfNow ofCase(JdbcClient jdbc, long caseId) {
        return new FileOfNow(jdbc, """
            SELECT crn, event_number AS eventNumber, region_code AS regionCode, pdu_name AS pduName, team_code AS teamCode,
              practitioner_staff_number AS practitionerStaffNumber, order_type_code AS orderTypeCode, start_date AS startDate, expected_end_date AS expectedEndDate,
              legacy_organisation AS legacyOrganisation, IF(standalone_upw, 'true', 'false') AS standaloneUpw, rosh_level AS roshLevel, tier, mappa_level AS mappaLevel,
              IF(limited_access, 'true', 'false') AS limitedAccess, version + 1 AS version FROM probation_case WHERE id = ?
            """, caseId);
    }

    public static FileOfNow ofOrder(JdbcClient jdbc, long orderId) {
        return new FileOfNow(jdbc, """
            SELECT c.crn, c.event_number AS eventNumber, o.requirement_id AS requirementId, o.sub_type_code AS subTypeCode, o.minutes_ordered AS minutesOrdered,
              0 AS minutesCredited, 0 AS eteMinutesCredited, o.sentence_date AS sentenceDate, 'UN' AS status, 0 AS warningsLast12Months,
              o.home_postcode_district AS homePostcodeDistrict, o.available_days AS availableDays, o.exclusions, o.skills
            FROM upw_order o JOIN probation_case c ON c.id = o.case_id WHERE o.id = ?
            """, orderId);
    }

    public static FileOfNow ofProject(JdbcClient jdbc, String code) {
        return new FileOfNow(jdbc, """
            SELECT code AS projectCode, name, type_code AS projectTypeCode, region_code AS regionCode, pdu_name AS pduName, latitude, longitude, days,
              TIME_FORMAT(start_time, '%H:%i') AS startTime, TIME_FORMAT(end_time, '%H:%i') AS endTime, capacity, start_date AS startDate, end_date AS endDate, skills,
              rosh_allowed AS roshAllowed, IF(is_accessible, 'true', 'false') AS `accessible`,
              pick_up_point AS pickUpPoint, TIME_FORMAT(pick_up_time, '%H:%i') AS pickUpTime FROM upw_project WHERE code = ?
            """, code);
    }

    public static FileOfNow ofStaff(JdbcClient jdbc, String staffNumber) {
        return new FileOfNow(jdbc, """
            SELECT staff_number AS staffNumber, display_name AS displayName, email, grade, ROUND(fte_percent / 100, 2) AS fte, site_code AS siteCode, team_code AS teamCode,
              line_manager_staff_number AS lineManagerStaffNumber, region_code AS regionCode, start_date AS startDate, experience_months AS experienceMonths,
              vetting_status AS vettingStatus, home_postcode_district AS homePostcodeDistrict, absence, absence_until AS absenceUntil FROM staff WHERE staff_number = ?
            """, staffNumber);
    }

    public FileOfNow with(String column, Object value) {
        if (!row.containsKey(column)) throw new IllegalArgumentException("There is no column " + column);
        row.put(column, text(value));
        return this;
    }

    public InputStream csv() {
        String file = String.join(",", row.keySet())
                + "\n"
                + row.values().stream().map(value -> '"' + value + '"').collect(Collectors.joining(","))
                + "\n";
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}

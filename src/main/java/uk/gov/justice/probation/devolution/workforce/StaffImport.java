package uk.gov.justice.probation.devolution.workforce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.facts.ChangedFactBatch;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports staff; no other file holds people's names. A region's HR can change the region's own staff.
 * {@link VettingCleared} is published for everybody who no longer waits for vetting.
 */
@Component
class StaffImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    static final Pattern STAFF_NUMBER = Pattern.compile("[A-Z0-9]{4,12}");
    private static final Set<String> VETTING = Set.of("CLEARED", "PENDING", "REFUSED", "NOT_REQUIRED");
    static final String STAFF_NUMBER_FORM = "must be 4 to 12 capital letters and digits";
    private static final String COLUMNS = """
      display_name, email, grade, fte_percent, site_code, team_code, line_manager_staff_number, region_code, start_date, experience_months, vetting_status,
      home_postcode_district, absence, absence_until""";

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final LineManagerImport lineManagers;
    private final ChangedFactBatch facts;
    private final AbsenceBatch absences;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StaffImport(
            KnownCodes known,
            Contradictions contradictions,
            LineManagerImport lineManagers,
            ChangedFactBatch facts,
            AbsenceBatch absences,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.known = known;
        this.contradictions = contradictions;
        this.lineManagers = lineManagers;
        this.facts = facts;
        this.absences = absences;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public String file() {
        return "staff";
    }

    @Override
    public String purpose() {
        return "Who works where: the people whom consultations ask and letters reach. It is the only file with names.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("staffNumber", "4 to 12 capital letters and digits; it names the person", "ZZT0001"),
                new Column("displayName", "the name, as others read it", "Ann Example"),
                new Column("email", "optional: where letters are sent; without it they go by post", "ann@example.org"),
                new Column("grade", "CA, PSO, PO, SPO, UPW_SUPERVISOR, PLACEMENT_COORD or MANAGER", "CA"),
                new Column("fte", "the share of full time, from 0.01 to 1", "1"),
                new Column("siteCode", "a site of the file sites", "LIVERPOOL_VIRTUAL"),
                new Column("teamCode", "the code of a team", "PSC_LIVERPOOL_ADMIN"),
                new Column(
                        "lineManagerStaffNumber",
                        "optional: the staff number of the line manager, who is in this file or known",
                        ""),
                new Column("regionCode", "the code of a region whose staff you may change", "NW"),
                new Column("startDate", "since when they work here, such as 2015-01-31", "2015-01-31"),
                new Column("experienceMonths", "months of experience, from 0 to 720", "60"),
                new Column("vettingStatus", "CLEARED, PENDING, REFUSED or NOT_REQUIRED", "CLEARED"),
                new Column("homePostcodeDistrict", "optional: the first half of the home postcode", "L3"),
                new Column("absence", "optional: SICKNESS, MATERNITY, PARENTAL, CAREER_BREAK or SECONDMENT", ""),
                new Column("absenceUntil", "optional, with an absence only: its last day, such as 2027-03-31", ""));
    }

    @Override
    public String table() {
        return "staged_staff";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "staff_number VARCHAR(12)",
                "display_name VARCHAR(100)",
                "email VARCHAR(150)",
                "grade VARCHAR(20)",
                "fte_percent INT",
                "site_code VARCHAR(20)",
                "team_code VARCHAR(20)",
                "line_manager_staff_number VARCHAR(12)",
                "region_code VARCHAR(8)",
                "start_date DATE",
                "experience_months INT",
                "vetting_status VARCHAR(12)",
                "home_postcode_district VARCHAR(4)",
                "absence VARCHAR(20)",
                "absence_until DATE",
                "KEY (staff_number)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        return new Reader(importer);
    }

    private final class Reader implements RowReader {
        private final Set<String> grades = known.of("grade");
        private final Set<String> sites = known.of("site");
        private final Set<String> teams = known.of("team");
        private final Set<String> regions = known.of("region");
        private final Set<String> absences = known.of("absence_kind");
        private final Set<String> own;
        private final DistinctKeys keys = new DistinctKeys("staffNumber");

        Reader(Colleague importer) {
            own = known.regionsOf(importer, ROLE);
        }

        @Override
        public Object[] read(CsvRow row) {
            String number = row.required("staffNumber").matching(STAFF_NUMBER, STAFF_NUMBER_FORM);
            keys.add(row, number);
            String region = row.required("regionCode").in(regions, "is not a region");
            if (region != null && !own.contains(region))
                row.reject("regionCode", "is a region whose staff you may not change");
            String lineManager = row.optional("lineManagerStaffNumber").matching(STAFF_NUMBER, STAFF_NUMBER_FORM);
            if (lineManager != null && lineManager.equals(number))
                row.reject("lineManagerStaffNumber", "is the person's own staff number");
            String absence = row.optional("absence").in(absences, "is not a kind of absence");
            if (absence == null && !row.text("absenceUntil").isEmpty())
                row.reject("absenceUntil", "is given without a kind of absence");
            BigDecimal fte = row.required("fte").decimal("0.01", "1", 2);
            return new Object[] {
                number,
                name(row),
                row.optional("email")
                        .matching(EmailAddress::canBeSentTo, "is not an email address that letters can be sent to"),
                row.required("grade").in(grades, "is not a grade"),
                fte == null ? null : fte.movePointRight(2).intValueExact(),
                row.required("siteCode").in(sites, "is not a site"),
                row.required("teamCode").in(teams, "is not a team"),
                lineManager,
                region,
                row.required("startDate").date(),
                row.required("experienceMonths").integer(0, 720),
                row.required("vettingStatus").in(VETTING, "must be CLEARED, PENDING, REFUSED or NOT_REQUIRED"),
                row.optional("homePostcodeDistrict")
                        .matching(Travel.POSTCODE_DISTRICT, "must be a postcode district such as L3 or M60"),
                absence,
                row.optional("absenceUntil").date()
            };
        }
    }

    private static String name(CsvRow row) {
        String name = row.required("displayName").text(100);
        if (name != null && name.codePoints().noneMatch(Character::isLetter))
            row.reject("displayName", "has no letter");
        return name;
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows, table(), "staffNumber", "belongs to", """
            SELECT s.line, s.staff_number, NULLIF(t.region_code, s.region_code) FROM staged_staff s JOIN staff t ON t.staff_number = s.staff_number
            WHERE t.region_code NOT IN (:own)""", known.regionsOf(importer, ROLE));
        reportLineManagers(badRows);
    }

    private void reportLineManagers(BadRows badRows) {
        record Managed(long line, String number, String manager) {}
        Map<String, String> managers = new HashMap<>();
        jdbc.sql("SELECT staff_number, line_manager_staff_number FROM staff").query(row -> {
            managers.put(row.getString(1), row.getString(2));
        });
        List<Managed> managed = new ArrayList<>();
        jdbc.sql("SELECT line, staff_number, line_manager_staff_number FROM staged_staff ORDER BY line")
                .query(row -> {
                    managers.put(row.getString(2), row.getString(3));
                    if (row.getString(3) != null)
                        managed.add(new Managed(row.getLong(1), row.getString(2), row.getString(3)));
                });
        LineManagement management = new LineManagement(managers);
        for (Managed one : managed) {
            if (!managers.containsKey(one.manager()))
                badRows.add(one.line(), "lineManagerStaffNumber", one.manager(), "is neither in this file nor known");
            management
                    .circleOf(one.number())
                    .filter(circle -> circle.size() > 1)
                    .ifPresent(circle -> badRows.add(
                            one.line(),
                            "lineManagerStaffNumber",
                            one.manager(),
                            "makes a circle: %s would manage each other".formatted(String.join(", ", circle))));
        }
    }

    /**
     * Keeps a vetting result recorded here for people whom the file still shows as waiting, because HR records it
     * before the file is updated.
     */
    private void leaveResultsOfVetting() {
        jdbc.sql("""
        UPDATE staged_staff s JOIN staff t ON t.staff_number = s.staff_number SET s.vetting_status = t.vetting_status
        WHERE s.vetting_status = 'PENDING' AND t.vetting_status IN ('CLEARED', 'REFUSED')
        """).update();
    }

    private void noteChangedFacts() {
        facts.note("""
        SELECT f.fact AS fact, CONCAT('staff/', t.staff_number) AS about,
          CASE f.fact WHEN 'LINE_MANAGER' THEN t.line_manager_staff_number ELSE t.region_code END AS value_before,
          CASE f.fact WHEN 'LINE_MANAGER' THEN s.line_manager_staff_number ELSE s.region_code END AS value_after, :occasion, :now
        FROM staged_staff s JOIN staff t ON t.staff_number = s.staff_number JOIN (SELECT 'LINE_MANAGER' AS fact UNION ALL SELECT 'STAFF_REGION') f
        WHERE CASE f.fact WHEN 'LINE_MANAGER' THEN NOT (t.line_manager_staff_number <=> s.line_manager_staff_number) ELSE t.region_code <> s.region_code END""");
    }

    @Override
    public Taken take(Colleague importer) {
        lineManagers.record(importer);
        noteChangedFacts();
        leaveResultsOfVetting();
        List<String> cleared = jdbc.sql("""
        SELECT t.staff_number FROM staged_staff s JOIN staff t ON t.staff_number = s.staff_number
        WHERE s.vetting_status = 'CLEARED' AND t.vetting_status <> 'CLEARED' OR s.vetting_status = 'NOT_REQUIRED' AND t.vetting_status IN ('PENDING', 'REFUSED') ORDER BY s.line FOR UPDATE
        """).query(String.class).list();
        int changed = jdbc.sql("""
        UPDATE staff t JOIN staged_staff s ON s.staff_number = t.staff_number
        SET t.display_name = s.display_name, t.email = s.email, t.grade = s.grade, t.fte_percent = s.fte_percent, t.site_code = s.site_code, t.team_code = s.team_code,
          t.line_manager_staff_number = s.line_manager_staff_number, t.region_code = s.region_code, t.start_date = s.start_date, t.experience_months = s.experience_months,
          t.vetting_status = s.vetting_status, t.home_postcode_district = s.home_postcode_district, t.absence = s.absence, t.absence_until = s.absence_until,
          t.version = t.version + 1
        WHERE """ + " " + Contradictions.differs("s", "t", COLUMNS.split(",\\s+")))
                .update();
        int added = jdbc.sql("""
        INSERT INTO staff (staff_number, %1$s)
        SELECT s.staff_number, %2$s FROM staged_staff s LEFT JOIN staff t ON t.staff_number = s.staff_number WHERE t.staff_number IS NULL
        """.formatted(COLUMNS, "s." + COLUMNS.replaceAll(",\\s+", ", s.")))
                .update();
        absences.follow();
        cleared.forEach(number -> events.publishEvent(new VettingCleared(number)));
        return new Taken(added, changed);
    }
}

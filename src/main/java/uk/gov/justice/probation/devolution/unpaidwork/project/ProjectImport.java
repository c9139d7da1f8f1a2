package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
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
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * Imports unpaid work projects. A region's data lead can change the region's own. Projects missing from a file stay as
 * they are.
 */
@Component
public class ProjectImport implements StagedImport {
    public static final Role ROLE = Role.DATA_LEAD;
    public static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    static final Pattern SKILL = Pattern.compile("[a-z0-9-]{2,30}");
    public static final int LONGEST_DAYS = 27;
    static final int LONGEST_SKILLS = 200;
    public static final String NO_DAY = "has '%s', which is not a day: use MON TUE WED THU FRI SAT SUN";
    static final String NO_SKILL = "has '%s', which is not a word of small letters, digits and hyphens";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{1,19}");
    private static final int LARGEST = 500;
    private static final String PICK_UP_POINT = "pickUpPoint";
    private static final String PICK_UP_TIME = "pickUpTime";
    private static final int LONGEST_PICK_UP = 100;
    private static final String ATTRIBUTES = """
      name, type_code, region_code, pdu_name, latitude, longitude, days, start_time, end_time, capacity, start_date, end_date, skills, rosh_allowed, is_accessible, pick_up_point, pick_up_time""";
    private static final String RUNS =
            "type_code, region_code, days, start_time, end_time, start_date, end_date, rosh_allowed, is_accessible";
    private static final String DIFFERS = Contradictions.differs("s", "t", ATTRIBUTES.split(",\\s+"));

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final ChangedFactBatch facts;
    private final JdbcClient jdbc;

    ProjectImport(KnownCodes known, Contradictions contradictions, ChangedFactBatch facts, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "upw-projects";
    }

    @Override
    public String purpose() {
        return "The projects on which unpaid work is done. What a file does not name stays as it is.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column(
                        "projectCode",
                        "2 to 20 capital letters, digits, hyphens and underscores, a letter first",
                        "ZZ-P1"),
                new Column("name", "at most 100 characters", "Gardens of the library"),
                new Column("projectTypeCode", "PL, NP1, NP2, ES, ICP, PIP2, PSP, PI, PS, ET1, ET3, ET5 or UP06", "PL"),
                new Column("regionCode", "the code of a region whose projects you may change", "NW"),
                new Column("pduName", "the name of a delivery unit of the region", "Wirral"),
                new Column("latitude", "optional, together with the longitude: degrees north", "53.4"),
                new Column("longitude", "optional, together with the latitude: degrees east", "-3.0"),
                new Column("days", "on which it runs, with a space between them", "MON SAT"),
                new Column("startTime", "such as 09:00", "09:00"),
                new Column(
                        "endTime",
                        "after the start; a time before it is on the next day, and 24:00 is midnight",
                        "16:00"),
                new Column("capacity", "people a day, from 1 to 500", "10"),
                new Column("startDate", "such as 2021-01-31", "2021-01-01"),
                new Column("endDate", "optional: the last day", ""),
                new Column(
                        "skills",
                        "optional: words of small letters, digits and hyphens, with a space between them",
                        "painting"),
                new Column(
                        "roshAllowed",
                        "the levels of risk it takes, with a space between them; if empty, it takes nobody",
                        "RLRH RMRH"),
                new Column(
                        "accessible",
                        "true if somebody with a mobility or health need can work there, otherwise false",
                        "true"),
                new Column(
                        PICK_UP_POINT,
                        "optional, together with its time: where people are picked up, at most 100 characters",
                        "Birkenhead Park station"),
                new Column(PICK_UP_TIME, "optional, together with its place: before the start", "08:15"));
    }

    @Override
    public Set<String> later() {
        return Set.of(PICK_UP_POINT, PICK_UP_TIME);
    }

    @Override
    public String table() {
        return "staged_upw_project";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "code VARCHAR(20)",
                "name VARCHAR(100)",
                "type_code VARCHAR(4)",
                "region_code VARCHAR(8)",
                "pdu_name VARCHAR(60)",
                "latitude DECIMAL(8,5)",
                "longitude DECIMAL(8,5)",
                "days VARCHAR(27)",
                "start_time TIME",
                "end_time TIME",
                "capacity INT",
                "start_date DATE",
                "end_date DATE",
                "skills VARCHAR(200)",
                "rosh_allowed VARCHAR(40)",
                "is_accessible BOOLEAN",
                "pick_up_point VARCHAR(100)",
                "pick_up_time TIME",
                "pick_up_said BOOLEAN",
                "KEY (code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        Set<String> types = known.of("upw_project_type");
        Set<String> regions = known.of("region");
        Set<String> own = known.regionsOf(importer, ROLE);
        Set<String> pdus = known.pdus();
        var keys = new DistinctKeys("projectCode");
        return row -> {
            String code = row.required("projectCode")
                    .matching(CODE, "must be 2 to 20 capital letters, digits, hyphens and underscores, a letter first");
            keys.add(row, code);
            String region = row.required("regionCode").in(regions, "is not a region");
            if (region != null && !own.contains(region))
                row.reject("regionCode", "is a region whose projects you may not change");
            String pdu = row.required("pduName").text(60);
            if (region != null && pdu != null && !pdus.contains(KnownCodes.pdu(region, pdu)))
                row.reject("pduName", "is not a delivery unit of the region");
            BigDecimal latitude = row.optional("latitude").decimal("49", "61", 5);
            BigDecimal longitude = row.optional("longitude").decimal("-9", "2", 5);
            if (row.text("latitude").isEmpty() != row.text("longitude").isEmpty())
                row.reject("latitude", "must be given together with the longitude");
            LocalTime start = row.required("startTime").time();
            LocalTime end = row.required("endTime").end();
            if (start != null && end != null && !new TimeWorked(LocalDate.EPOCH, start, end).holds())
                row.reject("endTime", TimeWorked.MUST_HOLD);
            String pickUpPoint = row.optional(PICK_UP_POINT).text(LONGEST_PICK_UP);
            LocalTime pickUpTime = row.optional(PICK_UP_TIME).time();
            if (row.text(PICK_UP_POINT).isEmpty() != row.text(PICK_UP_TIME).isEmpty())
                row.reject(PICK_UP_POINT, "must be given together with its time");
            if (pickUpTime != null && start != null && !pickUpTime.isBefore(start))
                row.reject(PICK_UP_TIME, "must be before the start");
            LocalDate opens = row.required("startDate").date();
            LocalDate closes = row.optional("endDate").date();
            if (opens != null && closes != null && closes.isBefore(opens))
                row.reject("endDate", "is before the start date");
            return new Object[] {
                code,
                row.required("name").text(100),
                row.required("projectTypeCode").in(types, "is not a project type"),
                region,
                pdu,
                latitude,
                longitude,
                row.required("days").words(LONGEST_DAYS, DAYS::contains, NO_DAY),
                start,
                end,
                row.required("capacity").integer(1, LARGEST),
                opens,
                closes,
                skills(row),
                row.optional("roshAllowed")
                        .words(40, RiskOfSeriousHarm.CODES::contains, "has '%s': use " + RiskOfSeriousHarm.CHOICES),
                row.required("accessible").flag(),
                pickUpPoint,
                pickUpTime,
                row.has(PICK_UP_POINT)
            };
        };
    }

    public static String skills(CsvRow row) {
        return row.optional("skills").words(LONGEST_SKILLS, SKILL.asMatchPredicate(), NO_SKILL);
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "projectCode",
                "is a project of",
                "SELECT s.line, s.code, NULLIF(t.region_code, s.region_code) FROM staged_upw_project s JOIN upw_project t ON t.code = s.code WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    /** Of projects on which nobody works, nothing that runs has read anything. */
    private void noteChangedFacts() {
        facts.note("""
        SELECT 'PROJECT' AS fact, CONCAT('project/', t.code) AS about,
          CONCAT_WS(' ', t.days, t.start_time, t.end_time, t.start_date, t.end_date, t.rosh_allowed, t.region_code) AS value_before,
          CONCAT_WS(' ', s.days, s.start_time, s.end_time, s.start_date, s.end_date, s.rosh_allowed, s.region_code) AS value_after, :occasion, :now
        FROM staged_upw_project s JOIN upw_project t ON t.code = s.code
        WHERE EXISTS (SELECT 1 FROM upw_order o WHERE o.project_code = t.code AND o.state IN ('INSTRUCTIONS', 'SESSIONS')) AND\s
        """ + Contradictions.differs("s", "t", RUNS.split(",\\s+")));
    }

    /** A file from before its columns says nothing of where people are picked up, so that stays as it is. */
    private void keepPickUpsThatAreNotSaid() {
        jdbc.sql("""
        UPDATE staged_upw_project s JOIN upw_project t ON t.code = s.code
        SET s.pick_up_point = t.pick_up_point, s.pick_up_time = t.pick_up_time WHERE NOT s.pick_up_said
        """).update();
    }

    private void notePickUps() {
        facts.note("""
        SELECT 'PICK_UP' AS fact, CONCAT('project/', t.code) AS about, %s AS value_before, %s AS value_after, :occasion, :now
        FROM staged_upw_project s JOIN upw_project t ON t.code = s.code
        WHERE EXISTS (SELECT 1 FROM upw_order o WHERE o.project_code = t.code AND o.state IN ('INSTRUCTIONS', 'SESSIONS')) AND\s
        """.formatted(pickUp("t"), pickUp("s"))
                + Contradictions.differs("s", "t", "pick_up_point", "pick_up_time"));
    }

    private static String pickUp(String table) {
        return "CONCAT(TIME_FORMAT(%1$s.pick_up_time, '%%H:%%i'), ', ', %1$s.pick_up_point)".formatted(table);
    }

    @Override
    public Taken take(Colleague importer) {
        keepPickUpsThatAreNotSaid();
        noteChangedFacts();
        notePickUps();
        int changed = jdbc.sql("""
        UPDATE upw_project t JOIN staged_upw_project s ON s.code = t.code
        SET t.name = s.name, t.type_code = s.type_code, t.region_code = s.region_code, t.pdu_name = s.pdu_name, t.latitude = s.latitude, t.longitude = s.longitude,
          t.days = s.days, t.start_time = s.start_time, t.end_time = s.end_time, t.capacity = s.capacity, t.start_date = s.start_date, t.end_date = s.end_date,
          t.skills = s.skills, t.rosh_allowed = s.rosh_allowed, t.is_accessible = s.is_accessible,
          t.pick_up_point = s.pick_up_point, t.pick_up_time = s.pick_up_time
        WHERE
        """ + DIFFERS).update();
        int added = jdbc.sql("""
        INSERT INTO upw_project (code, %1$s)
        SELECT s.code, %2$s FROM staged_upw_project s LEFT JOIN upw_project t ON t.code = s.code WHERE t.code IS NULL ORDER BY s.line
        """.formatted(ATTRIBUTES, "s." + ATTRIBUTES.replaceAll(",\\s+", ", s.")))
                .update();
        return new Taken(added, changed);
    }
}

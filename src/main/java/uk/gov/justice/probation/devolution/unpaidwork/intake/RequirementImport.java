package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseKey;
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
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursOfPerson;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectImport;
import uk.gov.justice.probation.devolution.workforce.Travel;

/**
 * Imports unpaid work requirements, which become orders. A region's data lead can change those of the region's cases.
 * Once an order is running here, its minutes, warnings and status are counted here and the file's are ignored; what the
 * file says about the person and the sentence is still imported. An order that has ended does not change.
 */
@Component
class RequirementImport implements StagedImport {
    private static final int MINUTES_AN_HOUR = 60;
    private static final int SHORTEST_REGULAR = 40 * MINUTES_AN_HOUR;
    private static final String REGULAR = "W01";
    private static final Set<String> STATUSES = Set.of("UN", "WK", "HC");
    private static final Pattern REQUIREMENT = Pattern.compile("[A-Z0-9-]{1,20}");

    private static final String PERSON =
            "sub_type_code, minutes_ordered, sentence_date, home_postcode_district, available_days, exclusions, skills";
    private static final String COUNTED = "minutes_credited, ete_minutes_credited, status, warnings_imported";
    private static final String ENDED = "('COMPLETE', 'COURT', 'STOPPED')";

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final ChangedFactBatch facts;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequirementImport(
            KnownCodes known,
            Contradictions contradictions,
            ChangedFactBatch facts,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.known = known;
        this.contradictions = contradictions;
        this.facts = facts;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String file() {
        return "upw-requirements";
    }

    @Override
    public String purpose() {
        return "The orders of unpaid work. One starts here when a region holds the service for its case.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ProjectImport.ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("crn", "of a known case of your region that can carry unpaid work", "Z900001"),
                new Column("eventNumber", "of that case", "1"),
                new Column(
                        "requirementId",
                        "up to 20 capital letters, digits and hyphens; with the case it names the order",
                        "R1"),
                new Column("subTypeCode", "W01, W03, W05, W06, W07 or W08", "W01"),
                new Column("minutesOrdered", "1 to 18,000; of W01 at least 2,400", "6000"),
                new Column("minutesCredited", "not more than ordered", "600"),
                new Column("eteMinutesCredited", "of those credited: education, training and employment", "60"),
                new Column("sentenceDate", "not in the future, such as 2021-01-31", "2021-01-01"),
                new Column("status", "UN (nothing credited), WK (in progress) or HC (all credited)", "WK"),
                new Column("warningsLast12Months", "0 to 99", "0"),
                new Column("homePostcodeDistrict", "optional: the first half of the home postcode", "L3"),
                new Column("availableDays", "optional, with a space between them; none is any day", "MON TUE"),
                new Column(
                        "exclusions",
                        "optional: where the person must not work and who they must not meet, as codes of projects, postcode districts and CRNs with a space between them",
                        "L4"),
                new Column(
                        "skills",
                        "optional: words of small letters, digits and hyphens, with a space between them",
                        "painting"));
    }

    @Override
    public String table() {
        return "staged_upw_requirement";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "crn CHAR(7)",
                "event_number INT",
                "requirement_id VARCHAR(20)",
                "sub_type_code VARCHAR(3)",
                "minutes_ordered INT",
                "minutes_credited INT",
                "ete_minutes_credited INT",
                "sentence_date DATE",
                "status VARCHAR(2)",
                "warnings_imported INT",
                "home_postcode_district VARCHAR(4)",
                "available_days VARCHAR(27)",
                "exclusions VARCHAR(400)",
                "skills VARCHAR(200)",
                "case_id BIGINT",
                "region_code VARCHAR(8)",
                "carries_upw BOOLEAN",
                "has_ended BOOLEAN",
                "order_id BIGINT",
                "state VARCHAR(20)",
                "credited_here INT",
                "changed BOOLEAN",
                "KEY (crn, event_number)");
    }

    @Override
    public String besideTheCase() {
        return ", requirement_id";
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ProjectImport.ROLE);
        Set<String> subTypes = known.of("upw_sub_type");
        Set<String> projects = known.of("upw_project");
        Predicate<String> exclusion = word -> projects.contains(word)
                || CaseKey.CRN.matcher(word).matches()
                || Travel.POSTCODE_DISTRICT.matcher(word).matches();
        var keys = new DistinctKeys("requirementId");
        LocalDate today = LocalDate.now(clock);
        return row -> {
            CaseKey key = CaseKey.of(row);
            String requirement = row.required("requirementId")
                    .matching(REQUIREMENT, "must be up to 20 capital letters, digits and hyphens");
            if (key.text() != null && requirement != null) keys.add(row, key.text() + "/" + requirement);
            String subType = row.required("subTypeCode").in(subTypes, "is not a sub-type of unpaid work");
            Integer ordered = row.required("minutesOrdered").integer(1, HoursOfPerson.MOST);
            if (REGULAR.equals(subType) && ordered != null && ordered < SHORTEST_REGULAR)
                row.reject(
                        "minutesOrdered",
                        "must be at least %d (%s) of a regular requirement"
                                .formatted(SHORTEST_REGULAR, HoursInWords.of(SHORTEST_REGULAR)));
            Integer credited = row.required("minutesCredited").integer(0, HoursOfPerson.MOST);
            Integer education = row.required("eteMinutesCredited").integer(0, HoursOfPerson.MOST);
            String status = row.required("status").in(STATUSES, "must be UN, WK or HC");
            compare(row, ordered, credited, education, status);
            LocalDate sentence = row.required("sentenceDate").date();
            if (sentence != null && sentence.isAfter(today)) row.reject("sentenceDate", "is in the future");
            return new Object[] {
                key.crn(),
                key.eventNumber(),
                requirement,
                subType,
                ordered,
                credited,
                education,
                sentence,
                status,
                row.required("warningsLast12Months").integer(0, 99),
                row.optional("homePostcodeDistrict")
                        .matching(Travel.POSTCODE_DISTRICT, "must be a postcode district such as L3 or M60"),
                row.optional("availableDays")
                        .words(ProjectImport.LONGEST_DAYS, ProjectImport.DAYS::contains, ProjectImport.NO_DAY),
                row.optional("exclusions")
                        .words(
                                400,
                                exclusion,
                                "has '%s', which is not the code of a known project, a postcode district or a CRN"),
                ProjectImport.skills(row)
            };
        };
    }

    private static void compare(CsvRow row, Integer ordered, Integer credited, Integer education, String status) {
        if (ordered == null || credited == null) return;
        if (credited > ordered) row.reject("minutesCredited", "is more than was ordered");
        if (education != null && education > credited) row.reject("eteMinutesCredited", "is more than was credited");
        if (education != null && education > EducationCap.of(ordered)) {
            row.reject(
                    "eteMinutesCredited",
                    "is more than the %d minutes (%d %% of those ordered) that count"
                            .formatted(EducationCap.of(ordered), EducationCap.PERCENT));
        }
        if (status == null || credited > ordered) return;
        if (status.equals("HC") && credited < ordered)
            row.reject("status", "is HC (hours complete), but minutes are left");
        if (!status.equals("HC") && credited.equals(ordered))
            row.reject("status", "must be HC (hours complete): no minutes are left");
        if (status.equals("UN") && credited > 0) row.reject("status", "is UN (unallocated), but minutes are credited");
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        lookUp();
        report(
                badRows,
                "crn",
                "has no such event: import the file 'cases' first",
                "SELECT line, crn, '' FROM staged_upw_requirement WHERE case_id IS NULL AND crn IS NOT NULL AND event_number IS NOT NULL",
                Map.of());
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "crn",
                "belongs to",
                "SELECT line, crn, region_code FROM staged_upw_requirement WHERE region_code NOT IN (:own)",
                known.regionsOf(importer, ProjectImport.ROLE));
        report(
                badRows,
                "crn",
                "is an event whose order type cannot carry unpaid work",
                "SELECT line, crn, '' FROM staged_upw_requirement WHERE NOT carries_upw",
                Map.of());
        report(
                badRows,
                "crn",
                "is an event that has ended here: reopen it first",
                "SELECT line, crn, '' FROM staged_upw_requirement WHERE has_ended AND order_id IS NULL",
                Map.of());
        report(
                badRows,
                "minutesOrdered",
                "is less than what is credited here already (%s minutes)",
                "SELECT line, minutes_ordered, credited_here FROM staged_upw_requirement WHERE changed AND state <> 'NOT_STARTED' AND minutes_ordered < credited_here",
                Map.of());
    }

    /** Locks the orders that the file is about, and reads what is known of each. */
    private void lookUp() {
        String known = """
        staged_upw_requirement s JOIN caseload_case_view c ON c.crn = s.crn AND c.event_number = s.event_number JOIN order_type y ON y.code = c.order_type_code
        LEFT JOIN upw_order t ON t.case_id = c.id AND t.requirement_id = s.requirement_id
        """;
        jdbc.sql("SELECT COUNT(t.id) FROM " + known + " FOR UPDATE")
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE " + known
                        + """
        SET s.case_id = c.id, s.region_code = c.region_code, s.carries_upw = y.carries_upw, s.has_ended = c.ended_on IS NOT NULL, s.order_id = t.id, s.state = t.state,
          s.credited_here = t.minutes_credited, s.changed = t.id IS NULL OR t.state NOT IN %s AND (%s OR t.state = 'NOT_STARTED' AND %s)
        """.formatted(
                                        ENDED,
                                        Contradictions.differs("s", "t", PERSON.split(",\\s+")),
                                        Contradictions.differs("s", "t", COUNTED.split(",\\s+"))))
                .update();
    }

    private void noteChangedFacts() {
        facts.note("""
        SELECT f.fact AS fact, CONCAT('order/', t.id) AS about,
          CASE f.fact WHEN 'HOURS_ORDERED' THEN CAST(t.minutes_ordered AS CHAR) ELSE t.exclusions END AS value_before,
          CASE f.fact WHEN 'HOURS_ORDERED' THEN CAST(s.minutes_ordered AS CHAR) ELSE s.exclusions END AS value_after, :occasion, :now
        FROM staged_upw_requirement s JOIN upw_order t ON t.id = s.order_id JOIN (SELECT 'HOURS_ORDERED' AS fact UNION ALL SELECT 'EXCLUSIONS') f
        WHERE s.changed AND t.state <> 'NOT_STARTED'
          AND CASE f.fact WHEN 'HOURS_ORDERED' THEN t.minutes_ordered <> s.minutes_ordered ELSE NOT (t.exclusions <=> s.exclusions) END""");
    }

    private void report(BadRows badRows, String column, String reason, String sql, Map<String, ?> parameters) {
        contradictions.report(badRows, column, reason, sql, parameters);
    }

    @Override
    public Taken take(Colleague importer) {
        LocalDate today = LocalDate.now(clock);
        noteChangedFacts();
        int changed = jdbc.sql("""
        UPDATE upw_order t JOIN staged_upw_requirement s ON s.order_id = t.id
        SET t.sub_type_code = s.sub_type_code, t.minutes_ordered = s.minutes_ordered, t.sentence_date = s.sentence_date, t.home_postcode_district = s.home_postcode_district,
          t.available_days = s.available_days, t.exclusions = s.exclusions, t.skills = s.skills, t.version = t.version + 1
        WHERE s.changed
        """).update();
        jdbc.sql("""
        UPDATE upw_order t JOIN staged_upw_requirement s ON s.order_id = t.id
        SET t.minutes_credited = s.minutes_credited, t.ete_minutes_credited = s.ete_minutes_credited, t.status = s.status, t.warnings_imported = s.warnings_imported,
          t.imported_on = :today
        WHERE s.changed AND t.state = 'NOT_STARTED'
        """).param("today", today).update();
        int added =
                jdbc.sql("""
        INSERT INTO upw_order (case_id, requirement_id, %1$s, %2$s, imported_on, state)
        SELECT case_id, requirement_id, %1$s, %2$s, :today, 'NOT_STARTED' FROM staged_upw_requirement WHERE order_id IS NULL ORDER BY line
        """.formatted(PERSON, COUNTED)).param("today", today).update();
        List<Long> toStart = jdbc.sql("""
        SELECT t.id FROM upw_order t JOIN staged_upw_requirement s ON s.case_id = t.case_id AND s.requirement_id = t.requirement_id
        WHERE s.changed AND t.state = 'NOT_STARTED' AND t.status <> 'HC' ORDER BY t.id
        """).query(Long.class).list();
        if (!toStart.isEmpty()) events.publishEvent(new OrdersImported(toStart));
        if (added + changed > 0) events.publishEvent(new RequirementsImported(added, changed));
        return new Taken(added, changed);
    }
}

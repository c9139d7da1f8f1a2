package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
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
 * Imports cases, one row per event. A region's data lead can change the region's own cases. Versions never go down, and
 * content never changes without a higher version. If a case moves to another region, its services move too: the open
 * rows end and new ones begin in the new region.
 */
@Component
class CaseImport implements StagedImport {
    static final Role ROLE = Role.DATA_LEAD;
    private static final Pattern STAFF_NUMBER = Pattern.compile("[A-Z0-9]{4,12}");
    private static final Set<String> LEGACY_ORGANISATIONS = Set.of("CRC", "NPS");
    private static final Set<String> MAPPA_LEVELS = Set.of("M1", "M2", "M3");
    private static final String ATTRIBUTES = """
      region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, expected_end_date, legacy_organisation, standalone_upw, rosh_level, tier,
      mappa_level, limited_access""";
    private static final String DIFFERS = Contradictions.differs("s", "t", ATTRIBUTES.split(",\\s+"));
    private static final String KNOWN =
            "FROM staged_case s JOIN probation_case t ON t.crn = s.crn AND t.event_number = s.event_number ";

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final LimitingAccess limiting;
    private final ChangedFactBatch facts;
    private final CaseChangeBatch changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseImport(
            KnownCodes known,
            Contradictions contradictions,
            LimitingAccess limiting,
            ChangedFactBatch facts,
            CaseChangeBatch changes,
            JdbcClient jdbc,
            Clock clock) {
        this.known = known;
        this.contradictions = contradictions;
        this.limiting = limiting;
        this.facts = facts;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String file() {
        return "cases";
    }

    @Override
    public String purpose() {
        return "The cases of people on probation: where each belongs, who works on it and how long it lasts.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("crn", "one letter and six digits", "Z900001"),
                new Column("eventNumber", "1 to 999; with the CRN it names the case", "1"),
                new Column("regionCode", "the code of a region whose cases you may change", "NW"),
                new Column("pduName", "the name of a delivery unit of the region", "Wirral"),
                new Column("teamCode", "the code of a team", "TEAM_NW_12"),
                new Column("practitionerStaffNumber", "optional: the staff number of the practitioner", "ZZT0001"),
                new Column("orderTypeCode", "201, 340, 203, 216, 341, 408 or CUS", "201"),
                new Column("startDate", "such as 2021-01-31", "2021-01-01"),
                new Column("expectedEndDate", "optional, not before the start", "2027-01-01"),
                new Column("legacyOrganisation", "CRC or NPS", "CRC"),
                new Column("standaloneUpw", "true if the order is unpaid work alone, otherwise false", "false"),
                new Column("roshLevel", "optional: RVHR, RHRH, RMRH or RLRH", "RMRH"),
                new Column("tier", "optional: a tier, such as B0", "B0"),
                new Column("mappaLevel", "optional: M1, M2 or M3", "M1"),
                new Column("limitedAccess", "true if the case shows nothing but its CRN, otherwise false", "false"),
                new Column("version", "a whole number that rises with every change of the case", "1"));
    }

    @Override
    public String table() {
        return "staged_case";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "crn CHAR(7)",
                "event_number INT",
                "region_code VARCHAR(8)",
                "pdu_name VARCHAR(60)",
                "team_code VARCHAR(20)",
                "practitioner_staff_number VARCHAR(12)",
                "order_type_code VARCHAR(5)",
                "start_date DATE",
                "expected_end_date DATE",
                "legacy_organisation VARCHAR(3)",
                "standalone_upw BOOLEAN",
                "rosh_level VARCHAR(4)",
                "tier VARCHAR(2)",
                "mappa_level VARCHAR(2)",
                "limited_access BOOLEAN",
                "version INT",
                "KEY (crn, event_number)");
    }

    @Override
    public String besideTheCase() {
        return "";
    }

    @Override
    public RowReader reader(Colleague importer) {
        return new Reader(importer);
    }

    private final class Reader implements RowReader {
        private final Set<String> regions = known.of("region");
        private final Set<String> pdus = known.pdus();
        private final Set<String> teams = known.of("team");
        private final Set<String> orderTypes = known.of("order_type");
        private final Set<String> upwOrderTypes =
                new HashSet<>(jdbc.sql("SELECT code FROM order_type WHERE carries_upw")
                        .query(String.class)
                        .list());
        private final Set<String> tiers = new HashSet<>(jdbc.sql("SELECT DISTINCT tier FROM workload_points")
                .query(String.class)
                .list());
        private final Set<String> own;
        private final DistinctKeys keys = new DistinctKeys("crn");

        Reader(Colleague importer) {
            own = known.regionsOf(importer, ROLE);
        }

        @Override
        public Object[] read(CsvRow row) {
            CaseKey key = CaseKey.of(row);
            keys.add(row, key.text());
            String region = row.required("regionCode").in(regions, "is not a region");
            if (region != null && !own.contains(region))
                row.reject("regionCode", "is a region whose cases you may not change");
            String pdu = row.required("pduName").text(60);
            if (region != null && pdu != null && !pdus.contains(KnownCodes.pdu(region, pdu)))
                row.reject("pduName", "is not a delivery unit of the region");
            String orderType = row.required("orderTypeCode").in(orderTypes, "is not an order type");
            LocalDate start = row.required("startDate").date();
            LocalDate end = row.optional("expectedEndDate").date();
            if (start != null && end != null && end.isBefore(start))
                row.reject("expectedEndDate", "is before the start date");
            Boolean standaloneUpw = row.required("standaloneUpw").flag();
            String tier = row.optional("tier").in(tiers, "is not a tier, such as B2");
            if (Boolean.TRUE.equals(standaloneUpw)) {
                if (orderType != null && !upwOrderTypes.contains(orderType))
                    row.reject("standaloneUpw", "is true, but the order type cannot carry unpaid work");
                if (tier != null && !tier.endsWith("0"))
                    row.reject("tier", "must have change 0: an order of unpaid work alone");
            }
            return new Object[] {
                key.crn(),
                key.eventNumber(),
                region,
                pdu,
                row.required("teamCode").in(teams, "is not a team"),
                row.optional("practitionerStaffNumber")
                        .matching(STAFF_NUMBER, "must be 4 to 12 capital letters and digits"),
                orderType,
                start,
                end,
                row.required("legacyOrganisation").in(LEGACY_ORGANISATIONS, "must be CRC or NPS"),
                standaloneUpw,
                row.optional("roshLevel").in(RiskOfSeriousHarm.CODES, "must be " + RiskOfSeriousHarm.CHOICES),
                tier,
                row.optional("mappaLevel").in(MAPPA_LEVELS, "must be M1, M2 or M3"),
                row.required("limitedAccess").flag(),
                row.required("version").integer(1, 999_999_999)
            };
        }
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "crn",
                "belongs to",
                "SELECT s.line, s.crn, NULLIF(t.region_code, s.region_code) " + KNOWN
                        + "WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
        contradictions.report(
                badRows,
                "version",
                "goes back: version %s is known already",
                "SELECT s.line, s.version, t.version " + KNOWN + "WHERE s.version < t.version",
                Map.of());
        contradictions.report(
                badRows,
                "version",
                "is known already with other content; a changed case needs a higher version",
                "SELECT s.line, s.version, '' " + KNOWN + "WHERE s.version = t.version AND " + DIFFERS,
                Map.of());
        contradictions.report(
                badRows,
                "practitionerStaffNumber",
                "is not a member of staff: the practitioner of a limited-access case sees it, so import the file 'staff' first",
                """
        SELECT s.line, s.practitioner_staff_number, '' FROM staged_case s
        WHERE s.limited_access AND s.practitioner_staff_number IS NOT NULL AND s.practitioner_staff_number NOT IN (SELECT staff_number FROM workforce_staff_view)""",
                Map.of());
        Map<String, Object> leading = LimitingAccess.leading(importer);
        contradictions.report(
                badRows,
                "limitedAccess",
                "is changed by the data lead of %s alone",
                "SELECT s.line, IF(s.limited_access, 'true', 'false'), t.region_code " + KNOWN
                        + "WHERE s.limited_access <> t.limited_access AND s.version > t.version AND NOT "
                        + LimitingAccess.isLed("t.region_code"),
                leading);
        contradictions.report(
                badRows,
                "limitedAccess",
                "limits the person, which the data lead of %s alone does",
                """
        SELECT s.line, 'true', MIN(t.region_code) FROM staged_case s JOIN probation_case t ON t.crn = s.crn
        WHERE s.limited_access AND s.region_code IN (:own) AND s.crn NOT IN (SELECT crn FROM limited_person)
          AND NOT EXISTS (SELECT 1 FROM probation_case e WHERE e.crn = s.crn AND e.event_number = s.event_number) AND NOT %s
        GROUP BY s.line""".formatted(LimitingAccess.isLed("t.region_code")),
                with(leading, "own", known.regionsOf(importer, ROLE)));
        contradictions.report(
                badRows,
                "practitionerStaffNumber",
                "is your own: nobody can give themself access to a limited-access case",
                "SELECT s.line, s.practitioner_staff_number, '' FROM staged_case s WHERE s.limited_access AND s.practitioner_staff_number = :importer",
                Map.of("importer", importer.userName()));
        holdUnitsOfMovingCases();
        contradictions.report(
                badRows, "regionCode", "cannot change: the queue is frozen by handover %s", """
        SELECT DISTINCT s.line, s.region_code, COALESCE(h.plan_row_id, q.handover_id) FROM staged_case s
        JOIN probation_case t ON t.crn = s.crn AND t.event_number = s.event_number AND t.region_code <> s.region_code
        JOIN case_service cs ON cs.case_id = t.id AND cs.open_mark = 1
        JOIN handover_frozen_queue_view q ON q.unfrozen_at IS NULL AND q.unit_code = cs.unit_code AND q.service_code = cs.service_code AND q.region_code IN (t.region_code, s.region_code)
        LEFT JOIN handover_plan_row_view h ON h.handover_id = q.handover_id""", Map.of());
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    @Override
    public Taken take(Colleague importer) {
        List<Long> limitChanged = jdbc.sql(
                        "SELECT t.id " + KNOWN + "WHERE s.version > t.version AND s.limited_access <> t.limited_access")
                .query(Long.class)
                .list();
        List<String> limited = jdbc.sql(
                        "SELECT DISTINCT s.crn FROM staged_case s WHERE s.limited_access AND s.crn NOT IN (SELECT crn FROM limited_person)")
                .query(String.class)
                .list();
        noteChangedFacts();
        changes.ofCases(importer);
        moveServicesToNewRegions();
        int changed = jdbc.sql("""
        UPDATE probation_case t JOIN staged_case s ON s.crn = t.crn AND s.event_number = t.event_number
        SET t.region_code = s.region_code, t.pdu_name = s.pdu_name, t.team_code = s.team_code, t.practitioner_staff_number = s.practitioner_staff_number,
          t.order_type_code = s.order_type_code, t.start_date = s.start_date, t.expected_end_date = s.expected_end_date, t.legacy_organisation = s.legacy_organisation,
          t.standalone_upw = s.standalone_upw, t.rosh_level = s.rosh_level, t.tier = s.tier, t.mappa_level = s.mappa_level, t.limited_access = s.limited_access,
          t.version = s.version
        WHERE s.version > t.version
        """).update();
        int added = jdbc.sql("""
        INSERT INTO probation_case (crn, event_number, version, %1$s)
        SELECT s.crn, s.event_number, s.version, %2$s
        FROM staged_case s LEFT JOIN probation_case t ON t.crn = s.crn AND t.event_number = s.event_number WHERE t.id IS NULL ORDER BY s.line
        """.formatted(ATTRIBUTES, "s." + ATTRIBUTES.replaceAll(",\\s+", ", s.")))
                .update();
        limiting.record(limitChanged, importer);
        limiting.mask(limited);
        return new Taken(added, changed);
    }

    private void noteChangedFacts() {
        facts.note("""
        SELECT f.fact AS fact, CONCAT('case/', t.id) AS about,
          CASE f.fact WHEN 'CASE_REGION' THEN t.region_code WHEN 'PRACTITIONER' THEN t.practitioner_staff_number ELSE CONCAT_WS(' ', t.rosh_level, t.mappa_level) END AS value_before,
          CASE f.fact WHEN 'CASE_REGION' THEN s.region_code WHEN 'PRACTITIONER' THEN s.practitioner_staff_number ELSE CONCAT_WS(' ', s.rosh_level, s.mappa_level) END AS value_after,
          :occasion, :now
        """ + KNOWN + """
        JOIN (SELECT 'CASE_REGION' AS fact UNION ALL SELECT 'PRACTITIONER' UNION ALL SELECT 'RISK') f
        WHERE s.version > t.version AND t.ended_on IS NULL
          AND CASE f.fact WHEN 'CASE_REGION' THEN t.region_code <> s.region_code
            WHEN 'PRACTITIONER' THEN NOT (t.practitioner_staff_number <=> s.practitioner_staff_number)
            ELSE NOT (t.rosh_level <=> s.rosh_level AND t.mappa_level <=> s.mappa_level) END""");
    }

    /** Freezing a queue locks its unit, so a freeze waits until the file is imported. */
    private void holdUnitsOfMovingCases() {
        jdbc.sql(
                        "SELECT code FROM unit WHERE code IN (SELECT cs.unit_code " + KNOWN
                                + "JOIN case_service cs ON cs.case_id = t.id AND cs.open_mark = 1 WHERE t.region_code <> s.region_code) ORDER BY code LOCK IN SHARE MODE")
                .query(String.class)
                .list();
    }

    private void moveServicesToNewRegions() {
        LocalDateTime now = Utc.of(clock.instant());
        String moving = KNOWN
                + "JOIN case_service cs ON cs.case_id = t.id WHERE t.region_code <> s.region_code AND cs.region_code = t.region_code AND ";
        List<Long> open = jdbc.sql("SELECT cs.id " + moving + "cs.open_mark = 1 FOR UPDATE")
                .query(Long.class)
                .list();
        if (open.isEmpty()) return;
        jdbc.sql("UPDATE case_service SET responsible_until = :now WHERE id IN (:open)")
                .param("now", now)
                .param("open", open)
                .update();
        jdbc.sql("""
        INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed)
        SELECT cs.case_id, cs.service_code, cs.unit_code, s.region_code, :now, cs.work_in_progress, cs.last_changed
        """ + moving + "cs.id IN (:open)")
                .param("now", now)
                .param("open", open)
                .update();
    }
}

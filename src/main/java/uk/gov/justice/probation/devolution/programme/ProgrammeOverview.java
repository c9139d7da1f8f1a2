package uk.gov.justice.probation.devolution.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.programme.ProgrammeReport.RegionReport;

/** The state of the programme: what was launched, and what remains in the plan. */
@Service
@Transactional(readOnly = true)
public class ProgrammeOverview {

    /** The state of a region of the plan: its latest launch, the parts of which are null before the first. */
    public record RegionStanding(
            CodeAndName region,
            Long programmeId,
            String state,
            LocalDate baseDate,
            LocalDate backstop,
            String processInstanceKey) {
        public boolean running() {
            return "RUNNING".equals(state);
        }
    }

    /** A row of the plan in one region, with the plan's own dates. */
    public record PlannedRow(String id, String regionCode, CodeAndName service, LocalDate windowStart, LocalDate due) {}

    private final HandoverOverview handovers;
    private final JdbcClient jdbc;

    ProgrammeOverview(HandoverOverview handovers, JdbcClient jdbc) {
        this.handovers = handovers;
        this.jdbc = jdbc;
    }

    /** Every region in the plan, in the order in which the plan first names them. */
    public List<RegionStanding> regions() {
        List<String> codes =
                plan().stream().map(PlannedRow::regionCode).distinct().toList();
        if (codes.isEmpty()) return List.of();
        Map<String, RegionStanding> standings = jdbc
                .sql("""
            SELECT r.code, r.name, rp.programme_id, rp.state, p.base_date, rp.backstop, rp.process_instance_key
            FROM region r LEFT JOIN regional_programme rp ON rp.id = (SELECT MAX(latest.id) FROM regional_programme latest WHERE latest.region_code = r.code)
              LEFT JOIN programme p ON p.id = rp.programme_id
            WHERE r.code IN (:codes)
            """)
                .param("codes", codes)
                .query((row, n) -> new RegionStanding(
                        new CodeAndName(row.getString("code"), row.getString("name")),
                        row.getObject("programme_id", Long.class),
                        row.getString("state"),
                        row.getObject("base_date", LocalDate.class),
                        row.getObject("backstop", LocalDate.class),
                        row.getString("process_instance_key")))
                .list()
                .stream()
                .collect(Collectors.toMap(standing -> standing.region().code(), standing -> standing));
        return codes.stream().map(standings::get).filter(Objects::nonNull).toList();
    }

    /** The plan's rows in order, one for each region that a row names. */
    public List<PlannedRow> plan() {
        return jdbc.sql("""
            SELECT p.id, p.regions, p.service, COALESCE(n.name, p.service) AS service_name, p.window_start, p.due
            FROM plan_row p LEFT JOIN plan_service_name n ON n.code = p.service ORDER BY p.position
            """).query((row, n) -> planned(row)).list().stream()
                .flatMap(List::stream)
                .toList();
    }

    public Optional<ProgrammeReport> find(long id) {
        Map<String, List<HandoverReport>> rows = handovers.ofLaunch(id).stream()
                .collect(Collectors.groupingBy(handover -> handover.region().code()));
        List<RegionReport> regions = jdbc.sql("""
            SELECT r.code, r.name, rp.state, rp.backstop, rp.closed_at, rp.process_instance_key
            FROM regional_programme rp JOIN region r ON r.code = rp.region_code WHERE rp.programme_id = ? ORDER BY rp.id
            """)
                .param(id)
                .query((row, n) -> new RegionReport(
                        new CodeAndName(row.getString("code"), row.getString("name")),
                        row.getString("state"),
                        row.getObject("backstop", LocalDate.class),
                        Utc.instant(row, "closed_at"),
                        row.getString("process_instance_key"),
                        rows.getOrDefault(row.getString("code"), List.of())))
                .list();
        return jdbc.sql("SELECT base_date, shift_days, launched_by, launched_at FROM programme WHERE id = ?")
                .param(id)
                .query((row, n) -> new ProgrammeReport(
                        id,
                        row.getObject("base_date", LocalDate.class),
                        row.getInt("shift_days"),
                        row.getString("launched_by"),
                        Utc.instant(row, "launched_at"),
                        regions))
                .optional();
    }

    private static List<PlannedRow> planned(ResultSet row) throws SQLException {
        String id = row.getString("id");
        CodeAndName service = new CodeAndName(row.getString("service"), row.getString("service_name"));
        LocalDate start = row.getObject("window_start", LocalDate.class);
        LocalDate due = row.getObject("due", LocalDate.class);
        return PlanQuery.split(row.getString("regions")).stream()
                .map(region -> new PlannedRow(id, region, service, start, due))
                .toList();
    }
}

package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Lists the appeals of a region, for those who decide appeals and for regional HR. */
@Service
public class AppealsOverview {

    /** One appeal in the list. */
    public record Line(
            long id,
            String personName,
            String regionName,
            String title,
            AppealState state,
            boolean inTime,
            LocalDateTime lodgedAt) {}

    /** @param total number of appeals, of which {@code waiting} are open */
    public record Listed(List<Line> lines, int total, int waiting) {

        /** For each appeal, what tasks about it are recorded for. */
        public List<String> subjects() {
            return lines.stream().map(line -> Appeal.subject(line.id())).toList();
        }
    }

    private record Row(
            long id,
            String staffNumber,
            String regionName,
            String title,
            AppealState state,
            boolean inTime,
            LocalDateTime lodgedAt) {
        Line line(StaffMember person) {
            return new Line(id, person.inFull(), regionName, title, state, inTime, lodgedAt);
        }
    }

    private static final String OF_REGIONS = """
      FROM appeal a JOIN consultation_member_view m ON m.id = a.member_id JOIN consultation_title_view c ON c.id = a.consultation_id JOIN region r ON r.code = c.region_code
      WHERE LOWER(r.code) IN (:regions)
      """;

    private final StaffDirectory staff;
    private final JdbcClient jdbc;

    AppealsOverview(StaffDirectory staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Whether the colleague has a part in the appeals of any region. */
    public boolean hasPart(Colleague colleague) {
        return !regions(colleague).isEmpty();
    }

    /**
     * The appeals of the colleague's regions, open ones first.
     *
     * @throws NotAllowedException if they have no part in any
     */
    @Transactional(readOnly = true)
    public Listed list(Colleague by, int limit, int offset) {
        Set<String> regions = regions(by);
        if (regions.isEmpty())
            throw new NotAllowedException(
                    "Only those who decide about appeals, and regional HR, can see them. You are signed in as %s."
                            .formatted(by.userName()));
        List<Row> rows = jdbc.sql(
                        "SELECT a.id, m.staff_number, r.name AS region_name, c.title, a.state, a.in_time, a.lodged_at "
                                + OF_REGIONS + "ORDER BY a.open_mark IS NULL, a.id LIMIT :limit OFFSET :offset")
                .param("regions", regions)
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
        Map<String, StaffMember> people = staff
                .all(rows.stream().map(Row::staffNumber).toList())
                .stream()
                .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
        List<Line> lines = rows.stream()
                .map(row -> row.line(people.get(row.staffNumber())))
                .toList();
        return jdbc.sql("SELECT COUNT(*), COUNT(a.open_mark) " + OF_REGIONS)
                .param("regions", regions)
                .query((row, n) -> new Listed(lines, row.getInt(1), row.getInt(2)))
                .single();
    }

    /** The PSC Service Owner, who can act for everybody elsewhere, has no part in appeals. */
    private static Set<String> regions(Colleague colleague) {
        return colleague
                .taskGroups()
                .filter(group -> ReadingAppeals.roles().anyMatch(group.role()::equals))
                .map(TaskGroup::slug)
                .collect(Collectors.toSet());
    }
}

package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.handover.AnsweringGates.Progress;

/**
 * The team that takes over the work: the to-unit's team of the kind that does the service. Members not yet briefed on
 * the same service have to be briefed, and a Probation Services Officer (PSO) of the team must be cleared by vetting.
 * If an officer's vetting was refused, the officer does not count if HR has released the post, and is replaced by
 * another officer if HR has chosen one.
 */
@Service
class ReceivingTeamQuery {

    record Member(String staffNumber, String displayName) {}

    private static final String TEAMS = """
      SELECT t.code FROM team t JOIN service v ON v.team_kind = t.kind JOIN plan_service ps ON ps.service_code = v.code
      WHERE t.unit_code = :unit AND ps.plan_service_code = :service""";
    /**
     * The members of the team; {@code :unit} and {@code :service} are the handover's, {@code :refused} is the policy's.
     */
    static final String MEMBERS = """
      FROM workforce_staff_view s WHERE (
        s.team_code IN (%1$s) AND NOT (s.vetting_status = :refused AND s.staff_number IN (SELECT staff_number FROM refused_post))
        OR s.staff_number IN (
          SELECT r.replaced_by FROM refused_post r JOIN workforce_staff_view refused ON refused.staff_number = r.staff_number
          WHERE refused.vetting_status = :refused AND s.vetting_status <> :refused AND refused.team_code IN (%1$s)))
      """.formatted(TEAMS);

    private final JdbcClient jdbc;

    ReceivingTeamQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String name(Handover handover) {
        return String.join(
                " and ",
                jdbc.sql("""
            SELECT DISTINCT t.name FROM team t JOIN service v ON v.team_kind = t.kind JOIN plan_service ps ON ps.service_code = v.code
            WHERE t.unit_code = :unit AND ps.plan_service_code = :service ORDER BY t.name
            """)
                        .param("unit", handover.toUnit())
                        .param("service", handover.service())
                        .query(String.class)
                        .list());
    }

    int toBrief(Handover handover) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_briefing WHERE handover_id = ? AND briefed_on IS NULL")
                .param(handover.id())
                .query(Integer.class)
                .single();
    }

    Progress progress(Handover handover) {
        return jdbc.sql("SELECT COUNT(*), COUNT(briefed_on) FROM handover_briefing WHERE handover_id = ?")
                .param(handover.id())
                .query((row, n) -> new Progress(row.getInt(1), row.getInt(2)))
                .single();
    }

    boolean areToBeBriefed(Handover handover, List<String> staffNumbers) {
        if (staffNumbers.isEmpty()) return true;
        int known = jdbc.sql(
                        "SELECT COUNT(*) FROM handover_briefing WHERE handover_id = :handover AND staff_number IN (:staff)")
                .param("handover", handover.id())
                .param("staff", staffNumbers)
                .query(Integer.class)
                .single();
        return known == Set.copyOf(staffNumbers).size();
    }

    List<Member> stillToBrief(Handover handover) {
        return jdbc.sql("""
            SELECT s.staff_number, s.display_name FROM handover_briefing b JOIN workforce_staff_view s ON s.staff_number = b.staff_number
            WHERE b.handover_id = ? AND b.briefed_on IS NULL ORDER BY s.display_name, s.staff_number
            """)
                .param(handover.id())
                .query((row, n) -> new Member(row.getString("staff_number"), row.getString("display_name")))
                .list();
    }

    /** Full-time equivalents in post, rounded down, because half a colleague does not cover a whole post. */
    int headcount(Handover handover) {
        return of(handover, "SELECT COALESCE(FLOOR(SUM(s.fte_percent) / 100), 0) " + MEMBERS)
                .query(Integer.class)
                .single();
    }

    /** How many full-time colleagues the cases in scope require, each service by its own measure. */
    int headcountRequired(Handover handover) {
        return jdbc.sql("""
            SELECT COALESCE(CEIL(SUM(held.cases / held.cases_per_member)), 0) FROM (
              SELECT COUNT(*) AS cases, v.cases_per_member FROM handover_item i
              JOIN caseload_service_view cs ON cs.id = i.case_service_id JOIN service v ON v.code = cs.service_code
              WHERE i.handover_id = ? GROUP BY v.code, v.cases_per_member) held
            """).param(handover.id()).query(Integer.class).single();
    }

    /** Officers not cleared, read with a lock, so that a clearance is either seen here or finds the officer waiting. */
    List<String> waitingForVetting(Handover handover) {
        return of(
                        handover,
                        "SELECT s.staff_number " + MEMBERS
                                + " AND s.grade = :officer AND s.vetting_status IN (:blocking) ORDER BY s.staff_number FOR UPDATE")
                .param("officer", VettingPolicy.OFFICER)
                .param("blocking", VettingPolicy.BLOCKING)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec of(Handover handover, String sql) {
        return jdbc.sql(sql)
                .param("unit", handover.toUnit())
                .param("service", handover.service())
                .param("refused", VettingPolicy.REFUSED);
    }
}

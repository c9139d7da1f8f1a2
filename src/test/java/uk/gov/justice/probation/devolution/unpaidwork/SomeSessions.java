package uk.gov.justice.probation.devolution.unpaidwork;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;

/** Orders at work, projects and sessions for tests. */
public final class SomeSessions {
    private final JdbcClient jdbc;
    private final Given given;
    private final SomeCases cases;
    private int next = 1;

    public SomeSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
        this.cases = new SomeCases(jdbc);
    }

    /** A project of the North West that runs from 09:00 to 16:00 on these days. */
    public String project(String code, String type, String days, LocalDate ends) {
        given.aProject(code).type(type).days(days).ends(ends).save();
        return code;
    }

    /** An order of a North West case that works on the project every week. */
    public long order(
            String project, int minutesOrdered, int minutesCredited, LocalDate sentenced, LocalDate firstSession) {
        cases.held(1, "NW", "REGION_NW", "UPW_ORDERS", "CRC", false);
        long caseId =
                jdbc.sql("SELECT MAX(id) FROM probation_case").query(Long.class).single();
        return given.anOrder(caseId, "R" + next++)
                .ordered(minutesOrdered)
                .credited(minutesCredited)
                .sentenced(sentenced)
                .imported(sentenced)
                .status("WK")
                .state("SESSIONS")
                .project(project)
                .frequency("WEEKLY")
                .firstSession(firstSession)
                .save();
    }

    /** A session from 09:00 to 16:00 that is planned. */
    public long session(long order, String project, LocalDate on) {
        return session(order, project, on, LocalTime.of(9, 0), LocalTime.of(16, 0));
    }

    public long session(long order, String project, LocalDate on, LocalTime start, LocalTime end) {
        return given.aSession(order, project, on)
                .reference("N-%d-%s-%s".formatted(order, on, start))
                .between(start, end)
                .save();
    }

    public void limited(long order) {
        given.theCaseOf(order).limitedAccess().practitioner("P0001").save();
    }

    /** Gives somebody access to the order's case. */
    public void granted(long order, String userName) {
        given.access(caseOf(order), userName);
    }

    public long caseOf(long order) {
        return jdbc.sql("SELECT case_id FROM upw_order WHERE id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }
}

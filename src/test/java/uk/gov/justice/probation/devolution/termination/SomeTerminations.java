package uk.gov.justice.probation.devolution.termination;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;

/**
 * Cases with the data that terminations look at. By default a case is in the North West, which does its own
 * terminations, on a community order that ends today.
 */
public final class SomeTerminations {
    private final JdbcClient jdbc;
    private final Given given;
    private int next = 1;

    public SomeTerminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
    }

    public long endingCase(LocalDate expectedEnd) {
        return aCase("X%06d".formatted(next), 1, "201", expectedEnd);
    }

    /** @param orderType 201 is a community order, CUS a licence */
    public long aCase(String crn, int eventNumber, String orderType, LocalDate expectedEnd) {
        next++;
        long id = given.aCase(crn)
                .event(eventNumber)
                .practitioner("NW00001")
                .orderType(orderType)
                .expectedToEnd(expectedEnd)
                .legacy("NPS")
                .rosh("RMRH")
                .tier("B2")
                .save();
        given.aService(id, "TERMINATIONS").save();
        return id;
    }

    /** Sets which unit does the case's terminations. */
    public void heldBy(long caseId, String unit) {
        boolean held = jdbc.sql("SELECT COUNT(*) FROM case_service WHERE case_id = ? AND service_code = 'TERMINATIONS'")
                        .param(caseId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (held) given.theServiceGoingOn(caseId, "TERMINATIONS").until(MORNING).save();
        given.aService(caseId, "TERMINATIONS").unit(unit).save();
    }

    /** An unpaid work order of 6,000 minutes. */
    public long order(long caseId, String state, int minutesCredited) {
        return given.anOrder(caseId, "R" + caseId)
                .credited(minutesCredited)
                .sentenced(LocalDate.of(2021, 1, 4))
                .imported(LocalDate.of(2021, 1, 4))
                .status("WK")
                .state(state)
                .save();
    }

    public long component(long caseId, String kind, String reference, LocalDate startedOn) {
        return given.aComponent(caseId, kind, reference, startedOn).save();
    }

    public void session(long order, String reference, LocalDate on, String state) {
        boolean park = jdbc.sql("SELECT COUNT(*) FROM upw_project WHERE code = 'P1'")
                        .query(Integer.class)
                        .single()
                > 0;
        if (!park) given.aProject("P1").named("Park").days("MON").places(5).save();
        given.aSession(order, "P1", on).reference(reference).state(state).save();
    }

    /** Enforcement of the failure in that session. */
    public void enforcement(String sessionReference, String state) {
        given.anEnforcement(jdbc.sql("SELECT id FROM upw_session WHERE session_reference = ?")
                        .param(sessionReference)
                        .query(Long.class)
                        .single())
                .state(state)
                .save();
    }

    public String crn(long caseId) {
        return jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** The latest termination of the case. */
    public long termination(long caseId) {
        return jdbc.sql("SELECT MAX(id) FROM termination WHERE case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    public int terminations(long caseId) {
        return jdbc.sql("SELECT COUNT(*) FROM termination WHERE case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    public List<String> blockers(long terminationId) {
        return jdbc.sql("SELECT text FROM termination_blocker WHERE termination_id = ? ORDER BY kind, reference")
                .param(terminationId)
                .query(String.class)
                .list();
    }

    /** A handover that freezes the terminations of a unit for the North West. @return its id */
    public long frozen(String unit) {
        given.aFrozenQueue(77, unit, "TERMINATIONS").save();
        return 77;
    }

    public void released() {
        given.allFrozenQueues().unfrozen().signed().save();
    }
}

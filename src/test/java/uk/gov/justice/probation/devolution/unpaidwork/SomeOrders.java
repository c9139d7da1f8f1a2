package uk.gov.justice.probation.devolution.unpaidwork;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;

/**
 * Imported orders that have not started, and projects they can go to, for tests. A test changes only what it is about.
 */
public final class SomeOrders {
    private final JdbcClient jdbc;
    private final Given given;
    private final SomeCases cases;
    private int next = 1;

    public SomeOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
        this.cases = new SomeCases(jdbc);
    }

    /** 100 hours ordered a month ago, none worked, for a medium-risk case held by the North West. */
    public long order() {
        return order("REGION_NW");
    }

    public long order(String unit) {
        cases.held(1, "NW", unit, "UPW_ORDERS", "CRC", false);
        long caseId =
                jdbc.sql("SELECT MAX(id) FROM probation_case").query(Long.class).single();
        given.theCase(caseId).rosh("RMRH").save();
        return given.anOrder(caseId, "R" + next++).livesIn("L3").save();
    }

    /** A group project near Liverpool, every day from 09:00 to 16:00, ten places, for every risk. */
    public String project(String code) {
        given.aProject(code)
                .inPdu("North Liverpool")
                .at(53.4, -2.99)
                .places(10)
                .allows("RVHR RHRH RMRH RLRH")
                .save();
        return code;
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

    public long session(long order, String project, LocalDate on) {
        return given.aSession(order, project, on).save();
    }

    /** A handover freezes the queue of the order's unit, or releases it. */
    public void frozen(String unit, boolean frozen) {
        if (frozen) given.aFrozenQueue(7, unit, "UPW_ORDERS").save();
        else given.theFrozenQueues(7).unfrozen().save();
    }
}

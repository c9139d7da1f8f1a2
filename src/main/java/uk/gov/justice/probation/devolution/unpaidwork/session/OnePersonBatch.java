package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction at a time look at the hours of a person who has several orders and take some of them. Lock the
 * orders and sessions first, and projects afterwards.
 */
@Component
class OnePersonBatch {
    private final JdbcClient jdbc;

    OnePersonBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether anybody among them has several orders */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(Collection<Long> orderIds) {
        List<String> people =
                jdbc.sql("""
            SELECT DISTINCT me.crn FROM upw_order mine FORCE INDEX (PRIMARY) STRAIGHT_JOIN caseload_case_view me ON me.id = mine.case_id
            STRAIGHT_JOIN caseload_case_view c ON c.crn = me.crn STRAIGHT_JOIN upw_order o ON o.case_id = c.id AND o.id <> mine.id
            WHERE mine.id IN (:orders) ORDER BY me.crn
            """).param("orders", orderIds).query(String.class).list();
        if (people.isEmpty()) return false;
        jdbc.sql("INSERT INTO upw_person (crn) VALUES "
                        + String.join(", ", Collections.nCopies(people.size(), "(?)"))
                        + " ON DUPLICATE KEY UPDATE crn = upw_person.crn")
                .params(people)
                .update();
        return true;
    }
}

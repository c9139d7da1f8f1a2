package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursOfPerson;
import uk.gov.justice.probation.devolution.unpaidwork.order.SubType;

/** Which people have more unpaid work to do than can be ordered at a time, and since when that is known. */
@Component
class HoursOfPeopleBatch {

    /** @param minutes by all their orders that have not ended */
    record TooMuch(String crn, int minutes) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    HoursOfPeopleBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of whom it has become true; of the others it is forgotten, so that it can become true again. */
    List<TooMuch> found() {
        List<TooMuch> all = jdbc.sql("""
            SELECT c.crn, SUM(o.minutes_ordered) AS minutes FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id
            WHERE o.state NOT IN ('COMPLETE', 'COURT', 'STOPPED') AND o.minutes_credited < o.minutes_ordered AND o.sub_type_code <> :concurrent AND c.ended_on IS NULL
            GROUP BY c.crn HAVING SUM(o.minutes_ordered) > :most ORDER BY c.crn
            """)
                .param("concurrent", SubType.CONCURRENT)
                .param("most", HoursOfPerson.MOST)
                .query(TooMuch.class)
                .list();
        Set<String> known = jdbc.sql("SELECT crn FROM upw_person WHERE hours_over_since IS NOT NULL")
                .query(String.class)
                .set();
        List<TooMuch> found =
                all.stream().filter(one -> !known.contains(one.crn())).toList();
        all.forEach(one -> known.remove(one.crn()));
        if (!known.isEmpty())
            jdbc.sql("UPDATE upw_person SET hours_over_since = NULL WHERE crn IN (:crns)")
                    .param("crns", known)
                    .update();
        if (!found.isEmpty()) note(found);
        return found;
    }

    private void note(List<TooMuch> found) {
        LocalDateTime now = Utc.of(clock.instant());
        List<Object> values = new ArrayList<>();
        found.forEach(one -> Collections.addAll(values, one.crn(), now));
        jdbc.sql("INSERT INTO upw_person (crn, hours_over_since) VALUES "
                        + String.join(", ", Collections.nCopies(found.size(), "(?, ?)"))
                        + " ON DUPLICATE KEY UPDATE hours_over_since = VALUES(hours_over_since)")
                .params(values)
                .update();
    }
}

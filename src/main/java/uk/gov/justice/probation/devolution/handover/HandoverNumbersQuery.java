package uk.gov.justice.probation.devolution.handover;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts the handovers of each region's latest launch. */
@Component
class HandoverNumbersQuery implements CountsForOperators {
    private static final String LATEST =
            "FROM handover h WHERE h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code) ";

    private static final List<String> ENDED = Arrays.stream(HandoverState.values())
            .filter(HandoverState::ended)
            .map(HandoverState::name)
            .toList();

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    HandoverNumbersQuery(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    @Override
    public void count(Tally tally) {
        jdbc.sql("SELECT h.state, COUNT(*) " + LATEST + "GROUP BY h.state").query(row -> {
            tally.add(WatchedNumber.HANDOVERS, row.getString(1), row.getLong(2));
        });
        jdbc.sql(
                        "SELECT h.region_code, COALESCE(SUM(h.due < :today AND h.transferred_at IS NULL AND h.state NOT IN (:ended)), 0) "
                                + LATEST + "GROUP BY h.region_code")
                .param("today", deadlines.today())
                .param("ended", ENDED)
                .query(row -> {
                    tally.add(WatchedNumber.HANDOVERS_LATE, row.getString(1), row.getLong(2));
                });
    }
}

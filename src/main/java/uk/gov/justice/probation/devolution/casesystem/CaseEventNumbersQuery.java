package uk.gov.justice.probation.devolution.casesystem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts the events that the case system has not taken yet. */
@Component
class CaseEventNumbersQuery implements CountsForOperators {
    private final JdbcClient jdbc;

    CaseEventNumbersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(Tally tally) {
        jdbc.sql("SELECT COUNT(*), COALESCE(SUM(attempts > 0), 0) FROM case_system_event WHERE delivered_at IS NULL")
                .query(row -> {
                    tally.add(WatchedNumber.CASE_EVENTS_WAITING, "", row.getLong(1));
                    tally.add(WatchedNumber.CASE_EVENTS_FAILING, "", row.getLong(2));
                });
    }
}

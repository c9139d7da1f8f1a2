package uk.gov.justice.probation.devolution.telling;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts emails about what waits for somebody. */
@Component
class EmailNumbersQuery implements CountsForOperators {
    private final JdbcClient jdbc;

    EmailNumbersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(Tally tally) {
        for (NoticeState state : NoticeState.values()) tally.add(WatchedNumber.EMAILS, state.name(), 0);
        jdbc.sql("SELECT state, COUNT(*) FROM telling_notice GROUP BY state").query(row -> {
            tally.add(WatchedNumber.EMAILS, row.getString(1), row.getLong(2));
        });
    }
}

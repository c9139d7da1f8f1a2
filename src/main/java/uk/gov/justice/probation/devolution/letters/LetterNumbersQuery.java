package uk.gov.justice.probation.devolution.letters;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts letters that are still to be sent, or posted. */
@Component
class LetterNumbersQuery implements CountsForOperators {
    private final JdbcClient jdbc;

    LetterNumbersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(Tally tally) {
        for (LetterState state : LetterState.values()) tally.add(WatchedNumber.LETTERS, state.name(), 0);
        jdbc.sql("SELECT state, COUNT(*) FROM letter GROUP BY state").query(row -> {
            tally.add(WatchedNumber.LETTERS, row.getString(1), row.getLong(2));
        });
        jdbc.sql("""
            SELECT region_code, COUNT(*) FROM case_letter WHERE posted_at IS NULL AND withdrawn_at IS NULL GROUP BY region_code
            """).query(row -> {
            tally.add(WatchedNumber.CASE_LETTERS_TO_POST, row.getString(1), row.getLong(2));
        });
    }
}

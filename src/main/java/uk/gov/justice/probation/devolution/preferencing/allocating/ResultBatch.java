package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.Placed;

/** Saves everybody's result of a run at once. */
@Component
class ResultBatch {
    private static final int BATCH = 1000;

    private final JdbcTemplate batches;

    ResultBatch(JdbcTemplate batches) {
        this.batches = batches;
    }

    /**
     * @param forbiddenSince whose place the rules forbid since closing
     * @param reasons of each result, as JSON; null if none are stored
     */
    void keep(long runId, List<Placed> results, Set<String> forbiddenSince, Function<Placed, String> reasons) {
        batches.batchUpdate(
                "INSERT INTO allocation_result (run_id, member_id, option_id, choice_rank, ranked, lottery, reasons, forbidden_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                results,
                BATCH,
                (row, placed) -> {
                    row.setLong(1, runId);
                    row.setLong(2, Long.parseLong(placed.person()));
                    if (placed.option() == null) row.setNull(3, Types.BIGINT);
                    else row.setLong(3, Long.parseLong(placed.option()));
                    row.setInt(4, placed.rank());
                    row.setBoolean(5, placed.ranked());
                    row.setInt(6, placed.lottery());
                    row.setString(7, reasons.apply(placed));
                    row.setBoolean(8, forbiddenSince.contains(placed.person()));
                });
    }
}

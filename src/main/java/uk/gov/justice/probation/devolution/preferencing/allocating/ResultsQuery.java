package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's results of a run, and how runs differ. */
@Component
class ResultsQuery {
    private final Explanations explanations;
    private final JdbcClient jdbc;

    ResultsQuery(Explanations explanations, JdbcClient jdbc) {
        this.explanations = explanations;
        this.jdbc = jdbc;
    }

    /** Ordered by lottery position. */
    List<Result> of(long runId) {
        return jdbc.sql("SELECT * FROM allocation_result WHERE run_id = ? ORDER BY lottery")
                .param(runId)
                .query(this::result)
                .list();
    }

    /**
     * How many people each what-if run would give a different place (or none), compared with the official run. By run
     * id; runs that change nothing are left out.
     */
    Map<Long, Integer> changesTo(Run official) {
        Map<Long, Integer> changes = new HashMap<>();
        jdbc.sql("""
            SELECT w.run_id, COUNT(*) FROM allocation_run r JOIN allocation_result w ON w.run_id = r.id
              JOIN allocation_result o ON o.run_id = ? AND o.member_id = w.member_id
            WHERE r.consultation_id = ? AND r.kind = 'WHAT_IF' AND NOT (o.option_id <=> w.option_id) GROUP BY w.run_id
            """).params(official.id(), official.consultationId()).query(row -> {
            changes.put(row.getLong(1), row.getInt(2));
        });
        return changes;
    }

    private Result result(ResultSet row, int n) throws SQLException {
        String reasons = row.getString("reasons");
        return new Result(
                row.getLong("member_id"),
                row.getObject("option_id", Long.class),
                row.getInt("choice_rank"),
                row.getBoolean("ranked"),
                row.getInt("lottery"),
                row.getBoolean("forbidden_since"),
                reasons == null ? List.of() : explanations.sentences(reasons));
    }
}

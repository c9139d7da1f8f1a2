package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Placed;
import uk.gov.justice.probation.devolution.allocation.Reasons;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run.Kind;

/** Computed allocations with all that went into them and came out of them; none is ever changed. */
@Service
public class Runs {
  private static final int BATCH = 1000;

  /** An allocation that is to be kept. @param names of the options by their ids */
  record Computed(
      long consultationId, Kind kind, String name, int mobilityLimitMinutes, String extraPlaces, AllocationRequest request, Allocation allocation, Reasons reasons, long computedInMs,
      String runBy) {}

  private final Explanations explanations;
  private final ObjectMapper json;
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  Runs(Explanations explanations, ObjectMapper json, JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.explanations = explanations;
    this.json = json;
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** The run that the panel works on; empty before the allocation. */
  public Optional<Run> official(long consultationId) {
    return jdbc.sql("SELECT * FROM allocation_run WHERE consultation_id = ? AND official_mark = 1").param(consultationId).query(Runs::run).optional();
  }

  /** What was tried, the first first. */
  public List<Run> whatIfs(long consultationId) {
    return jdbc.sql("SELECT * FROM allocation_run WHERE consultation_id = ? AND kind = 'WHAT_IF' ORDER BY id").param(consultationId).query(Runs::run).list();
  }

  /** How many people each what-if run would give another place, or none, than the official one; by run id, without those that change nothing. */
  public Map<Long, Integer> changesTo(Run official) {
    Map<Long, Integer> changes = new HashMap<>();
    jdbc.sql("""
            SELECT w.run_id, COUNT(*) FROM allocation_run r JOIN allocation_result w ON w.run_id = r.id
              JOIN allocation_result o ON o.run_id = ? AND o.member_id = w.member_id
            WHERE r.consultation_id = ? AND r.kind = 'WHAT_IF' AND NOT (o.option_id <=> w.option_id) GROUP BY w.run_id
            """)
        .params(official.id(), official.consultationId())
        .query(row -> {
          changes.put(row.getLong(1), row.getInt(2));
        });
    return changes;
  }

  /** In the order of the lottery. */
  public List<Result> results(long runId) {
    return jdbc.sql("SELECT * FROM allocation_result WHERE run_id = ? ORDER BY lottery").param(runId).query(this::result).list();
  }

  public Optional<Result> result(long runId, long memberId) {
    return jdbc.sql("SELECT * FROM allocation_result WHERE run_id = ? AND member_id = ?").params(runId, memberId).query(this::result).optional();
  }

  /** All that went into a run, as JSON. */
  public String requestJson(long runId) {
    return jdbc.sql("SELECT request FROM allocation_run WHERE id = ?").param(runId).query(String.class).single();
  }

  /** All that went into a run, so that it can be computed again. */
  AllocationRequest request(long runId) {
    try {
      return json.readValue(requestJson(runId), RecordedRequest.class).request();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The request of run %d cannot be read".formatted(runId), e);
    }
  }

  /** Keeps a run with everybody's result. @return its id */
  @Transactional(propagation = Propagation.MANDATORY)
  public long keep(Computed computed) {
    Allocation allocation = computed.allocation();
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
            INSERT INTO allocation_run (consultation_id, kind, name, objective, mobility_limit_minutes, extra_places, seed, people, places, unplaced, by_rank, unranked,
              computed_in_ms, run_by, run_at, request)
            VALUES (:consultation, :kind, :name, :objective, :limit, :extra, :seed, :people, :places, :unplaced, :byRank, :unranked, :ms, :by, :now, :request)
            """)
        .param("consultation", computed.consultationId()).param("kind", computed.kind().name()).param("name", computed.name())
        .param("objective", allocation.objective().name()).param("limit", computed.mobilityLimitMinutes()).param("extra", computed.extraPlaces())
        .param("seed", allocation.seed()).param("people", allocation.placed().size())
        .param("places", computed.request().places().stream().mapToInt(Place::places).sum()).param("unplaced", allocation.score().unplaced())
        .param("byRank", allocation.score().byRank().stream().map(String::valueOf).collect(Collectors.joining(",")))
        .param("unranked", allocation.placed().stream().filter(placed -> placed.option() != null && !placed.ranked()).count())
        .param("ms", computed.computedInMs()).param("by", computed.runBy()).param("now", Utc.of(clock.instant()))
        .param("request", written(RecordedRequest.of(computed.request())))
        .update(key);
    long id = key.getKey().longValue();
    batches.batchUpdate("INSERT INTO allocation_result (run_id, member_id, option_id, choice_rank, ranked, lottery, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)",
        allocation.placed(), BATCH, (row, placed) -> {
          row.setLong(1, id);
          row.setLong(2, Long.parseLong(placed.person()));
          if (placed.option() == null) row.setNull(3, Types.BIGINT);
          else row.setLong(3, Long.parseLong(placed.option()));
          row.setInt(4, placed.rank());
          row.setBoolean(5, placed.ranked());
          row.setInt(6, placed.lottery());
          row.setString(7, computed.kind() == Kind.OFFICIAL ? reasons(computed, placed) : null);
        });
    return id;
  }

  private String reasons(Computed computed, Placed placed) {
    return written(computed.reasons().paragraphs(placed));
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A run cannot be written as JSON", e);
    }
  }

  private static Run run(ResultSet row, int n) throws SQLException {
    String byRank = row.getString("by_rank");
    return new Run(
        row.getLong("id"), row.getLong("consultation_id"), Kind.valueOf(row.getString("kind")), row.getString("name"), Objective.valueOf(row.getString("objective")),
        row.getInt("mobility_limit_minutes"), row.getString("extra_places"), row.getLong("seed"), row.getInt("people"), row.getInt("places"), row.getInt("unplaced"),
        byRank.isEmpty() ? List.of() : Arrays.stream(byRank.split(",")).map(Integer::valueOf).toList(), row.getInt("unranked"), row.getLong("computed_in_ms"),
        row.getString("run_by"), Utc.instant(row, "run_at"));
  }

  private Result result(ResultSet row, int n) throws SQLException {
    String reasons = row.getString("reasons");
    return new Result(
        row.getLong("member_id"), row.getObject("option_id", Long.class), row.getInt("choice_rank"), row.getBoolean("ranked"), row.getInt("lottery"),
        reasons == null ? List.of() : explanations.sentences(reasons));
  }
}

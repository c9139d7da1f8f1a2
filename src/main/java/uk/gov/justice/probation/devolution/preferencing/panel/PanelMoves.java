package uk.gov.justice.probation.devolution.preferencing.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** What the panel works on, and what it has changed. */
@Service
public class PanelMoves {

  /** One person's place on the panel's table; {@code lookedAtBy} is null until the panel has decided about them. */
  public record Seat(long memberId, Long optionId, String lookedAtBy, Instant lookedAt) {}

  /** A change of the panel; {@code swappedWith} is the member who got the place that was left, or null. Its reason is among the confidential records. */
  public record Move(long id, long memberId, Long fromOption, Long toOption, Long swappedWith, String effect, String movedBy, Instant movedAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  PanelMoves(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Everybody who takes part, by member id; empty before the panel begins. */
  public Map<Long, Seat> seats(long consultationId) {
    Map<Long, Seat> seats = new HashMap<>();
    jdbc.sql("SELECT p.* FROM panel_place p JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1 WHERE p.consultation_id = ?")
        .param(consultationId)
        .query(row -> {
          seats.put(row.getLong("member_id"),
              new Seat(row.getLong("member_id"), row.getObject("option_id", Long.class), row.getString("looked_at_by"), Utc.instant(row, "looked_at")));
        });
    return seats;
  }

  /** The first first. */
  public List<Move> of(long consultationId) {
    return jdbc.sql("SELECT * FROM panel_move WHERE consultation_id = ? ORDER BY id").param(consultationId).query(PanelMoves::move).list();
  }

  /** The moves that gave this person another place, or changed it with theirs. */
  public List<Move> concerning(long memberId) {
    return jdbc.sql("SELECT * FROM panel_move WHERE member_id = ? UNION SELECT * FROM panel_move WHERE swapped_with = ? ORDER BY id")
        .params(memberId, memberId).query(PanelMoves::move).list();
  }

  /** Puts the result of the allocation on the panel's table; whoever is there already keeps their seat. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lay(long consultationId, long runId) {
    jdbc.sql("""
            INSERT INTO panel_place (member_id, consultation_id, option_id)
            SELECT m.id, m.consultation_id, s.option_id FROM cohort_member m LEFT JOIN allocation_result s ON s.member_id = m.id AND s.run_id = :run
            WHERE m.consultation_id = :consultation AND m.active_mark = 1 AND NOT EXISTS (SELECT 1 FROM panel_place p WHERE p.member_id = m.id)
            """)
        .param("run", runId).param("consultation", consultationId).update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void seat(long memberId, Long optionId, String by) {
    jdbc.sql("UPDATE panel_place SET option_id = ?, looked_at_by = ?, looked_at = ? WHERE member_id = ?").params(optionId, by, Utc.of(clock.instant()), memberId).update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public int lookedAt(long consultationId, List<Long> memberIds, String by) {
    if (memberIds.isEmpty()) return 0;
    return jdbc.sql("UPDATE panel_place SET looked_at_by = :by, looked_at = :now WHERE consultation_id = :consultation AND member_id IN (:members)")
        .param("by", by).param("now", Utc.of(clock.instant())).param("consultation", consultationId).param("members", memberIds).update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(long consultationId, long memberId, Long from, long to, Long swappedWith, String effect, long reasonId, String by) {
    jdbc.sql("""
            INSERT INTO panel_move (consultation_id, member_id, from_option, to_option, swapped_with, effect, reason_id, moved_by, moved_at)
            VALUES (:consultation, :member, :from, :to, :swapped, :effect, :reason, :by, :now)
            """)
        .param("consultation", consultationId).param("member", memberId).param("from", from).param("to", to).param("swapped", swappedWith)
        .param("effect", effect).param("reason", reasonId).param("by", by).param("now", Utc.of(clock.instant()))
        .update();
    jdbc.sql("UPDATE preference_round SET panel_version = panel_version + 1 WHERE consultation_id = ?").param(consultationId).update();
  }

  private static Move move(ResultSet row, int n) throws SQLException {
    return new Move(
        row.getLong("id"), row.getLong("member_id"), row.getObject("from_option", Long.class), row.getObject("to_option", Long.class),
        row.getObject("swapped_with", Long.class), row.getString("effect"), row.getString("moved_by"), Utc.instant(row, "moved_at"));
  }
}

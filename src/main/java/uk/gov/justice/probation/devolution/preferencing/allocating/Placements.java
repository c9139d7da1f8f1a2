package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.refusal.Taken;

/** The place each person has, from the panel's confirmation on. What is left of an option's places is the vacancy list that appeals draw on. */
@Service
public class Placements {

  private static final String SELECT = "SELECT p.member_id, p.option_id, p.run_id, p.source, p.confirmed_at, p.started_on, p.moved_at FROM placement p ";

  private final Options options;
  private final JdbcClient jdbc;
  private final Clock clock;

  Placements(Options options, JdbcClient jdbc, Clock clock) {
    this.options = options;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Empty until the panel has confirmed. */
  public Optional<Placement> of(long memberId) {
    return jdbc.sql(SELECT + "WHERE p.member_id = ?").param(memberId).query(Placements::placement).optional();
  }

  /** Of everybody who still takes part, in the order of their ids. */
  public List<Placement> ofConsultation(long consultationId) {
    return jdbc.sql(SELECT + "JOIN cohort_member m ON m.id = p.member_id WHERE m.consultation_id = ? AND m.active_mark = 1 ORDER BY p.member_id")
        .param(consultationId).query(Placements::placement).list();
  }

  /** How many places each option has left, by option id. Somebody who has left holds none. */
  public Map<Long, Integer> freePlaces(long consultationId) {
    Map<Long, Integer> free = new LinkedHashMap<>();
    jdbc.sql("""
            SELECT o.id, o.places - COUNT(m.id) FROM preference_option o
              LEFT JOIN placement p ON p.option_id = o.id LEFT JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1
            WHERE o.consultation_id = ? GROUP BY o.id, o.places ORDER BY o.id
            """)
        .param(consultationId)
        .query(row -> {
          free.put(row.getLong(1), row.getInt(2));
        });
    return free;
  }

  /** Holds the consultation's places until the transaction ends, so that those who give them out follow one another. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(long consultationId) {
    jdbc.sql("SELECT consultation_id FROM preference_round WHERE consultation_id = ? FOR UPDATE").param(consultationId).query(Long.class).single();
  }

  /**
   * Gives somebody a place, in exchange for the one they have. Whoever else gives out places of the same consultation waits until the transaction ends.
   *
   * @throws Taken where the option is full
   */
  @Transactional
  public void place(long memberId, long optionId, Source source) {
    lock(consultationOf(optionId));
    int others = jdbc.sql("""
            SELECT COUNT(*) FROM placement p JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1 WHERE p.option_id = ? AND p.member_id <> ?
            LOCK IN SHARE MODE
            """)
        .params(optionId, memberId).query(Integer.class).single();
    Option option = options.get(optionId);
    if (others >= option.places()) throw full(option);
    give(memberId, optionId, source);
  }

  /**
   * As {@link #place}, for several people at once, who may exchange places.
   *
   * @throws Taken where an option would have more people than places; then nobody is moved
   */
  @Transactional
  public void rearrange(long consultationId, Map<Long, Long> optionByMember, Source source) {
    lock(consultationId);
    optionByMember.forEach((memberId, optionId) -> give(memberId, optionId, source));
    freePlaces(consultationId).forEach((optionId, free) -> {
      if (free < 0) throw full(options.get(optionId));
    });
  }

  private void give(long memberId, long optionId, Source source) {
    jdbc.sql("""
            INSERT INTO placement (member_id, option_id, source, confirmed_at) VALUES (:member, :option, :source, :now)
            ON DUPLICATE KEY UPDATE option_id = :option, source = :source, confirmed_at = :now
            """)
        .param("member", memberId).param("option", optionId).param("source", source.name()).param("now", Utc.of(clock.instant()))
        .update();
  }

  private long consultationOf(long optionId) {
    return jdbc.sql("SELECT consultation_id FROM preference_option WHERE id = ?").param(optionId).query(Long.class).single();
  }

  private static Placement placement(ResultSet row, int n) throws SQLException {
    return new Placement(
        row.getLong("member_id"), row.getObject("option_id", Long.class), row.getObject("run_id", Long.class), Source.valueOf(row.getString("source")),
        Utc.instant(row, "confirmed_at"), row.getObject("started_on", LocalDate.class), Utc.instant(row, "moved_at"));
  }

  private static Taken full(Option option) {
    return new Taken("%s has no place left".formatted(option.name()));
  }
}

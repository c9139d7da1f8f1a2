package uk.gov.justice.probation.devolution.preferencing.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** The rounds of preferencing, and until when each person can answer. */
@Service
public class Rounds {
  private static final String SELECT = "SELECT * FROM preference_round WHERE consultation_id = ?";
  private static final String DATES = """
      SELECT r.closes_at, a.closes_at AS asked_until, m.extended_to
      FROM cohort_member m JOIN preference_round r ON r.consultation_id = m.consultation_id LEFT JOIN preference_asking a ON a.member_id = m.id
      """;

  private final Deadlines deadlines;
  private final JdbcClient jdbc;

  Rounds(Deadlines deadlines, JdbcClient jdbc) {
    this.deadlines = deadlines;
    this.jdbc = jdbc;
  }

  /** Empty before the options are published. */
  public Optional<Round> find(long consultationId) {
    return jdbc.sql(SELECT).param(consultationId).query(Rounds::round).optional();
  }

  /** @throws CannotSucceedException before the options are published */
  public Round get(long consultationId) {
    return find(consultationId).orElseThrow(() -> notPublished(consultationId));
  }

  /** The round, held until the transaction ends: answers, the allocation, the panel and whoever gives out places follow one another. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Round lock(long consultationId) {
    return jdbc.sql(SELECT + " FOR UPDATE").param(consultationId).query(Rounds::round).optional().orElseThrow(() -> notPublished(consultationId));
  }

  /** Keeps the round as it is until the transaction ends; any number of people at once may do so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Round share(long consultationId) {
    return jdbc.sql(SELECT + " LOCK IN SHARE MODE").param(consultationId).query(Rounds::round).optional().orElseThrow(() -> notPublished(consultationId));
  }

  /** Whether the places are allocated: from then on nobody's answer changes anything. */
  public boolean allocated(long consultationId) {
    return jdbc.sql("SELECT COUNT(*) FROM allocation_run WHERE consultation_id = ? AND official_mark = 1").param(consultationId).query(Integer.class).single() > 0;
  }

  /** Until when this person can answer: with everybody, or later where their dates are extended or they joined later. */
  public Instant closesFor(long memberId) {
    return jdbc.sql(DATES + "WHERE m.id = ?").param(memberId).query(this::latest).single();
  }

  /** When the last of those who take part can answer. */
  public Instant lastClosing(long consultationId) {
    return jdbc.sql(DATES + "WHERE m.consultation_id = ? AND m.active_mark = 1").param(consultationId).query(this::latest).stream()
        .max(Comparator.naturalOrder()).orElseGet(() -> get(consultationId).closesAt());
  }

  /** The moment the day ends for work. */
  public Instant endOf(LocalDate date) {
    return OffsetDateTime.parse(deadlines.endOf(date)).toInstant();
  }

  private Instant latest(ResultSet row, int n) throws SQLException {
    LocalDate extendedTo = row.getObject("extended_to", LocalDate.class);
    return Stream.of(Optional.of(Utc.instant(row, "closes_at")), Optional.ofNullable(Utc.instant(row, "asked_until")), Optional.ofNullable(extendedTo).map(this::endOf))
        .flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static CannotSucceedException notPublished(long consultationId) {
    return new CannotSucceedException("The options of consultation %d are not published. Let its process go through the step that publishes them".formatted(consultationId));
  }

  private static Round round(ResultSet row, int n) throws SQLException {
    return new Round(
        row.getLong("consultation_id"), Utc.instant(row, "published_at"), Utc.instant(row, "closes_at"), Utc.instant(row, "closed_at"), row.getLong("seed"),
        row.getString("seed_sha256"), row.getInt("panel_version"), Utc.instant(row, "confirmed_at"));
  }
}

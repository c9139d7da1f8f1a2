package uk.gov.justice.probation.devolution.preferencing.round;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/**
 * Opens a consultation's round: what is vacant in its region becomes what is offered, and the lottery's seed is drawn before anybody has answered. A site whose lease has ended
 * is never offered.
 */
@Service
public class PublishingOptions {

  public record Published(int options, int places, Instant closesAt) {}

  private static final int BATCH = 500;

  private final Consultations consultations;
  private final Vacancies vacancies;
  private final Options options;
  private final Rounds rounds;
  private final Deadlines deadlines;
  private final PreferencingSettings settings;
  private final AuditTrail audit;
  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PublishingOptions(Consultations consultations, Vacancies vacancies, Options options, Rounds rounds, Deadlines deadlines, PreferencingSettings settings, AuditTrail audit,
      JdbcTemplate batches, JdbcClient jdbc, Clock clock) {
    this.consultations = consultations;
    this.vacancies = vacancies;
    this.options = options;
    this.rounds = rounds;
    this.deadlines = deadlines;
    this.settings = settings;
    this.audit = audit;
    this.batches = batches;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Publishes once; a second call returns what is published.
   *
   * @throws CannotSucceedException where the individual stage is not open, or the region has no vacancy to offer
   */
  @Transactional
  public Published publish(long consultationId) {
    consultations.lock(consultationId);
    return rounds.find(consultationId).map(this::published).orElseGet(() -> open(consultations.mustBeIndividual(consultationId)));
  }

  private Published open(Consultations.Facts consultation) {
    List<Vacancy> vacant = vacancies.of(consultation.regionCode());
    if (vacant.isEmpty()) {
      throw new CannotSucceedException(("%s has no vacancy to offer, so nobody can be asked for preferences in '%s'. Import its vacancies (file vacancies; sites whose lease has "
          + "ended do not count), then retry this step").formatted(consultation.regionName(), consultation.title()));
    }
    Instant closesAt = closingOf(consultation);
    long seed = random.nextLong();
    jdbc.sql("INSERT INTO preference_round (consultation_id, published_at, closes_at, seed, seed_sha256) VALUES (?, ?, ?, ?, ?)")
        .params(consultation.id(), Utc.of(clock.instant()), Utc.of(closesAt), seed, sha256(seed)).update();
    batches.batchUpdate("""
        INSERT INTO preference_option (consultation_id, site_code, site_name, role_code, role_name, grade_code, places, tasks) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, vacant, BATCH, (row, vacancy) -> {
      row.setLong(1, consultation.id());
      row.setString(2, vacancy.siteCode());
      row.setString(3, vacancy.siteName());
      row.setString(4, vacancy.role());
      row.setString(5, vacancy.roleName());
      row.setString(6, vacancy.grade());
      row.setInt(7, vacancy.places());
      row.setString(8, String.join("|", vacancy.tasks()));
    });
    consultations.preferencesCloseAt(consultation.id(), closesAt);
    consultations.moveTo(consultation.id(), ConsultationState.PREFERENCES);
    Published published = published(rounds.get(consultation.id()));
    audit.record("system", "OPTIONS_PUBLISHED", consultation.subject(), consultation.regionCode(),
        Map.of("options", published.options(), "places", published.places(), "closesAt", closesAt.toString(), "seedSha256", sha256(seed)));
    return published;
  }

  private Published published(Round round) {
    List<Option> offered = options.all(round.consultationId());
    return new Published(offered.size(), offered.stream().mapToInt(Option::places).sum(), round.closesAt());
  }

  private Instant closingOf(Consultations.Facts consultation) {
    Instant now = clock.instant();
    if (settings.closeWithin() != null) return now.plus(settings.closeWithin());
    Instant wanted = consultation.preferencesCloseAt();
    return wanted != null && wanted.isAfter(now) ? wanted : rounds.endOf(deadlines.workingDaysFrom(deadlines.today(), settings.closeAfter()));
  }

  /** Of the seed's eight bytes, highest first. */
  static String sha256(long seed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ByteBuffer.allocate(Long.BYTES).putLong(seed).array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

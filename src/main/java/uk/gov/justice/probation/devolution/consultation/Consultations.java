package uk.gov.justice.probation.devolution.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** The consultations: what each is about and where it stands. */
@Service
public class Consultations {
  static final String SELECT = """
      SELECT c.id, c.region_code, r.name AS region_name, c.unit_code, c.grades, c.title, c.state, c.objective, c.max_choices, c.mobility_limit_minutes, c.launched_at,
        c.individual_stage_at, c.preferences_close_at, c.appeals_close_at, c.closed_at, c.process_instance_key
      FROM consultation c JOIN region r ON r.code = c.region_code
      """;

  /**
   * A consultation.
   *
   * @param unitCode the unit whose staff are consulted; null: every unit of the region
   * @param grades the grades consulted; empty: all
   * @param objective GREEDY, GENEROUS or BALANCED
   * @param individualStageAt when steps with single people became possible; null before
   * @param preferencesCloseAt null until HR or the default has set it
   */
  public record Facts(
      long id, String regionCode, String regionName, String unitCode, List<String> grades, String title, ConsultationState state, String objective, int maxChoices,
      int mobilityLimitMinutes, Instant launchedAt, Instant individualStageAt, Instant preferencesCloseAt, Instant appealsCloseAt, Instant closedAt,
      Long processInstanceKey) {

    public String regionSlug() {
      return regionCode.toLowerCase(Locale.ROOT);
    }

    /** What audit entries and confidential records are about. */
    public String subject() {
      return Consultations.subject(id);
    }

    public boolean isIndividual() {
      return individualStageAt != null;
    }
  }

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Consultations(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** {@code consultation/12}. */
  public static String subject(long id) {
    return "consultation/" + id;
  }

  /** @throws CannotSucceedException where there is no such consultation */
  public Facts get(long id) {
    return find(id).orElseThrow(() -> new CannotSucceedException(
        "There is no consultation %d in the database. Check that the engine and the database belong together".formatted(id)));
  }

  public Optional<Facts> find(long id) {
    return jdbc.sql(SELECT + "WHERE c.id = ?").param(id).query((row, n) -> facts(row)).optional();
  }

  /** The consultation, held until the transaction ends, so that two deliveries of the same step follow one another. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Facts lock(long id) {
    jdbc.sql("SELECT id FROM consultation WHERE id = ? FOR UPDATE").param(id).query(Long.class).optional();
    return get(id);
  }

  /** The newest first. */
  public List<Facts> all() {
    return jdbc.sql(SELECT + "ORDER BY c.id DESC").query((row, n) -> facts(row)).list();
  }

  /** Goes on to this state; a consultation that stands there already or has gone beyond it stays where it is, but for a return to the panel. */
  @Transactional
  public void moveTo(long id, ConsultationState next) {
    if (!lock(id).state().leadsTo(next)) return;
    jdbc.sql("UPDATE consultation SET state = ?, version = version + 1 WHERE id = ?").params(next.name(), id).update();
    if (next == ConsultationState.PREFERENCES) announceThoseNotListed(id);
  }

  /** Who joined after the one-to-ones were listed and before the preferences began is announced again: nobody waited for the first announcement any more. */
  private void announceThoseNotListed(long id) {
    jdbc.sql("SELECT id FROM cohort_member WHERE consultation_id = ? AND active_mark = 1 AND one_to_one_begun IS NULL ORDER BY id").param(id).query(Long.class).list()
        .forEach(memberId -> events.publishEvent(new StaffJoined(id, memberId)));
  }

  @Transactional
  public void preferencesCloseAt(long id, Instant at) {
    jdbc.sql("UPDATE consultation SET preferences_close_at = ?, version = version + 1 WHERE id = ?").params(Utc.of(at), id).update();
  }

  @Transactional
  public void appealsCloseAt(long id, Instant at) {
    jdbc.sql("UPDATE consultation SET appeals_close_at = ?, version = version + 1 WHERE id = ?").params(Utc.of(at), id).update();
  }

  /**
   * Every step with a single person asks this first.
   *
   * @throws BeforeIndividualStageException where the individual stage has not been opened
   */
  public Facts mustBeIndividual(long id) {
    Facts facts = get(id);
    if (!facts.isIndividual()) throw new BeforeIndividualStageException(facts.title());
    return facts;
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getLong("id"), row.getString("region_code"), row.getString("region_name"), row.getString("unit_code"), listed(row.getString("grades")), row.getString("title"),
        ConsultationState.valueOf(row.getString("state")), row.getString("objective"), row.getInt("max_choices"), row.getInt("mobility_limit_minutes"),
        Utc.instant(row, "launched_at"), Utc.instant(row, "individual_stage_at"), Utc.instant(row, "preferences_close_at"), Utc.instant(row, "appeals_close_at"), Utc.instant(row, "closed_at"),
        row.getObject("process_instance_key", Long.class));
  }

  private static List<String> listed(String grades) {
    return grades.isEmpty() ? List.of() : List.of(grades.split("\\|"));
  }
}

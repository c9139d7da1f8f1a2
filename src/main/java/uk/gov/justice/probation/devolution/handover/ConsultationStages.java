package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.handover.GateAnswers.Answer;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Which regions' staff consultation has reached its individual stage (gate CONSULTATION: no individual step before union feedback is in). */
@Service
public class ConsultationStages {

  /** {@code reachedAt} and {@code recordedBy} are null while the stage has not been reached. */
  public record Stage(String regionCode, String regionName, LocalDateTime reachedAt, String recordedBy) {}

  private static final Duration KEPT = Duration.ofDays(365);

  private final HandoverRepository handovers;
  private final GateAnswers answers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  ConsultationStages(HandoverRepository handovers, GateAnswers answers, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.handovers = handovers;
    this.answers = answers;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Recording it again changes nothing.
   *
   * @return how many handovers waited for it
   * @throws AccessDeniedException where the colleague is not HR of the region
   */
  @Transactional
  public int reached(String regionCode, Colleague by) {
    if (!by.holds("hr", regionCode)) throw new AccessDeniedException("Only HR of %s may record its consultation stage".formatted(regionCode));
    int recorded = jdbc.sql("INSERT IGNORE INTO consultation_stage (region_code, reached_at, recorded_by) VALUES (?, ?, ?)")
        .params(regionCode, Utc.of(clock.instant()), by.userName())
        .update();
    if (recorded == 0) return 0;
    audit.record(by.userName(), "CONSULTATION_INDIVIDUAL_STAGE_REACHED", "region/" + regionCode, regionCode, Map.of());
    List<Long> waiting = waiting(regionCode);
    for (long handoverId : waiting) {
      answerGate(handovers.lock(handoverId), by.userName());
      events.publishEvent(new EngineMessage(
          "consultation.individualStageReached", Long.toString(handoverId), "consultation-" + handoverId, Map.of("consultationReached", true), KEPT));
    }
    return waiting.size();
  }

  @Transactional(readOnly = true)
  public List<Stage> all() {
    return jdbc.sql("""
            SELECT r.code, r.name, c.reached_at, c.recorded_by FROM region r LEFT JOIN consultation_stage c ON c.region_code = r.code
            WHERE r.code IN (SELECT region_code FROM pdu) ORDER BY r.name
            """)
        .query((row, n) -> new Stage(row.getString("code"), row.getString("name"), row.getObject("reached_at", LocalDateTime.class), row.getString("recorded_by")))
        .list();
  }

  @Transactional
  public boolean check(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    boolean reached = reached(handover.regionCode());
    if (reached) answerGate(handover, "system");
    return reached;
  }

  boolean reached(String regionCode) {
    return jdbc.sql("SELECT COUNT(*) FROM consultation_stage WHERE region_code = ?").param(regionCode).query(Integer.class).single() > 0;
  }

  private void answerGate(Handover handover, String by) {
    answers.put(handover, Answer.of(Gate.CONSULTATION, true, "Individual stage reached"), by);
  }

  private List<Long> waiting(String regionCode) {
    return jdbc.sql("SELECT id FROM handover WHERE region_code = ? AND gates LIKE '%CONSULTATION%' AND closed_at IS NULL").param(regionCode).query(Long.class).list();
  }
}

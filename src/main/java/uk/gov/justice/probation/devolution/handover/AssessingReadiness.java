package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.GateAnswers.Answer;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

/** Plans when readiness is assessed, and collects the facts the decision table {@code handover-readiness} decides on. */
@Service
public class AssessingReadiness {

  /** @param assessOn the gates are open until then; {@code remindOn} may lie in the past */
  public record Plan(List<Gate> openGates, LocalDate plannedDate, LocalDate assessOn, LocalDate remindOn) {}

  /** The inputs of {@code handover-readiness.dmn}, by its names. */
  public record Facts(
      String service, List<Gate> gates, int vettingOutstanding, int briefedPercent, boolean eqipReferenceRecorded, int headcountRequired, int headcountInPost,
      boolean trainingComplete, boolean consultationReached, boolean leaseEnded, boolean teamHasBase) {}

  private final ReadinessRules rules;
  private final HandoverRepository handovers;
  private final ReceivingTeams teams;
  private final GateAnswers answers;
  private final ConsultationStages consultations;
  private final HandoverSettings settings;
  private final Deadlines deadlines;
  private final JdbcClient jdbc;

  AssessingReadiness(ReadinessRules rules, HandoverRepository handovers, ReceivingTeams teams, GateAnswers answers, ConsultationStages consultations, HandoverSettings settings,
      Deadlines deadlines, JdbcClient jdbc) {
    this.rules = rules;
    this.handovers = handovers;
    this.teams = teams;
    this.answers = answers;
    this.consultations = consultations;
    this.settings = settings;
    this.deadlines = deadlines;
    this.jdbc = jdbc;
  }

  /** Opens the gates that are not met; those met in an earlier round stay so. */
  @Transactional
  public Plan plan(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    handover.enters(HandoverState.GATES);
    LocalDate beforePlanned = deadlines.workingDaysFrom(handover.plannedDate(), -settings.readinessBefore());
    LocalDate atLeast = deadlines.workingDaysFrom(deadlines.today(), settings.gatesAtLeast());
    LocalDate assessOn = beforePlanned.isAfter(atLeast) ? beforePlanned : atLeast;
    return new Plan(answers.open(handover), handover.plannedDate(), assessOn, deadlines.workingDaysFrom(handover.plannedDate(), -settings.reminderBefore()));
  }

  @Transactional
  public Facts collect(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    handover.enters(HandoverState.DECISION);
    Facts facts = facts(handover);
    int waiting = facts.vettingOutstanding();
    if (handover.gates().contains(Gate.VETTING) && answers.to(handover, Gate.VETTING).map(Answer::actual).filter(known -> known == waiting).isEmpty()) {
      answers.put(handover, new Answer(Gate.VETTING, waiting == 0, "%d outstanding".formatted(waiting), 0, waiting), "system");
    }
    return facts;
  }

  /** The readiness of this moment, as the process asks it of the same table: what a decision is taken on is read from our own records, never from what comes with the answer. */
  Readiness assess(Handover handover) {
    return rules.apply(facts(handover));
  }

  private Facts facts(Handover handover) {
    List<String> awaitingVetting = teams.waitingForVetting(handover);
    int confirmed = answers.to(handover, Gate.RECRUITMENT).map(Answer::actual).orElseGet(() -> teams.headcount(handover));
    return new Facts(
        handover.service(), handover.gates(), awaitingVetting.size(), teams.progress(handover).percent(), answers.met(handover, Gate.EQIP), teams.headcountRequired(handover),
        confirmed, answers.met(handover, Gate.TRAINING_OASYS), consultations.reached(handover.regionCode()), leaseEnded(handover), teamHasBase(handover));
  }

  private boolean leaseEnded(Handover handover) {
    return jdbc.sql("SELECT COUNT(*) FROM unit u JOIN lease l ON l.site_code = u.site_code WHERE u.code IN (:units) AND l.ends_on < :today")
        .param("units", handover.fromUnits())
        .param("today", deadlines.today())
        .query(Integer.class)
        .single() > 0;
  }

  /** Every team of the from-units has a base, physical or virtual, whose own lease has not ended: team, site and lease are three things (programme, fact 1). */
  private boolean teamHasBase(Handover handover) {
    return jdbc.sql("""
            SELECT COUNT(*) FROM team t LEFT JOIN lease l ON l.site_code = t.base_site
            WHERE t.unit_code IN (:units) AND (t.base_site IS NULL OR l.ends_on < :today)
            """)
        .param("units", handover.fromUnits())
        .param("today", deadlines.today())
        .query(Integer.class)
        .single() == 0;
  }
}

package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.GateAnswers.Answer;

/** What people and records answer to the gates of a handover. Percentages and counts are computed, never typed; every answer goes into the audit. */
@Service
public class AnsweringGates {

  /** A colleague of the receiving team who is still to be briefed: shown in that task's own scope only. */
  public record ToBrief(String staffNumber, String displayName) {}

  /** How many are to be briefed in all, and how many were. */
  public record Progress(int all, int briefed) {

    /** Whole percent; 100 where nobody has to be briefed. */
    public int percent() {
      return all == 0 ? EVERYBODY : EVERYBODY * briefed / all;
    }
  }

  public record Headcount(int required, int inPost) {}

  private static final int EVERYBODY = 100;
  private static final EnteredDay BRIEFED_ON = EnteredDay.required("the day of the briefing", DayRule.happened());
  private static final EnteredDay PUBLISHED_ON = EnteredDay.required("the day on which the process was published", DayRule.happened());

  private final HandoverRepository handovers;
  private final ReceivingTeams teams;
  private final GateAnswers answers;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  AnsweringGates(HandoverRepository handovers, ReceivingTeams teams, GateAnswers answers, Deadlines deadlines, AuditTrail audit, JdbcClient jdbc) {
    this.handovers = handovers;
    this.teams = teams;
    this.answers = answers;
    this.deadlines = deadlines;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<ToBrief> staffToBrief(long handoverId) {
    return teams.stillToBrief(handovers.get(handoverId)).stream().map(member -> new ToBrief(member.staffNumber(), member.displayName())).toList();
  }

  @Transactional(readOnly = true)
  public Progress briefing(long handoverId) {
    return teams.progress(handovers.get(handoverId));
  }

  /**
   * @return the percentage of the roster that has been briefed now
   * @throws uk.gov.justice.probation.devolution.calendar.DateRefusedException where they cannot have been briefed on that day
   */
  @Transactional
  public int briefed(long handoverId, List<String> staffNumbers, LocalDate on, String whyNobody, TaskAnswer by) {
    Handover handover = handovers.lock(handoverId);
    if (!staffNumbers.isEmpty()) BRIEFED_ON.mustHold(on, deadlines);
    for (String staffNumber : staffNumbers) {
      jdbc.sql("UPDATE handover_briefing SET briefed_on = ? WHERE handover_id = ? AND staff_number = ? AND briefed_on IS NULL")
          .params(on, handoverId, staffNumber)
          .update();
    }
    int percent = teams.progress(handover).percent();
    answer(handover, Answer.of(Gate.BRIEFING, percent == EVERYBODY, "%d %% briefed".formatted(percent)), by,
        Map.of("staffNumbers", staffNumbers, "on", on, "whyNobody", whyNobody == null ? "" : whyNobody));
    return percent;
  }

  /** @param reference where the region's standard process is found on EQIP */
  @Transactional
  public void publishedOnEqip(long handoverId, String reference, LocalDate on, TaskAnswer by) {
    PUBLISHED_ON.mustHold(on, deadlines);
    answer(handovers.lock(handoverId), Answer.of(Gate.EQIP, true, reference), by, Map.of("reference", reference, "publishedOn", on));
  }

  @Transactional
  public void trained(long handoverId, boolean complete, String note, TaskAnswer by) {
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("complete", complete));
    if (note != null) facts.put("note", note);
    answer(handovers.lock(handoverId), Answer.of(Gate.TRAINING_OASYS, complete, complete ? "Complete" : "Not complete"), by, facts);
  }

  @Transactional(readOnly = true)
  public Headcount headcount(long handoverId) {
    Handover handover = handovers.get(handoverId);
    return new Headcount(teams.headcountRequired(handover), teams.headcount(handover));
  }

  /** @param confirmed full-time equivalents that HR confirms for the receiving team at the planned date */
  @Transactional
  public void recruited(long handoverId, int confirmed, String note, TaskAnswer by) {
    Handover handover = handovers.lock(handoverId);
    int required = teams.headcountRequired(handover);
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("required", required, "confirmed", confirmed, "inRecords", teams.headcount(handover)));
    if (note != null) facts.put("note", note);
    answer(handover, new Answer(Gate.RECRUITMENT, confirmed >= required, "%d of %d".formatted(confirmed, required), required, confirmed), by, facts);
  }

  private void answer(Handover handover, Answer answer, TaskAnswer by, Map<String, ?> facts) {
    answers.put(handover, answer, by.by());
    audit.recordOnce("gate-" + by.taskInstance(), by.by(), "GATE_" + answer.gate(), handover.subject(), handover.regionCode(), facts);
  }
}

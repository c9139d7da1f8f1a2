package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.ConsultingUnions.Asked;
import uk.gov.justice.probation.devolution.consultation.ConsultingUnions.Decided;
import uk.gov.justice.probation.devolution.consultation.ConsultingUnions.Union;
import uk.gov.justice.probation.devolution.consultation.Duty;

/** The automated steps of {@code staff-consultation} in which the unions are heard. */
@Component
public class UnionWorkers {
  private final ConsultingUnions unions;
  private final TaskAnswers answers;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;

  UnionWorkers(ConsultingUnions unions, TaskAnswers answers, Deadlines deadlines, ConsultationSettings settings) {
    this.unions = unions;
    this.answers = answers;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record UnionsAsked(
      List<Union> unions, String unionCloseAt, String unionsStopAt, String unionCloseText, String unionRemindAt, String responseDueAt, String decisionRefused) {}

  @JobWorker(type = "consultation.openUnionConsultation")
  public UnionsAsked openUnionConsultation(@Variable long consultationId, @Variable Duty duty) {
    return asked(unions.open(consultationId, duty), null);
  }

  @JobWorker(type = "consultation.recordUnionFeedback")
  public void recordUnionFeedback(@Variable long consultationId, @Variable Union union, @Variable(optional = true) String feedback, ActivatedJob listener) {
    unions.recordFeedback(consultationId, union.code(), feedback, answers.of(listener));
  }

  @JobWorker(type = "consultation.remindUnions")
  public void remindUnions(@Variable long consultationId) {
    unions.remind(consultationId);
  }

  record MissingListed(List<Union> missingUnions, String missingText, String taskDueAt) {}

  @JobWorker(type = "consultation.listMissingFeedback")
  public MissingListed listMissingFeedback(@Variable long consultationId) {
    List<Union> missing = unions.missing(consultationId);
    return new MissingListed(missing, missing.stream().map(union -> "- " + union.name()).collect(Collectors.joining("\n")), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "consultation.recordMissingDecision")
  public UnionsAsked recordMissingDecision(
      @Variable long consultationId, @Variable String missingDecision, @Variable(optional = true) LocalDate extendTo, @Variable(optional = true) String missingReason,
      ActivatedJob listener) {
    Decided decided = unions.decideOnMissing(consultationId, missingDecision, extendTo, missingReason, answers.of(listener));
    return asked(decided.asked(), decided.refused());
  }

  @JobWorker(type = "consultation.recordResponse")
  public void recordResponse(@Variable long consultationId, @Variable String response, ActivatedJob listener) {
    unions.respond(consultationId, response, answers.of(listener));
  }

  /** The director's response is due so long after the closing date, or after today where that has passed. */
  private UnionsAsked asked(Asked asked, String refused) {
    LocalDate last = asked.closesOn().isBefore(deadlines.today()) ? deadlines.today() : asked.closesOn();
    String stop = deadlines.moment(deadlines.endOfDay(asked.closesOn()).plus(settings.stillTaken()));
    return new UnionsAsked(asked.unions(), deadlines.endOf(asked.closesOn()), stop, Deadlines.inWords(asked.closesOn()),
        asked.remindOn() == null ? null : deadlines.startOf(asked.remindOn()), deadlines.endOf(deadlines.workingDaysFrom(last, settings.taskDue())), refused);
  }
}

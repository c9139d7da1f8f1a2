package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.HoldingEvents.Events;
import uk.gov.justice.probation.devolution.consultation.HoldingEvents.Scheduled;
import uk.gov.justice.probation.devolution.consultation.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.OneToOnes.Prepared;

/** The automated steps of the individual stage: events and questions in {@code staff-consultation}, and {@code one-to-one}. */
@Component
public class OneToOneWorkers {
  private final HoldingEvents events;
  private final OneToOnes oneToOnes;
  private final TaskAnswers answers;
  private final ConsultationLinks links;
  private final Deadlines deadlines;

  OneToOneWorkers(HoldingEvents events, OneToOnes oneToOnes, TaskAnswers answers, ConsultationLinks links, Deadlines deadlines) {
    this.events = events;
    this.oneToOnes = oneToOnes;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
  }

  record EventsScheduled(String eventsEndAt, String answersDueAt) {}

  @JobWorker(type = "consultation.recordEvents")
  public EventsScheduled recordEvents(
      @Variable long consultationId, @Variable LocalDate eventOn, @Variable String eventPlace, @Variable(optional = true) LocalDate eventAgain,
      @Variable(optional = true) LocalDate questionsCloseOn, ActivatedJob listener) {
    Scheduled scheduled = events.schedule(consultationId, new Events(eventOn, eventPlace, eventAgain, questionsCloseOn), answers.of(listener));
    return new EventsScheduled(deadlines.moment(scheduled.endAt()), deadlines.endOf(scheduled.answersDueOn()));
  }

  @JobWorker(type = "consultation.inviteToEvents")
  public void inviteToEvents(@Variable long consultationId) {
    events.invite(consultationId);
  }

  @JobWorker(type = "consultation.recordAnswers")
  public void recordAnswers(@Variable long consultationId, ActivatedJob listener) {
    events.answersReady(consultationId, answers.of(listener));
  }

  @JobWorker(type = "consultation.publishAnswers")
  public void publishAnswers(@Variable long consultationId) {
    events.publishAnswers(consultationId);
  }

  @JobWorker(type = "consultation.listPeople")
  public Map<String, List<Long>> listPeople(@Variable long consultationId) {
    return Map.of("people", oneToOnes.list(consultationId));
  }

  record OneToOnePrepared(
      boolean proceed, String personName, List<String> managerUsers, List<String> managerGroups, String dueAt, String dueText, String remindAt, String escalateAt,
      String notesUrl) {}

  @JobWorker(type = "consultation.prepareOneToOne")
  public OneToOnePrepared prepareOneToOne(@Variable long memberId, ActivatedJob job) {
    Prepared prepared = oneToOnes.prepare(memberId, job.getProcessInstanceKey());
    if (!prepared.proceed()) return new OneToOnePrepared(false, null, List.of(), List.of(), null, null, null, null, null);
    String dueAt = deadlines.endOf(prepared.due());
    return new OneToOnePrepared(true, prepared.personName(), prepared.asked().users(), prepared.asked().groups(), dueAt, Deadlines.inWords(prepared.due()),
        prepared.remindOn() == null ? null : deadlines.startOf(prepared.remindOn()), dueAt, links.oneToOne(memberId));
  }

  @JobWorker(type = "consultation.recordOneToOne")
  public void recordOneToOne(
      @Variable long memberId, @Variable String meetingOutcome, @Variable(optional = true) LocalDate metOn, @Variable(optional = true) String withUnionRep,
      ActivatedJob listener) {
    oneToOnes.record(memberId, meetingOutcome, metOn, "YES".equals(withUnionRep), answers.of(listener));
  }

  @JobWorker(type = "consultation.remindOneToOne")
  public void remindOneToOne(@Variable long memberId) {
    oneToOnes.remind(memberId);
  }

  @JobWorker(type = "consultation.escalateOneToOne")
  public void escalateOneToOne(@Variable long memberId) {
    oneToOnes.escalate(memberId);
  }
}

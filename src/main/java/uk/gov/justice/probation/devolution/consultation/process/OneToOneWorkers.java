package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOneReminders;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes.Prepared;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents.Events;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents.Scheduled;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * The automated steps of the individual stage: events and questions in {@code staff-consultation}, and
 * {@code one-to-one}.
 */
@Component
public class OneToOneWorkers {
    private final Consultations consultations;
    private final HoldingEvents events;
    private final OneToOnes oneToOnes;
    private final OneToOneReminders reminders;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final ConsultationLinks links;
    private final Deadlines deadlines;

    OneToOneWorkers(
            Consultations consultations,
            HoldingEvents events,
            OneToOnes oneToOnes,
            OneToOneReminders reminders,
            ExpectedCalls calls,
            TaskAnswers answers,
            ConsultationLinks links,
            Deadlines deadlines) {
        this.consultations = consultations;
        this.events = events;
        this.oneToOnes = oneToOnes;
        this.reminders = reminders;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
    }

    record EventsAnswer(
            LocalDate eventOn,
            String eventFrom,
            String eventUntil,
            String eventPlace,
            LocalDate eventAgain,
            LocalDate questionsCloseOn,
            Boolean understood)
            implements Irreversible {}

    @JobWorker(type = "consultation.recordEvents")
    public Map<String, Object> recordEvents(ActivatedJob listener) {
        return answers.take(listener, "eventsRefused", EventsAnswer.class, (task, answer) -> {
            Scheduled scheduled = events.schedule(
                    task.id("consultationId"),
                    new Events(
                            answer.eventOn(),
                            answer.eventPlace(),
                            answer.eventAgain(),
                            answer.questionsCloseOn(),
                            Hours.entered(answer.eventFrom(), answer.eventUntil())),
                    task.answer());
            return Map.of(
                    "eventsEndAt",
                    deadlines.moment(scheduled.endAt()),
                    "answersDueAt",
                    deadlines.endOf(scheduled.answersDueOn()));
        });
    }

    @JobWorker(type = "consultation.inviteToEvents")
    public void inviteToEvents(@Variable long consultationId) {
        events.invite(consultationId);
    }

    record QuestionsAnswer(Boolean answersReady, Boolean understood) implements Irreversible {}

    @JobWorker(type = "consultation.recordAnswers")
    public Map<String, Object> recordAnswers(ActivatedJob listener) {
        return answers.keep(listener, "answersRefused", QuestionsAnswer.class, (task, answer) -> {
            if (!Boolean.TRUE.equals(answer.answersReady()))
                throw new BreaksRules("Tick that every question has its answer.");
            events.answersReady(task.id("consultationId"), task.answer());
        });
    }

    @JobWorker(type = "consultation.publishAnswers")
    public void publishAnswers(@Variable long consultationId) {
        events.publishAnswers(consultationId);
    }

    @JobWorker(type = "consultation.listPeople")
    public Map<String, List<Long>> listPeople(@Variable long consultationId, ActivatedJob job) {
        List<Long> people = oneToOnes.list(consultationId);
        calls.expect("one-to-one", people, job.getElementInstanceKey());
        return Map.of("people", people);
    }

    /**
     * Kept for consultations started under an earlier release. The steps of people who join are already expected (ADR
     * 0065).
     */
    @JobWorker(type = "consultation.expectOneToOne")
    public void expectOneToOne() {}

    record OneToOnePrepared(
            boolean proceed,
            String title,
            String regionName,
            String personName,
            List<String> managerUsers,
            List<String> managerGroups,
            String dueAt,
            String dueText,
            String remindAt,
            String escalateAt,
            String notesUrl) {}

    @JobWorker(type = "consultation.prepareOneToOne")
    public OneToOnePrepared prepareOneToOne(@Variable long memberId, ActivatedJob job) {
        calls.claim("one-to-one", memberId, job.getProcessInstanceKey(), consultations.processOf(memberId));
        Prepared prepared = oneToOnes.prepare(memberId, job.getProcessInstanceKey());
        if (!prepared.proceed())
            return new OneToOnePrepared(false, null, null, null, List.of(), List.of(), null, null, null, null, null);
        String dueAt = deadlines.endOf(prepared.due());
        return new OneToOnePrepared(
                true,
                prepared.consultation().title(),
                prepared.consultation().regionName(),
                prepared.personName(),
                prepared.asked().users(),
                prepared.asked().groups(),
                dueAt,
                Deadlines.inWords(prepared.due()),
                prepared.remindOn() == null ? null : deadlines.startOf(prepared.remindOn()),
                dueAt,
                links.oneToOne(memberId));
    }

    record MeetingAnswer(String meetingOutcome, LocalDate metOn, String withUnionRep, Boolean notesKept) {}

    @JobWorker(
            type = "consultation.recordOneToOne",
            fetchVariables = {"memberId", "meetingOutcome", "metOn", "withUnionRep", "notesKept"})
    public Map<String, Object> recordOneToOne(ActivatedJob listener) {
        return answers.keep(listener, "meetingRefused", MeetingAnswer.class, (task, answer) -> {
            if (!Boolean.TRUE.equals(answer.notesKept()))
                throw new BreaksRules(
                        "Enter circumstances and adjustments on the page and tick that you have, even if there are none.");
            oneToOnes.record(
                    task.id("memberId"),
                    answer.meetingOutcome(),
                    answer.metOn(),
                    "YES".equals(answer.withUnionRep()),
                    task.answer());
        });
    }

    @JobWorker(type = "consultation.remindOneToOne")
    public void remindOneToOne(@Variable long memberId) {
        reminders.remind(memberId);
    }

    @JobWorker(type = "consultation.escalateOneToOne")
    public void escalateOneToOne(@Variable long memberId) {
        reminders.escalate(memberId);
    }
}

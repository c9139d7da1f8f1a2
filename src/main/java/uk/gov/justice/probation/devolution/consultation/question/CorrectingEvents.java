package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents.Events;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * HR corrects when and where the events of a consultation are, and everybody who takes part is told. The process waits
 * until the last day that was scheduled first, so nothing can be moved beyond it, and everything can be moved back.
 */
@Service
public class CorrectingEvents {
    private final ConsultationRepository consultations;
    private final HoldingEvents holding;
    private final Cohorts cohorts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Deadlines deadlines;
    private final Clock clock;

    CorrectingEvents(
            ConsultationRepository consultations,
            HoldingEvents holding,
            Cohorts cohorts,
            Notifications notifications,
            AuditTrail audit,
            Deadlines deadlines,
            Clock clock) {
        this.consultations = consultations;
        this.holding = holding;
        this.cohorts = cohorts;
        this.notifications = notifications;
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @return how many people are told
     * @throws NotPossibleNow if the events are not scheduled yet, or over
     * @throws BreaksRules with each broken rule and its field
     */
    @Transactional
    public int correct(long consultationId, Events events, Colleague by) {
        Consultation consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "correct the events of a consultation");
        Events known = known(consultation);
        List<BrokenRule> broken = new ArrayList<>(holding.broken(events, known));
        if (broken.isEmpty()) broken.addAll(later(events, end(consultation, known)));
        if (broken.isEmpty() && events.equals(known))
            broken.add(new BrokenRule("on", "You have not changed anything. Change the events, or go back."));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        consultation.eventsScheduled(
                events.on(), events.place(), events.again(), events.questionsCloseOn(), events.hours());
        audit.record(
                by.userName(),
                "CONSULTATION_EVENTS_CORRECTED",
                consultation.subject(),
                consultation.regionCode(),
                facts(events));
        List<Member> everybody = cohorts.active(consultationId);
        everybody.forEach(member -> notifications.send(
                "events-corrected-%d-%d-%d".formatted(consultationId, member.id(), clock.millis()),
                member.staffNumber(),
                "%s: an event has changed".formatted(consultation.title()),
                "You are now invited on " + events.inWords(),
                consultation.subject()));
        return everybody.size();
    }

    private Events known(Consultation consultation) {
        if (consultation.eventOn() == null)
            throw new NotPossibleNow("No events of '%s' are scheduled yet. Schedule them in Tasklist first."
                    .formatted(consultation.title()));
        Events known = new Events(
                consultation.eventOn(),
                consultation.eventPlace(),
                consultation.eventAgainOn(),
                consultation.questionsCloseOn(),
                consultation.eventHours());
        if (consultation.areAnswersPublished() || end(consultation, known).isBefore(deadlines.today()))
            throw new NotPossibleNow("The events of '%s' are over.".formatted(consultation.title()));
        return known;
    }

    /** Whatever was corrected since, so that a day entered by mistake can be put back. */
    private static LocalDate end(Consultation consultation, Events known) {
        return consultation.eventsEndOn() == null ? known.lastDay() : consultation.eventsEndOn();
    }

    private static List<BrokenRule> later(Events events, LocalDate end) {
        Map<String, LocalDate> days = facts(events);
        days.values().removeIf(day -> !day.isAfter(end));
        return days.keySet().stream()
                .map(field -> new BrokenRule(
                        field,
                        "The events and the time for questions end on %s: enter no later day."
                                .formatted(Deadlines.inWords(end))))
                .toList();
    }

    private static Map<String, LocalDate> facts(Events events) {
        Map<String, LocalDate> facts = new LinkedHashMap<>();
        facts.put("on", events.on());
        if (events.again() != null) facts.put("again", events.again());
        if (events.questionsCloseOn() != null) facts.put("questionsCloseOn", events.questionsCloseOn());
        return facts;
    }
}

package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.cohort.CohortBatch;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Lets HR cancel a consultation before the unions are told of it. Whoever took part is free for another one at once,
 * and its process ends.
 */
@Service
public class CancellingConsultations {
    public static final int LONGEST_REASON = 1000;

    /**
     * @param people who are free for another consultation
     * @param told how many task groups and people heard of it and are told now
     */
    public record Cancelled(String title, String regionName, int people, int told) {}

    private final ConsultationRepository consultations;
    private final CohortBatch cohort;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancellingConsultations(
            ConsultationRepository consultations,
            CohortBatch cohort,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.cohort = cohort;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param because read by everybody who sees the consultation
     * @throws BreaksRules if no reason is given, or a very long one
     * @throws uk.gov.justice.probation.devolution.refusal.NotPossibleNow if the unions have been told, or it has ended
     */
    @Transactional
    public Cancelled cancel(long consultationId, String because, Colleague by) {
        Consultation consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "cancel a consultation of the region");
        consultation.cancel(by.userName(), because, clock.instant());
        if (because.isBlank()) throw new BreaksRules("Enter why it is cancelled.");
        if (because.length() > LONGEST_REASON)
            throw new BreaksRules("The reason must be %,d characters or fewer.".formatted(LONGEST_REASON));
        int people = cohort.size(consultationId);
        Set<String> heard = heardOfIt(consultation);
        heard.forEach(who -> notifications.send(
                "cancelled-%d-%s".formatted(consultationId, who),
                who,
                "%s: cancelled".formatted(consultation.title()),
                "HR has cancelled the consultation before the unions were told. Nobody has to do anything. The reason is on the page of the consultation.",
                consultation.subject()));
        audit.record(
                by.userName(),
                "CONSULTATION_CANCELLED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("people", people, "told", heard.size(), "reason", because));
        events.publishEvent(ConsultationMessages.cancelled(consultationId));
        return new Cancelled(consultation.title(), consultation.facts().regionName(), people, heard.size());
    }

    /** Whoever had a message about it, and those who are to act in it. */
    private Set<String> heardOfIt(Consultation consultation) {
        Set<String> heard = new LinkedHashSet<>();
        List.of(Role.HR, Role.RPD)
                .forEach(role ->
                        heard.add(TaskGroup.of(role, consultation.regionCode()).name()));
        heard.addAll(notifications.told(consultation.subject()));
        return heard;
    }
}

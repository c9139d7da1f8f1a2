package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.PreferencingMessages;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.RoundClosed;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * HR closes the ranking before its last day, which is possible only once everybody has answered: nobody loses time in
 * which they would have had to answer, only the chance to change their mind.
 */
@Service
public class ClosingEarly {

    /**
     * @param people all of whom have answered and are told
     * @param until when they could have changed their answers
     */
    public record Closed(Facts consultation, int people, Instant until) {}

    private final Consultations consultations;
    private final Cohorts cohorts;
    private final Rounds rounds;
    private final UnansweredQuery unanswered;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingEarly(
            Consultations consultations,
            Cohorts cohorts,
            Rounds rounds,
            UnansweredQuery unanswered,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.rounds = rounds;
        this.unanswered = unanswered;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotPossibleNow if places are not being ranked, or somebody has not answered */
    @Transactional
    public Closed close(long consultationId, Colleague by) {
        Facts consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "close the ranking of places");
        if (consultation.state() != ConsultationState.PREFERENCES)
            throw new NotPossibleNow("No places are being ranked in '%s' now.".formatted(consultation.title()));
        Round round = rounds.lock(consultationId);
        Instant now = clock.instant();
        Instant until = rounds.lastClosing(consultationId);
        if (round.closedAt() != null || !until.isAfter(now))
            throw new NotPossibleNow("The ranking of '%s' is already closed.".formatted(consultation.title()));
        mustAllHaveAnswered(consultation);
        List<Member> people = cohorts.active(consultationId);
        round.close(now);
        consultations.preferencesCloseAt(consultationId, now);
        people.forEach(member -> notifications.send(
                "closed-early-%d-%d".formatted(consultationId, member.id()),
                member.staffNumber(),
                "%s: the ranking of places is closed".formatted(consultation.title()),
                "Everybody has answered, so HR has closed the ranking before its last day. Your last answer counts and can no longer be changed.",
                consultation.subject()));
        audit.record(
                by.userName(),
                "PREFERENCES_CLOSED_EARLY",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("people", people.size(), "insteadOf", until.toString()));
        events.publishEvent(new RoundClosed(round));
        events.publishEvent(PreferencingMessages.closedEarly(consultationId));
        return new Closed(consultation, people.size(), until);
    }

    private void mustAllHaveAnswered(Facts consultation) {
        int open = unanswered.of(consultation.id(), "", LocalDate.now(clock)).size();
        if (open > 0)
            throw new NotPossibleNow(
                    "%s not answered yet. The ranking can be closed before its last day once everybody has."
                            .formatted(open == 1 ? "1 person has" : "%d people have".formatted(open)));
    }
}

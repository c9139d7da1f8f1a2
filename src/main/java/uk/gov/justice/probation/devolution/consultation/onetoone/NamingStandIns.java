package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Names somebody to hold one-to-ones in the line manager's place: another line manager of the region, for one person
 * alone, until that one-to-one is recorded. The line manager may still hold it. The person and the colleague are told.
 */
@Service
public class NamingStandIns {
    private static final String OVER =
            "The one-to-one is recorded, or the person no longer takes part: nobody stands in.";

    private final Consultations consultations;
    private final CohortMemberRepository members;
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamingStandIns(
            Consultations consultations,
            CohortMemberRepository members,
            LineManagers lineManagers,
            StaffDirectory staff,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.members = members;
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who can be named for this person, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates(StaffMember person) {
        return staff.lineManagers(person.regionCode()).stream()
                .filter(manager -> !manager.staffNumber().equals(person.staffNumber())
                        && !manager.staffNumber().equals(person.lineManagerStaffNumber())
                        && !lineManagers.absent(manager))
                .toList();
    }

    /**
     * @param standIn a staff number; empty if nobody is to stand in any more
     * @throws NotAllowedException if the colleague is not the line manager of each, or HR of their region
     * @throws NotPossibleNow if a one-to-one is not to be held any more
     * @throws BreaksRules if the colleague cannot be named for one of them
     */
    @Transactional
    public void name(Collection<Long> memberIds, String standIn, Colleague by) {
        if (memberIds.isEmpty()) throw new NotPossibleNow(OVER);
        for (long memberId : new TreeSet<>(memberIds)) name(memberId, standIn, by);
    }

    private void name(long memberId, String standIn, Colleague by) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.get(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        lineManagers.mustBeOneOf(person, by, "name somebody to hold a one-to-one");
        if (!member.isToBeMet() || consultation.state().ended()) throw new NotPossibleNow(OVER);
        if (!standIn.isEmpty()
                && candidates(person).stream()
                        .noneMatch(candidate -> candidate.staffNumber().equals(standIn)))
            throw new BreaksRules("standIn", "Choose a line manager of the region who is not away");
        String before = member.standIn();
        if (!member.standsIn(standIn.isEmpty() ? null : standIn)) return;
        tell(member, consultation, before);
        events.publishEvent(ConsultationMessages.oneToOneChanged(memberId));
        audit.record(
                by.userName(),
                standIn.isEmpty() ? "ONE_TO_ONE_STAND_IN_ENDED" : "ONE_TO_ONE_STAND_IN_NAMED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", memberId, "standIn", standIn));
    }

    private void tell(CohortMember member, Facts consultation, String before) {
        if (before != null)
            tell(
                    member,
                    before,
                    consultation,
                    "you no longer stand in for a one-to-one",
                    "Somebody else holds it. The page My team lists those that you still hold.");
        if (member.standIn() != null)
            tell(
                    member,
                    member.standIn(),
                    consultation,
                    "you stand in for a one-to-one",
                    "You are asked to hold a one-to-one in the line manager's place. It is on the page My team.");
        tell(
                member,
                member.staffNumber(),
                consultation,
                "who holds your one-to-one has changed",
                "The page My consultation says who holds it.");
    }

    private void tell(CohortMember member, String to, Facts consultation, String what, String body) {
        notifications.send(
                "stand-in-%d-%s-%d".formatted(member.id(), to, clock.millis()),
                to,
                "%s: %s".formatted(consultation.title(), what),
                body,
                consultation.subject());
    }
}

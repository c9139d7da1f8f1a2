package uk.gov.justice.probation.devolution.consultation.onetoone;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Reminds whoever holds a one-to-one that it is due, and informs HR of one that is overdue. */
@Service
public class OneToOneReminders {
    private final Consultations consultations;
    private final CohortMemberRepository members;
    private final OneToOneHolders holders;
    private final Notifications notifications;
    private final Deadlines deadlines;

    OneToOneReminders(
            Consultations consultations,
            CohortMemberRepository members,
            OneToOneHolders holders,
            Notifications notifications,
            Deadlines deadlines) {
        this.consultations = consultations;
        this.members = members;
        this.holders = holders;
        this.notifications = notifications;
        this.deadlines = deadlines;
    }

    /** A line manager who meets several people is reminded of all of them once a day. */
    @Transactional
    public void remind(long memberId) {
        CohortMember member = members.lock(memberId);
        if (!member.isToBeMet()) return;
        Facts consultation = consultations.get(member.consultationId());
        LineManagers.Asked asked = holders.of(member, holders.person(member));
        String to = asked.users().isEmpty()
                ? asked.groups().getFirst()
                : asked.users().getFirst();
        notifications.send(
                "one-to-one-reminder-%d-%s-%s".formatted(consultation.id(), to, deadlines.today()),
                to,
                "%s: a one-to-one is due".formatted(consultation.title()),
                "You still have to hold a one-to-one. It is due by %s. The task is in Tasklist."
                        .formatted(Deadlines.inWords(member.oneToOneDue())),
                consultation.subject());
    }

    @Transactional
    public void escalate(long memberId) {
        CohortMember member = members.lock(memberId);
        if (!member.isToBeMet()) return;
        Facts consultation = consultations.get(member.consultationId());
        notifications.send(
                "one-to-one-overdue-%d-%s".formatted(memberId, member.oneToOneDue()),
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "%s: a one-to-one is overdue".formatted(consultation.title()),
                "It was due by %s. The page 'People who take part' says who it is about. If the line manager is away, give the person more time: HR then gets the task."
                        .formatted(Deadlines.inWords(member.oneToOneDue())),
                consultation.subject());
    }
}

package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Reminds people who have not answered before closing, and afterwards asks their line manager to contact them. A
 * missing answer is never replaced by a default.
 */
@Service
public class RemindingPeople {

    /** Whom the line manager has to contact. */
    public record ToContact(StaffMember person, LineManagers.Asked manager) {}

    private final Answers answers;
    private final Rounds rounds;
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final StaffDirectory staff;
    private final LineManagers lineManagers;
    private final Notifications notifications;
    private final Clock clock;

    RemindingPeople(
            Answers answers,
            Rounds rounds,
            Consultations consultations,
            Cohorts cohorts,
            StaffDirectory staff,
            LineManagers lineManagers,
            Notifications notifications,
            Clock clock) {
        this.answers = answers;
        this.rounds = rounds;
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.staff = staff;
        this.lineManagers = lineManagers;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Reminds the person that closing is near, once for each closing date and day. */
    @Transactional
    public void remind(long memberId) {
        Member member = cohorts.get(memberId);
        if (!member.active() || answers.isThereAny(memberId)) return;
        Consultations.Facts consultation = consultations.get(member.consultationId());
        LocalDate closesOn = LocalDate.ofInstant(rounds.closesFor(memberId), clock.getZone());
        Reminder reminder = reminder(consultation, memberId, member.staffNumber(), closesOn, LocalDate.now(clock));
        notifications.send(reminder.key(), reminder.to(), reminder.subject(), reminder.body(), consultation.subject());
    }

    /** What a person is told who has not answered. */
    static Reminder reminder(
            Consultations.Facts consultation, long memberId, String staffNumber, LocalDate closesOn, LocalDate today) {
        return new Reminder(
                "ranking-reminder-%d-%s-%s".formatted(memberId, closesOn, today),
                staffNumber,
                Reminder.Whom.PERSON,
                "Your location preferences close on %s".formatted(Deadlines.inWords(closesOn)),
                "We have no answer from you yet in '%s'. Rank the places you would take in Tasklist, or on the page of your choices, by then."
                        .formatted(consultation.title()));
    }

    /** Who contacts a person that has not answered. */
    @Transactional(readOnly = true)
    public ToContact toContact(long memberId) {
        StaffMember person = staff.find(cohorts.get(memberId).staffNumber()).orElseThrow();
        return new ToContact(person, lineManagers.of(person));
    }

    /** Informs HR, once for each person, that a line manager has recorded nothing in time. */
    @Transactional
    public void escalateContact(long memberId) {
        Consultations.Facts consultation =
                consultations.get(cohorts.get(memberId).consultationId());
        notifications.send(
                "contact-overdue-" + memberId,
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "A line manager has not yet recorded somebody's preferences",
                "In '%s' somebody did not answer by closing. Their line manager should have recorded what they want, or that they cannot be reached, but has not. "
                                .formatted(consultation.title())
                        + "The allocation has to wait until then. The task is in Tasklist.",
                consultation.subject());
    }
}

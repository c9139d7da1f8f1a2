package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The one-to-one of each person with their line manager, which cannot come before the individual stage. What is said in
 * it is stored in the confidential records, not here.
 */
@Service
public class OneToOnes {
    static final EnteredDay MET_ON = EnteredDay.optional("the day of the one-to-one", DayRule.happened());

    /**
     * @param proceed false if nothing is left to do here, because the person has left, has had their meeting or is
     *     being met elsewhere; the rest is then null
     * @param remindOn null for no reminder
     */
    public record Prepared(
            boolean proceed,
            Facts consultation,
            String personName,
            LineManagers.Asked asked,
            LocalDate due,
            LocalDate remindOn) {}

    private final Consultations consultations;
    private final CohortMemberRepository members;
    private final OneToOneHolders holders;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final AuditTrail audit;
    private final TaskSubjects subjects;
    private final Clock clock;

    OneToOnes(
            Consultations consultations,
            CohortMemberRepository members,
            OneToOneHolders holders,
            Deadlines deadlines,
            ConsultationSettings settings,
            AuditTrail audit,
            TaskSubjects subjects,
            Clock clock) {
        this.consultations = consultations;
        this.members = members;
        this.holders = holders;
        this.deadlines = deadlines;
        this.settings = settings;
        this.audit = audit;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The members whose one-to-one is still to be held. */
    @Transactional(readOnly = true)
    public List<Long> list(long consultationId) {
        consultations.mustBeIndividual(consultationId);
        return members.activeIds(consultationId);
    }

    /**
     * Prepares the meeting, again if the dates were extended. A second process instance for the same person has nothing
     * to do.
     */
    @Transactional
    public Prepared prepare(long memberId, long processInstanceKey) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.mustBeIndividual(member.consultationId());
        if (!member.isToBeMet() || !member.isMetBy(processInstanceKey))
            return new Prepared(false, null, null, null, null, null);
        LocalDate due = member.beginOneToOne(
                processInstanceKey, () -> deadlines.workingDaysFrom(deadlines.today(), settings.oneToOneDue()));
        subjects.note(
                processInstanceKey,
                new TaskSubject("memberId", memberId, "staff/" + member.staffNumber(), consultation.regionCode()));
        LocalDate remindOn = deadlines.workingDaysFrom(due, -settings.oneToOneReminder());
        StaffMember person = holders.person(member);
        return new Prepared(
                true,
                consultation,
                person.inFull(),
                holders.of(member, person),
                due,
                remindOn.isAfter(deadlines.today()) ? remindOn : null);
    }

    /** Who is asked to hold the person's one-to-one, as things are now; empty if it is not to be held any more. */
    @Transactional
    public Optional<LineManagers.Asked> whoHolds(long memberId) {
        CohortMember member = members.lock(memberId);
        return member.isToBeMet() ? Optional.of(holders.of(member, holders.person(member))) : Optional.empty();
    }

    /**
     * Records the answer of the task; a one-to-one that is recorded stays as it is.
     *
     * @param outcome HELD or DECLINED
     * @param metOn today if null
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if they cannot have met on that day
     * @throws NotAllowedException if the colleague is neither the person's line manager nor HR of their region, and
     *     does not stand in for the line manager
     * @throws BreaksRules with a reason if the answer cannot be accepted
     */
    @Transactional
    public void record(long memberId, String outcome, LocalDate metOn, boolean withUnionRepresentative, TaskAnswer by) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.mustBeIndividual(member.consultationId());
        if (audit.isRecorded("one-to-one-" + by.taskInstance())) return;
        holders.mustBeOneOf(member, by.colleague(), "record a one-to-one");
        boolean held = "HELD".equals(outcome);
        if (!held && !"DECLINED".equals(outcome))
            throw new BreaksRules("Choose whether the meeting was held or the person does not want one.");
        if (held) MET_ON.and(notBeforeIndividualStage(consultation, deadlines)).mustHold(metOn, deadlines);
        if (!member.isRecorded()) {
            if (held)
                member.met(
                        metOn == null ? deadlines.today() : metOn, withUnionRepresentative, by.by(), clock.instant());
            else member.declinedToMeet(by.by(), clock.instant());
        }
        audit.recordOnce(
                "one-to-one-" + by.taskInstance(),
                by.by(),
                "ONE_TO_ONE_" + outcome,
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", memberId));
    }

    static DayRule notBeforeIndividualStage(Facts consultation, Deadlines deadlines) {
        return DayRule.notBefore(
                deadlines.day(consultation.individualStageAt()), "the beginning of the individual stage");
    }
}

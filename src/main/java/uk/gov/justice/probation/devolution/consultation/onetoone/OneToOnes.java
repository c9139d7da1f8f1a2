package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The one-to-one of each person with their line manager, which cannot come before the individual stage. What is said in
 * it is stored in the confidential records, not here.
 */
@Service
public class OneToOnes {
    private static final EnteredDay MET_ON = EnteredDay.optional("the day of the one-to-one", DayRule.happened());

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
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final AuditTrail audit;
    private final TaskSubjects subjects;

    OneToOnes(
            Consultations consultations,
            CohortMemberRepository members,
            LineManagers lineManagers,
            StaffDirectory staff,
            Deadlines deadlines,
            ConsultationSettings settings,
            AuditTrail audit,
            TaskSubjects subjects) {
        this.consultations = consultations;
        this.members = members;
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.deadlines = deadlines;
        this.settings = settings;
        this.audit = audit;
        this.subjects = subjects;
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
        var person = staff.find(member.staffNumber()).orElseThrow();
        return new Prepared(
                true,
                consultation,
                person.inFull(),
                lineManagers.of(person),
                due,
                remindOn.isAfter(deadlines.today()) ? remindOn : null);
    }

    /**
     * @param outcome HELD or DECLINED
     * @param metOn today if null
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if they cannot have met on that day
     * @throws NotAllowedException if the colleague is neither the person's line manager nor HR of their region
     * @throws BreaksRules with a reason if the answer cannot be accepted
     */
    @Transactional
    public void record(long memberId, String outcome, LocalDate metOn, boolean withUnionRepresentative, TaskAnswer by) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.mustBeIndividual(member.consultationId());
        if (audit.isRecorded("one-to-one-" + by.taskInstance())) return;
        lineManagers.mustBeOneOf(staff.find(member.staffNumber()).orElseThrow(), by.colleague(), "record a one-to-one");
        boolean held = "HELD".equals(outcome);
        if (!held && !"DECLINED".equals(outcome))
            throw new BreaksRules("Choose whether the meeting was held, or the person does not want one.");
        if (held)
            MET_ON.and(DayRule.notBefore(
                            deadlines.day(consultation.individualStageAt()), "the beginning of the individual stage"))
                    .mustHold(metOn, deadlines);
        if (held) member.met(metOn == null ? deadlines.today() : metOn, withUnionRepresentative);
        else member.declinedToMeet();
        audit.recordOnce(
                "one-to-one-" + by.taskInstance(),
                by.by(),
                "ONE_TO_ONE_" + outcome,
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", memberId));
    }
}

package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.cohort.PersonalRecords;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Records a one-to-one on one page: whether it was held, and what was said in it, which is kept in confidence. Its task
 * is then no longer needed (ADR 97). It can be recorded again until the consultation is closed; the last record holds.
 */
@Service
public class RecordingOneToOnes {

    /** What became of a one-to-one. */
    public enum Outcome {
        HELD("Yes"),
        DECLINED("No, the person does not want one"),
        TO_BE_HELD("Not yet: save what I have written");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Everything about a one-to-one.
     *
     * @param outcome null if nothing was chosen
     * @param note what was said; empty for nothing more than is kept
     * @param circumstances empty for nothing more than is kept
     * @param adjustments what becomes of the adjustments that are kept
     */
    public record Meeting(
            Outcome outcome,
            LocalDate metOn,
            boolean withUnionRepresentative,
            String note,
            String circumstances,
            UnaryOperator<Adjustments> adjustments) {}

    private final Consultations consultations;
    private final CohortMemberRepository members;
    private final OneToOneHolders holders;
    private final PersonalRecords records;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingOneToOnes(
            Consultations consultations,
            CohortMemberRepository members,
            OneToOneHolders holders,
            PersonalRecords records,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.members = members;
        this.holders = holders;
        this.records = records;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws NotAllowedException if the colleague is neither the person's line manager nor HR of their region, and
     *     does not stand in for the line manager, or the consultation is closed
     * @throws NotPossibleNow if the person no longer takes part
     * @throws BreaksRules with the field if something is missing or cannot be
     */
    @Transactional
    public void record(long memberId, Meeting meeting, Colleague by) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.mustBeIndividual(member.consultationId());
        holders.mustBeOneOf(member, by, "record a one-to-one");
        member.mustTakePart();
        mustBePossible(meeting, member, consultation);
        keepWhatWasSaid(memberId, meeting, by);
        boolean first = !member.isRecorded();
        if (!recorded(member, meeting, by)) return;
        if (first) events.publishEvent(ConsultationMessages.oneToOneChanged(memberId));
        audit.record(
                by.userName(),
                "ONE_TO_ONE_" + meeting.outcome(),
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", memberId, "again", !first));
    }

    private void mustBePossible(Meeting meeting, CohortMember member, Facts consultation) {
        if (meeting.outcome() == null) throw new BreaksRules("outcome", "Choose whether the one-to-one was held");
        if (meeting.outcome() == Outcome.TO_BE_HELD && member.isRecorded())
            throw new BreaksRules(
                    "outcome", "It is already recorded. Choose 'Yes', or that the person does not want one");
        if (meeting.outcome() != Outcome.HELD) return;
        if (meeting.metOn() == null) throw new BreaksRules("metOn", "Enter the day of the one-to-one");
        OneToOnes.MET_ON
                .and(OneToOnes.notBeforeIndividualStage(consultation, deadlines))
                .problem(meeting.metOn(), deadlines)
                .ifPresent(sentence -> {
                    throw new BreaksRules("metOn", sentence);
                });
    }

    private void keepWhatWasSaid(long memberId, Meeting meeting, Colleague by) {
        if (!meeting.note().isEmpty()) records.note(memberId, meeting.note(), by);
        if (!meeting.circumstances().isEmpty()) records.tellCircumstances(memberId, meeting.circumstances(), by);
        records.adjust(memberId, meeting.adjustments(), by);
    }

    private boolean recorded(CohortMember member, Meeting meeting, Colleague by) {
        return switch (meeting.outcome()) {
            case HELD -> member.met(meeting.metOn(), meeting.withUnionRepresentative(), by.userName(), clock.instant());
            case DECLINED -> member.declinedToMeet(by.userName(), clock.instant());
            case TO_BE_HELD -> false;
        };
    }
}

package uk.gov.justice.probation.devolution.consultation.cohort;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.AdjustmentsChanged;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * What the person, their line manager and HR record about the person in a consultation: circumstances, notes of the
 * one-to-one, adjustments. Nothing can be recorded before the individual stage. {@link ConfidentialRecords} decides who
 * may see it and audits every look.
 */
@Service
public class PersonalRecords {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final ConfidentialRecords records;
    private final ApplicationEventPublisher events;

    PersonalRecords(
            Consultations consultations,
            Cohorts cohorts,
            ConfidentialRecords records,
            ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.records = records;
        this.events = events;
    }

    /**
     * Newest first.
     *
     * @throws NotAllowedException if the colleague is not the person, their line manager or HR of the region
     */
    @Transactional
    public List<Entry> read(long memberId, Set<Kind> kinds, Colleague by) {
        Member member = cohorts.get(memberId);
        return records.read(member.staffNumber(), about(member), kinds, by);
    }

    @Transactional
    public void tellCircumstances(long memberId, String text, Colleague by) {
        Member member = open(memberId);
        records.keep(member.staffNumber(), Kind.CIRCUMSTANCES, about(member), text, by);
    }

    /**
     * @throws NotAllowedException also if the colleague is the person, because notes are written by the line manager or
     *     HR
     */
    @Transactional
    public void note(long memberId, String text, Colleague by) {
        Member member = openForOthers(memberId, by);
        records.keep(member.staffNumber(), Kind.ONE_TO_ONE_NOTE, about(member), text, by);
    }

    /**
     * Changes the adjustments that are kept; if they stay the same, nothing is saved.
     *
     * @throws NotAllowedException also if the colleague is the person, because adjustments are agreed with the line
     *     manager or HR
     */
    @Transactional
    public void adjust(long memberId, UnaryOperator<Adjustments> change, Colleague by) {
        Member member = openForOthers(memberId, by);
        records.changeAdjustments(member.staffNumber(), about(member), change, by);
        events.publishEvent(new AdjustmentsChanged(member.consultationId(), memberId));
    }

    private Member openForOthers(long memberId, Colleague by) {
        Member member = open(memberId);
        if (member.staffNumber().equals(by.userName()))
            throw new NotAllowedException(
                    "Your line manager or HR of your region writes this. Tell them if something is missing or wrong.");
        return member;
    }

    private Member open(long memberId) {
        Member member = cohorts.get(memberId);
        Facts consultation = consultations.mustBeIndividual(member.consultationId());
        if (consultation.state().ended())
            throw new NotAllowedException(
                    "'%s' is closed: you cannot add anything to it.".formatted(consultation.title()));
        return member;
    }

    private static String about(Member member) {
        return Consultations.subject(member.consultationId());
    }
}

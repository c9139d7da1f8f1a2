package uk.gov.justice.probation.devolution.consultation.cohort;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Lets HR of the region give individual people more time for their own steps. */
@Service
public class GivingMoreTime {
    private static final EnteredDay MORE_TIME_TO =
            EnteredDay.required("the day until which the person has time", DayRule.toCome());

    private final ChangesByHr changes;
    private final CohortMemberRepository members;
    private final ConfidentialRecords records;
    private final Deadlines deadlines;
    private final AuditTrail audit;

    GivingMoreTime(
            ChangesByHr changes,
            CohortMemberRepository members,
            ConfidentialRecords records,
            Deadlines deadlines,
            AuditTrail audit) {
        this.changes = changes;
        this.members = members;
        this.records = records;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /**
     * Gives a person until this day for their own steps.
     *
     * @param reason stored encrypted, because it may be about the person's health or circumstances
     * @throws NotPossibleNow if the day is not possible
     */
    @Transactional
    public void extend(long memberId, LocalDate to, String reason, Colleague by) {
        Facts consultation = changes.lockOf(memberId, by);
        CohortMember member = members.lock(memberId);
        member.mustTakePart();
        MORE_TIME_TO.problem(to, deadlines).ifPresent(sentence -> {
            throw new NotPossibleNow(sentence);
        });
        long record = records.keep(member.staffNumber(), Kind.EXTENSION_REASON, consultation.subject(), reason, by);
        member.extend(to);
        audit.record(
                by.userName(),
                "DATES_EXTENDED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", memberId, "to", to));
        members.save(member);
        if (member.isAwaited()) changes.tellEngine(ConsultationMessages.datesExtended(memberId, record));
    }
}

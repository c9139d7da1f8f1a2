package uk.gov.justice.probation.devolution.consultation.cohort;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Lets HR of the region change who takes part while a consultation is running. The person's steps begin or end at once.
 */
@Service
public class ChangingCohorts {
    private final Consultations consultations;
    private final ChangesByHr changes;
    private final CohortMemberRepository members;
    private final CohortBatch batch;
    private final OwnDates ownDates;
    private final StaffDirectory staff;
    private final Clock clock;

    ChangingCohorts(
            Consultations consultations,
            ChangesByHr changes,
            CohortMemberRepository members,
            CohortBatch batch,
            OwnDates ownDates,
            StaffDirectory staff,
            Clock clock) {
        this.consultations = consultations;
        this.changes = changes;
        this.members = members;
        this.batch = batch;
        this.ownDates = ownDates;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws NotPossibleNow if the person cannot take part */
    @Transactional
    public long join(long consultationId, String staffNumber, Colleague by) {
        batch.waitForOthers(consultations.get(consultationId).regionCode());
        Facts consultation = changes.lock(consultationId, by);
        StaffMember person = staff.find(staffNumber)
                .filter(one -> one.regionCode().equals(consultation.regionCode()))
                .orElseThrow(() -> new NotPossibleNow(
                        "Nobody in %s has this staff number. Import the person with a staff file first."
                                .formatted(consultation.regionName())));
        if (ranked(consultation))
            throw new NotPossibleNow("The places have been ranked already: nobody can join '%s' any more."
                    .formatted(consultation.title()));
        List<String> running = batch.alreadyTakingPart(List.of(person));
        if (!running.isEmpty()) throw new NotPossibleNow("This person already takes part in a running consultation.");
        CohortMember member = members.save(
                new CohortMember(consultationId, person.staffNumber(), ownDates.of(person), clock.instant()));
        long memberId = member.id();
        changes.audit(consultation, "COHORT_JOINED", memberId, by);
        member.announce();
        members.save(member);
        if (consultation.state() == ConsultationState.INDIVIDUAL) {
            changes.tellEngine(ConsultationMessages.staffJoined(consultationId, memberId));
        }
        return memberId;
    }

    /** Removes the person. Repeating it changes nothing. */
    @Transactional
    public void leave(long memberId, Colleague by) {
        Facts consultation = changes.lockOf(memberId, by);
        CohortMember member = members.lock(memberId);
        if (!member.leave(clock.instant())) return;
        changes.audit(consultation, "COHORT_LEFT", memberId, by);
        members.save(member);
        if (member.isAwaited()) changes.tellEngine(ConsultationMessages.staffLeft(memberId));
    }

    private boolean ranked(Facts consultation) {
        Instant closed = consultation.preferencesCloseAt();
        return switch (consultation.state()) {
            case LAUNCHED, UNION, RESPONSE, INDIVIDUAL -> false;
            case PREFERENCES -> closed != null && !clock.instant().isBefore(closed);
            default -> true;
        };
    }
}

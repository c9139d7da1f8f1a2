package uk.gov.justice.probation.devolution.preferencing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals.Possibility;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * A person's outcome, for that person, their line manager and HR of their region: which place they got and why.
 * Available once their letter has been written.
 */
@Service
public class Outcomes {

    /**
     * @param own whether the reader is the person
     * @param letterId the outcome letter; null until it is written, and until then nothing else is shown
     * @param place null if they have none
     * @param foundByAppeal whether they got it through an appeal, their own or somebody else's
     * @param reasons how the allocation came to its result, sentence by sentence
     * @param appealId their latest appeal; null if they have not appealed
     */
    public record PersonOutcome(
            long memberId,
            String staffNumber,
            Facts consultation,
            String personName,
            boolean own,
            Long letterId,
            Option place,
            boolean foundByAppeal,
            List<String> reasons,
            Long appealId,
            Possibility appeal) {}

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final Placements placements;
    private final Options options;
    private final Explanations explanations;
    private final LodgingAppeals lodging;
    private final StaffDirectory staff;
    private final OutcomeLetters letters;

    Outcomes(
            Cohorts cohorts,
            Consultations consultations,
            Placements placements,
            Options options,
            Explanations explanations,
            LodgingAppeals lodging,
            StaffDirectory staff,
            OutcomeLetters letters) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.placements = placements;
        this.options = options;
        this.explanations = explanations;
        this.lodging = lodging;
        this.staff = staff;
        this.letters = letters;
    }

    /** @throws NotAllowedException if the colleague is not the person, their line manager or HR of their region */
    @Transactional(readOnly = true)
    public PersonOutcome of(Member member, Colleague by) {
        if (!cohorts.mayActFor(by, member)) {
            throw new NotAllowedException(
                    "Only the person, their line manager and HR of their region can see this outcome. You are signed in as %s."
                            .formatted(by.userName()));
        }
        Long letter = letters.letterOf(member.id()).orElse(null);
        Placement placement = letter == null ? null : placements.of(member.id()).orElse(null);
        return new PersonOutcome(
                member.id(),
                member.staffNumber(),
                consultations.get(member.consultationId()),
                staff.find(member.staffNumber()).orElseThrow().inFull(),
                by.userName().equals(member.staffNumber()),
                letter,
                placement == null || placement.optionId() == null ? null : options.get(placement.optionId()),
                placement != null && placement.source() == Placement.Source.APPEAL,
                letter == null ? List.of() : explanations.of(member.id()),
                lodging.lastOf(member.id()).orElse(null),
                lodging.possibility(member.id()));
    }
}

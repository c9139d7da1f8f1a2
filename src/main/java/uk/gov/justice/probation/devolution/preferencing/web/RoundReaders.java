package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * Decides who sees what of a round. What it offers and how its places are shared out: participants, their line managers
 * and colleagues with a role in it. Whether it was fair: who sees everybody's results, and the unions consulted.
 */
@Component
class RoundReaders {
    private final Cohorts cohorts;
    private final StaffDirectory staff;
    private final AllocationReaders results;
    private final Words words;

    RoundReaders(Cohorts cohorts, StaffDirectory staff, AllocationReaders results, Words words) {
        this.cohorts = cohorts;
        this.staff = staff;
        this.results = results;
        this.words = words;
    }

    /** @throws Problem if there is no such consultation */
    Consultations.Facts consultation(long id, Colleague reader) {
        Consultations.Facts consultation = results.found(id);
        if (reader.groups().isEmpty() && own(id, reader).isEmpty() && !manages(id, reader))
            throw new NotAllowedException(
                    "Only those who take part in this consultation, their line managers and colleagues with a role in it can see what it offers.");
        return consultation;
    }

    /**
     * For the tables of who got what.
     *
     * @throws Problem if there is no such consultation
     */
    Consultations.Facts tables(long id, Colleague reader) {
        Consultations.Facts consultation = results.found(id);
        if (!seesResults(reader, consultation)
                && words.parties(consultation).stream().noneMatch(party -> party.isOf(reader)))
            throw new NotAllowedException(
                    "Only the preference panel, HR and the Regional Probation Director of %s and the unions that are consulted can see these tables of '%s'. You are signed in as %s."
                            .formatted(consultation.regionName(), consultation.title(), reader.userName()));
        return consultation;
    }

    /** Whether the colleague also sees everybody's results. */
    boolean seesResults(Colleague reader, Consultations.Facts consultation) {
        return results.include(reader, consultation);
    }

    /** The reader as a participant. */
    Optional<Member> own(long id, Colleague reader) {
        return cohorts.of(reader.userName()).stream()
                .filter(member -> member.consultationId() == id)
                .findFirst();
    }

    private boolean manages(long id, Colleague reader) {
        return staff.all(cohorts.active(id).stream().map(Member::staffNumber).toList()).stream()
                .anyMatch(person -> reader.userName().equals(person.lineManagerStaffNumber()));
    }
}

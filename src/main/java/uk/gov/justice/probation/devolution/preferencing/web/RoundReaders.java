package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * Decides who sees what a round offers and how its places are shared out: participants, their line managers and
 * colleagues with a role in it.
 */
@Component
class RoundReaders {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final StaffDirectory staff;

    RoundReaders(Consultations consultations, Cohorts cohorts, StaffDirectory staff) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.staff = staff;
    }

    /** @throws Problem if there is no such consultation */
    Consultations.Facts consultation(long id, Colleague reader) {
        Consultations.Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
        if (reader.groups().isEmpty() && own(id, reader).isEmpty() && !manages(id, reader))
            throw new NotAllowedException(
                    "Only those who take part in this consultation, their line managers and colleagues with a role in it can see what it offers.");
        return consultation;
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

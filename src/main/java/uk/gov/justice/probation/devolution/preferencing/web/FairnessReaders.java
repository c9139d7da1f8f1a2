package uk.gov.justice.probation.devolution.preferencing.web;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.web.Problem;

/** Decides who sees whether places were shared out fairly: who sees everybody's results, and unions consulted. */
@Component
class FairnessReaders {
    private final Consultations consultations;
    private final AllocationReaders allocation;
    private final Words words;

    FairnessReaders(Consultations consultations, AllocationReaders allocation, Words words) {
        this.consultations = consultations;
        this.allocation = allocation;
        this.words = words;
    }

    /** @throws Problem if there is no such consultation */
    Consultations.Facts consultation(long id, Colleague reader) {
        Consultations.Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
        if (!seesResults(reader, consultation)
                && words.parties(consultation).stream().noneMatch(party -> party.isOf(reader)))
            throw new NotAllowedException(
                    "Only the preference panel, HR and the Regional Probation Director of %s and the unions that are consulted can see these tables of '%s'. You are signed in as %s."
                            .formatted(consultation.regionName(), consultation.title(), reader.userName()));
        return consultation;
    }

    /** Whether the colleague also sees everybody's results. */
    boolean seesResults(Colleague reader, Consultations.Facts consultation) {
        return allocation.include(reader, consultation);
    }
}

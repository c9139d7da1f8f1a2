package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.Problem;

/** Decides who sees everybody's results: the preference panel, HR and the Regional Probation Director of the region. */
@Component
class AllocationReaders {
    private static final List<Role> ROLES = List.of(Panel.ROLE, Role.HR, Role.RPD);

    private final Consultations consultations;

    AllocationReaders(Consultations consultations) {
        this.consultations = consultations;
    }

    /**
     * For a page.
     *
     * @throws Problem if there is no such consultation
     */
    Consultations.Facts consultation(long id, Colleague reader) {
        Consultations.Facts consultation = found(id);
        mustInclude(reader, consultation);
        return consultation;
    }

    /** @throws Problem if there is no such consultation */
    Consultations.Facts found(long id) {
        return consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
    }

    /** Whether the colleague is on the panel and the panel is open. */
    boolean decides(Consultations.Facts consultation, Colleague colleague) {
        return consultation.state() == ConsultationState.PANEL
                && colleague.holds(Panel.ROLE, consultation.regionCode());
    }

    boolean include(Colleague colleague, Consultations.Facts consultation) {
        return ROLES.stream().anyMatch(role -> colleague.holds(role, consultation.regionCode()));
    }

    void mustInclude(Colleague colleague, Consultations.Facts consultation) {
        if (include(colleague, consultation)) return;
        throw new NotAllowedException(
                "Only the preference panel, HR and the Regional Probation Director of %s can see the allocation of '%s'. You are signed in as %s."
                        .formatted(consultation.regionName(), consultation.title(), colleague.userName()));
    }
}

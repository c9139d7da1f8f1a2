package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/** Who sees everybody's results: the preference panel, HR and the Regional Probation Director of the region. */
@Component
class AllocationReaders {
  private static final List<Role> ROLES = List.of(Panel.ROLE, Role.HR, Role.RPD);

  void mustInclude(Colleague colleague, Consultations.Facts consultation) {
    if (ROLES.stream().anyMatch(role -> colleague.holds(role, consultation.regionCode()))) return;
    throw new NotAllowedException("Only the preference panel, HR and the Regional Probation Director of %s can see the allocation of '%s'. You are signed in as %s.".formatted(
        consultation.regionName(), consultation.title(), colleague.userName()));
  }
}

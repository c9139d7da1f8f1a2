package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.util.NoSuchElementException;
import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

/** The projects by their code. Whoever holds one is the only one who takes a place there. */
public interface Projects extends LockingRepository<WorkProject, String> {

  Optional<WorkProject> findById(String code);

  /** @throws NoSuchElementException with a sentence, if there is none */
  default WorkProject get(String code) {
    return findById(code).orElseThrow(() -> new NoSuchElementException("There is no unpaid work project with the code %s.".formatted(code)));
  }
}

package uk.gov.justice.probation.entities;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

public interface Tools extends LockingRepository<Tool, String> {

    Tool save(Tool tool);

    Optional<Tool> findById(String name);
}

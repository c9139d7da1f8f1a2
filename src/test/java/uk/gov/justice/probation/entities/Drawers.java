package uk.gov.justice.probation.entities;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

public interface Drawers extends LockingRepository<Drawer, Long> {

    Drawer save(Drawer drawer);

    Optional<Drawer> findById(long id);
}

package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface HeldPlaceRepository extends LockingRepository<HeldPlace, Long> {

    HeldPlace save(HeldPlace place);

    Optional<HeldPlace> findById(long memberId);
}

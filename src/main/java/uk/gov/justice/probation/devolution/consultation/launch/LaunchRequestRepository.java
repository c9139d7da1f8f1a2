package uk.gov.justice.probation.devolution.consultation.launch;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface LaunchRequestRepository extends LockingRepository<LaunchRequest, Long> {

    LaunchRequest save(LaunchRequest request);

    Optional<LaunchRequest> findById(long processInstanceKey);
}

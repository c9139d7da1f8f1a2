package uk.gov.justice.probation.devolution.programme;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface AskedLaunchRepository extends LockingRepository<AskedLaunch, Long> {

    AskedLaunch save(AskedLaunch asked);

    Optional<AskedLaunch> findById(long processInstanceKey);

    boolean existsByTaskInstance(long taskInstance);

    /** The request of this process, which must be waiting for an answer, locked until the transaction ends. */
    default AskedLaunch lockWaiting(long processInstanceKey) {
        AskedLaunch asked = lockById(processInstanceKey).orElseThrow(AskedLaunch::notWaiting);
        asked.mustWait();
        return asked;
    }
}

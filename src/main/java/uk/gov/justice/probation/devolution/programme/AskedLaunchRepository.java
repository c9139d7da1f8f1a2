package uk.gov.justice.probation.devolution.programme;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface AskedLaunchRepository extends LockingRepository<AskedLaunch, Long> {

    AskedLaunch save(AskedLaunch asked);

    Optional<AskedLaunch> findById(long processInstanceKey);

    boolean existsByTaskInstance(long taskInstance);

    /** Those that wait to be answered, locked until the transaction ends. */
    default AskedLaunch lockWaiting(long processInstanceKey) {
        AskedLaunch asked = lockById(processInstanceKey).orElseThrow(AskedLaunch::notWaiting);
        asked.mustWait();
        return asked;
    }
}

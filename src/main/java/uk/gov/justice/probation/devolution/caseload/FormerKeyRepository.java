package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface FormerKeyRepository extends LockingRepository<FormerKey, Long> {
    FormerKey save(FormerKey key);

    @Query("select k from FormerKey k where k.crn = :crn and k.eventNumber = :eventNumber and k.undoneAt is null")
    Optional<FormerKey> find(String crn, int eventNumber);

    /** What the cases were called that a merge brought, and that were not moved back since; by number. */
    @Query("select k from FormerKey k where k.mergeId = :mergeId and k.undoneAt is null order by k.eventNumber")
    List<FormerKey> ofMerge(long mergeId);
}

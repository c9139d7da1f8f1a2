package uk.gov.justice.probation.devolution.caseload;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface CrnMergeRepository extends LockingRepository<CrnMerge, Long> {
    CrnMerge save(CrnMerge merge);

    /** The merge that holds for a former CRN. */
    @Query("select m from CrnMerge m where m.formerCrn = :formerCrn and m.undoneAt is null")
    Optional<CrnMerge> ofFormer(String formerCrn);
}

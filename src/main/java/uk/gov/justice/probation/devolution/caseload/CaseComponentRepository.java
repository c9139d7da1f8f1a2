package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface CaseComponentRepository extends LockingRepository<CaseComponent, Long> {

    CaseComponent save(CaseComponent component);

    @Query("select c from CaseComponent c where c.caseId = :caseId and c.closedOn is null order by c.kind, c.reference")
    List<CaseComponent> open(long caseId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseComponent c where c.caseId = :caseId and c.closedOn is null order by c.id")
    List<CaseComponent> lockOpen(long caseId);

    @Query("select c from CaseComponent c where c.id in :ids")
    List<CaseComponent> all(Collection<Long> ids);

    @Query("select count(c) > 0 from CaseComponent c where c.caseId = :caseId and c.kind = :kind")
    boolean has(long caseId, ComponentKind kind);
}

package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent event);

    /** Everything recorded for the case, including what was undone. */
    List<CaseEvent> findByCaseId(long caseId);

    @Query(
            "select count(e) > 0 from CaseEvent e where e.caseId = :caseId and e.reasonCode = :reasonCode and e.occurredOn = :occurredOn and e.undoneAt is null")
    boolean isKnownOf(long caseId, String reasonCode, LocalDate occurredOn);

    @Query(
            "select count(e) > 0 from CaseEvent e where e.caseId = :caseId and e.reasonCode = :reasonCode and e.undoneAt is null")
    boolean isKnown(long caseId, String reasonCode);
}

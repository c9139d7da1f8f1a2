package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CorrectedOutcomes extends Repository<CorrectedOutcome, Long> {

    CorrectedOutcome save(CorrectedOutcome outcome);

    List<CorrectedOutcome> findBySessionIdOrderById(long sessionId);
}

package uk.gov.justice.probation.devolution.handover;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HandoverDecisionRepository extends Repository<HandoverDecision, Long> {

    HandoverDecision save(HandoverDecision decision);

    @Query("select d.outcome from HandoverDecision d where d.taskInstance = :task")
    Optional<String> outcomeOf(long task);
}

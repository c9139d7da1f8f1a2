package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

/** Finds requested terminations and saves their answers. */
interface TerminationRequests extends LockingRepository<TerminationRequest, Long> {

    Optional<TerminationRequest> findById(Long processInstanceKey);

    TerminationRequest save(TerminationRequest request);

    /** @throws CannotSucceedException if there is no such request */
    default TerminationRequest get(long instance) {
        return findById(instance).orElseThrow(TerminationRequests::nothing);
    }

    /** Like {@link #get}, but locked until the transaction ends. */
    default TerminationRequest lock(long instance) {
        return lockById(instance).orElseThrow(TerminationRequests::nothing);
    }

    /** @return 0 if the request was already saved, even at the same moment, or if there is no such region */
    @Modifying
    @Query(nativeQuery = true, value = """
      INSERT IGNORE INTO termination_request (process_instance_key, crn, event_number, region_code, asked_at)
      SELECT :instance, :crn, :eventNumber, code, :at FROM region WHERE code = :regionCode
      """)
    int recordOnce(long instance, String crn, int eventNumber, String regionCode, LocalDateTime at);

    private static CannotSucceedException nothing() {
        return new CannotSucceedException(
                "There is no record of this request. Cancel the process, and use the start form again.");
    }
}

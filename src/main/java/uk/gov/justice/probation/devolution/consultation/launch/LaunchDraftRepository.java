package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface LaunchDraftRepository extends LockingRepository<LaunchDraft, Long> {

    LaunchDraft save(LaunchDraft draft);

    Optional<LaunchDraft> findById(long id);

    List<LaunchDraft> findByOwnerOrderByIdDesc(String owner);

    void delete(LaunchDraft draft);

    @Modifying
    @Query("delete from LaunchDraft d where d.changedAt < :before")
    int forgetChangedBefore(LocalDateTime before);
}

package uk.gov.justice.probation.devolution.camunda;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PageCompletionRepository extends Repository<PageCompletion, Long> {

    Optional<PageCompletion> findById(long elementInstance);

    /** @return 0 if somebody asked for it before */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO page_completion (element_instance_key, task_key, completed_by, asked_at) VALUES (:elementInstance, :task, :by, :at)",
            nativeQuery = true)
    int askOnce(long elementInstance, long task, String by, LocalDateTime at);

    @Modifying
    @Query(
            value =
                    "UPDATE page_completion SET accepted_at = :at, completed_by = :by WHERE element_instance_key = :elementInstance AND accepted_at IS NULL",
            nativeQuery = true)
    void accept(long elementInstance, String by, LocalDateTime at);

    @Modifying
    @Query(value = "DELETE FROM page_completion WHERE COALESCE(accepted_at, asked_at) < :before", nativeQuery = true)
    void deleteOlderThan(LocalDateTime before);
}

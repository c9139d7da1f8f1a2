package uk.gov.justice.probation.devolution.audit;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.AppendingRepository;

/**
 * Entries are written immediately and never kept in memory, so that a step recording hundreds does not carry them
 * along.
 */
interface AuditEntryRepository extends AppendingRepository<AuditEntry, Long> {

    /** An entry as it is read. */
    record Row(LocalDateTime at, String actor, String action, String subject, String regionCode, String facts) {}

    /** When something was done. */
    record Done(String action, LocalDateTime at) {}

    /**
     * Writes nothing if the key already exists. A lookup inside the statement would lock the gap between keys, and
     * concurrent writers would wait for each other.
     */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO audit_entry (at, actor, action, subject, region_code, facts, dedup_key) VALUES (:at, :actor, :action, :subject, :region, :facts, :key)",
            nativeQuery = true)
    void recordOnce(
            String key, LocalDateTime at, String actor, String action, String subject, String region, String facts);

    boolean existsByDedupKey(String key);

    @Query(
            "select new uk.gov.justice.probation.devolution.audit.AuditEntryRepository$Row(e.at, e.actor, e.action, e.subject, e.regionCode, e.facts) from AuditEntry e where e.subject = :subject order by e.id")
    List<Row> about(String subject);

    @Query(
            "select new uk.gov.justice.probation.devolution.audit.AuditEntryRepository$Done(e.action, e.at) from AuditEntry e where e.subject = :subject and e.action in :actions order by e.id")
    List<Done> done(String subject, Collection<String> actions);
}

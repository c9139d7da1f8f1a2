package uk.gov.justice.probation.devolution.audit;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Entries are written as they come and never kept in memory: a step that records hundreds does not carry them along.
 */
interface AuditEntryRepository extends Repository<AuditEntry, Long> {

    /** An entry as it is read. */
    record Row(LocalDateTime at, String actor, String action, String subject, String regionCode, String facts) {}

    @Modifying
    @Query(
            value =
                    "INSERT INTO audit_entry (at, actor, action, subject, region_code, facts) VALUES (:at, :actor, :action, :subject, :region, :facts)",
            nativeQuery = true)
    void record(LocalDateTime at, String actor, String action, String subject, String region, String facts);

    /**
     * Nothing is written if the key is there; a lookup inside the statement would lock the gap between keys, and
     * writers beside each other would wait for one another.
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
}

package uk.gov.justice.probation.devolution.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** An entry of the audit. The database itself refuses to change or delete it. */
@Entity
@Immutable
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LocalDateTime at;
    private String actor;
    private String action;
    private String subject;
    private String regionCode;
    private String facts;
    private String dedupKey;

    protected AuditEntry() {}

    AuditEntry(LocalDateTime at, String actor, String action, String subject, String regionCode, String facts) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
        this.regionCode = regionCode;
        this.facts = facts;
    }
}

package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * A requirement, licence condition, appointment, warrant, breach or registration of a case, as its file describes it or
 * as we added it, and how it was closed. The version is the file's: closing the component does not change it, or the
 * next file would be refused. Lock the component before closing or reopening it.
 */
@Entity
@Table(name = "case_component")
@DynamicUpdate
public class CaseComponent extends Aggregate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ComponentKind kind;

    private String reference;
    private String label;
    private LocalDate startedOn;
    private LocalDate closedOn;
    private String outcomeCode;
    private int version;

    protected CaseComponent() {}

    CaseComponent(long caseId, ComponentKind kind, String reference, String label, LocalDate startedOn) {
        this.caseId = caseId;
        this.kind = kind;
        this.reference = reference;
        this.label = label;
        this.startedOn = startedOn;
        this.version = 1;
    }

    /**
     * Closes it. If it is already closed, nothing changes.
     *
     * @param outcome null to leave its outcome as it is
     */
    public void close(LocalDate on, String outcome) {
        if (closedOn != null) return;
        closedOn = on;
        if (outcome != null) outcomeCode = outcome;
    }

    /**
     * Reopens it.
     *
     * @param outcomeBefore the outcome it had before it was closed; null if none
     */
    public void reopen(String outcomeBefore) {
        closedOn = null;
        outcomeCode = outcomeBefore;
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public ComponentKind kind() {
        return kind;
    }

    /** Its number in nDelius. */
    public String reference() {
        return reference;
    }

    /** Its name in nDelius. */
    public String label() {
        return label;
    }

    /** For an appointment, the day on which it takes place. */
    public LocalDate startedOn() {
        return startedOn;
    }

    /** Null while it is open. */
    public LocalDate closedOn() {
        return closedOn;
    }

    /** Null if it has none. An appointment can have one before it is closed. */
    public String outcomeCode() {
        return outcomeCode;
    }

    @Override
    public String toString() {
        return "CaseComponent[id=%d, kind=%s]".formatted(id, kind);
    }
}

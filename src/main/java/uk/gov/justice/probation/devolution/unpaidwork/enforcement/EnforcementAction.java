package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Formula;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** An action taken in an enforcement, by its code in nDelius. */
@Entity
@Table(name = "upw_enforcement_action")
public class EnforcementAction {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Enforcement enforcement;

    private String actionCode;

    @Formula("(SELECT c.name FROM enforcement_action c WHERE c.code = action_code)")
    private String name;

    private LocalDateTime takenAt;
    private String takenBy;
    private LocalDate replyBy;

    protected EnforcementAction() {}

    EnforcementAction(Enforcement enforcement, String code, Instant takenAt, String takenBy, LocalDate replyBy) {
        this.enforcement = enforcement;
        this.actionCode = code;
        this.takenAt = Utc.of(takenAt);
        this.takenBy = takenBy;
        this.replyBy = replyBy;
    }

    public String code() {
        return actionCode;
    }

    /** In words, as it was when it was read. */
    public String name() {
        return name;
    }

    public Instant takenAt() {
        return Utc.instant(takenAt);
    }

    public String takenBy() {
        return takenBy;
    }

    /** Null if it needs no reply. */
    public LocalDate replyBy() {
        return replyBy;
    }
}

package uk.gov.justice.probation.devolution.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/** One region's part of a launch of the plan. The database ensures that a region runs only once at a time. */
@Entity
public class RegionalProgramme extends Aggregate {

    enum State {
        RUNNING,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long programmeId;
    private String regionCode;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    private LocalDate backstop;
    private Long processInstanceKey;
    private LocalDateTime closedAt;

    @Version
    private int version;

    protected RegionalProgramme() {}

    RegionalProgramme(long programmeId, String regionCode, LocalDate backstop, Long processInstanceKey) {
        this.programmeId = programmeId;
        this.regionCode = regionCode;
        this.backstop = backstop;
        this.processInstanceKey = processInstanceKey;
        this.state = State.RUNNING;
    }

    /** @return false if another process instance already runs it */
    boolean runBy(long instance) {
        if (processInstanceKey == null) processInstanceKey = instance;
        return processInstanceKey == instance;
    }

    /** Starts the region's process. */
    void launched() {
        register(ProgrammeMessages.launched(id, programmeId, regionCode));
    }

    /** @return false if it was already closed */
    boolean close(Instant at) {
        if (state == State.CLOSED) return false;
        state = State.CLOSED;
        closedAt = Utc.of(at);
        return true;
    }

    Long id() {
        return id;
    }

    long programmeId() {
        return programmeId;
    }

    String regionCode() {
        return regionCode;
    }

    LocalDate backstop() {
        return backstop;
    }

    String subject() {
        return "programme/" + id;
    }
}

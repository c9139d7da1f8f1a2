package uk.gov.justice.probation.devolution.camunda.migration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses.Deployed;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** What runs by one version of a process goes on by another. It is carried out some instances at a time. */
@Entity
@Table(name = "process_migration")
public class Migration extends Aggregate {
    static final String KIND = "migration/";

    /** After that, whoever was at it is taken to have stopped. */
    private static final Duration AT_IT = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String processId;
    private long fromDefinition;
    private int fromVersion;
    private long toDefinition;
    private int toVersion;
    private Long takesBack;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MigrationState state;

    private String begunBy;
    private LocalDateTime begunAt;
    private LocalDateTime endedAt;
    private LocalDateTime busyUntil;

    /** The version that nothing else may move while this has not ended; unique in the database. */
    private Long underWayFrom;

    @Version
    private int version;

    protected Migration() {}

    Migration(Deployed from, Deployed to, Long takesBack, String by, LocalDateTime at) {
        this.processId = from.processId();
        this.fromDefinition = from.key();
        this.fromVersion = from.version();
        this.toDefinition = to.key();
        this.toVersion = to.version();
        this.takesBack = takesBack;
        this.state = MigrationState.MOVING;
        this.begunBy = by;
        this.begunAt = at;
        this.underWayFrom = from.key();
    }

    /** @return false if it is stopped or done, or if another application is at it */
    boolean takeUp(LocalDateTime now) {
        if (state != MigrationState.MOVING || busyUntil != null && busyUntil.isAfter(now)) return false;
        busyUntil = now.plus(AT_IT);
        return true;
    }

    void putDown() {
        busyUntil = null;
    }

    void end(LocalDateTime at) {
        state = MigrationState.DONE;
        endedAt = at;
        underWayFrom = null;
    }

    void stop() {
        if (state != MigrationState.MOVING) throw new NotPossibleNow("It is not under way, so it cannot be stopped.");
        state = MigrationState.STOPPED;
    }

    void goOn() {
        if (state != MigrationState.STOPPED) throw new NotPossibleNow("Only what was stopped can go on.");
        state = MigrationState.MOVING;
    }

    void mayBeTakenBack() {
        if (takesBack != null)
            throw new NotPossibleNow("This took another migration back. Begin a new one on the page Releases instead.");
        if (state == MigrationState.MOVING)
            throw new NotPossibleNow("It is under way. Stop it first, and then take it back.");
    }

    Deployed from() {
        return new Deployed(fromDefinition, processId, fromVersion);
    }

    Deployed to() {
        return new Deployed(toDefinition, processId, toVersion);
    }

    String subject() {
        return KIND + id;
    }

    public Long id() {
        return id;
    }

    public String processId() {
        return processId;
    }

    public int fromVersion() {
        return fromVersion;
    }

    public int toVersion() {
        return toVersion;
    }

    public Long takesBack() {
        return takesBack;
    }

    public MigrationState state() {
        return state;
    }

    public String begunBy() {
        return begunBy;
    }

    public LocalDateTime begunAt() {
        return begunAt;
    }

    public LocalDateTime endedAt() {
        return endedAt;
    }
}

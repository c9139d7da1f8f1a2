package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** One consultation's round of preferencing. Lock it before changing it. */
@Entity
@Table(name = "preference_round")
public class Round extends KeyedAggregate<Long> {
    @Id
    private Long consultationId;

    @Column(updatable = false)
    private LocalDateTime publishedAt;

    @Column(updatable = false)
    private LocalDateTime closesAt;

    private LocalDateTime closedAt;

    @Column(updatable = false)
    private long seed;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String seedSha256;

    private int panelVersion;
    private LocalDateTime panelOpenedAt;
    private LocalDateTime confirmedAt;

    @Version
    private int version;

    protected Round() {}

    /**
     * The options are published.
     *
     * @param seed of the lottery, drawn before anybody has answered
     */
    Round(long consultationId, Instant publishedAt, Instant closesAt, long seed) {
        this.consultationId = consultationId;
        this.publishedAt = kept(publishedAt);
        this.closesAt = kept(closesAt);
        this.seed = seed;
        this.seedSha256 = sha256(seed);
    }

    /** From now on nobody can answer. */
    public void close(Instant at) {
        closedAt = kept(at);
    }

    /** The panel opens, for the first time or again. */
    public void panelOpened(Instant at) {
        if (panelOpenedAt == null) panelOpenedAt = kept(at);
    }

    /** The panel has moved somebody, so effects shown before must be reviewed again. */
    public void panelMoved() {
        panelVersion++;
    }

    /** The panel has confirmed, for the first time or again. */
    public void panelConfirmed(Instant at) {
        confirmedAt = kept(at);
    }

    public long consultationId() {
        return consultationId;
    }

    public Instant publishedAt() {
        return Utc.instant(publishedAt);
    }

    /** When answers are due from people without a date of their own. */
    public Instant closesAt() {
        return Utc.instant(closesAt);
    }

    /** Null while anybody can still answer. */
    public Instant closedAt() {
        return Utc.instant(closedAt);
    }

    /**
     * The lottery's seed, drawn when the options were published. It must not be shown before the places have been given
     * out.
     */
    public long seed() {
        return seed;
    }

    /**
     * The SHA-256 of the seed's eight bytes, big-endian, in hexadecimal. Shown from the first day, so that anybody can
     * check the seed afterwards.
     */
    public String seedSha256() {
        return seedSha256;
    }

    /** The number of the panel's moves. */
    public int panelVersion() {
        return panelVersion;
    }

    /** When the panel last confirmed; null before. */
    public Instant confirmedAt() {
        return Utc.instant(confirmedAt);
    }

    @Override
    public Long getId() {
        return consultationId;
    }

    static String sha256(long seed) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(ByteBuffer.allocate(Long.BYTES)
                                    .putLong(seed)
                                    .array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Rounded as the database stores it. */
    private static LocalDateTime kept(Instant at) {
        return Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }
}

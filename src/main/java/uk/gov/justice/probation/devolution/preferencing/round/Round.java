package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

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

    private Long seed;

    @Column(name = "seed_sha256", updatable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String commitment;

    @Column(updatable = false)
    private byte[] secret;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String rowsRoot;

    private byte[] saltKey;

    private int panelVersion;
    private LocalDateTime panelOpenedAt;
    private LocalDateTime confirmedAt;

    @Version
    private int version;

    protected Round() {}

    /**
     * The options are published.
     *
     * @param commitment the SHA-256 of the secret, in hexadecimal
     * @param secret drawn before anybody has answered, sealed
     */
    Round(long consultationId, Instant publishedAt, Instant closesAt, String commitment, byte[] secret) {
        this.consultationId = consultationId;
        this.publishedAt = kept(publishedAt);
        this.closesAt = kept(closesAt);
        this.commitment = commitment;
        this.secret = secret;
    }

    /** From now on nobody can answer. */
    public void close(Instant at) {
        closedAt = kept(at);
    }

    /** The seed is known: nobody can answer or add a word any more. */
    public void drawn(long seed) {
        this.seed = seed;
    }

    /**
     * What everybody asked for and may be given is fixed.
     *
     * @param root of the tree of everybody's rows, in hexadecimal
     * @param sealedKey from which the salts of the rows are made
     */
    public void rowsFixed(String root, byte[] sealedKey) {
        rowsRoot = root;
        saltKey = sealedKey;
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

    /** Whether the seed comes from a secret and words. In a round of before it was drawn with the publication. */
    public boolean hasSecret() {
        return secret != null;
    }

    /** The lottery's seed. It must not be shown before the places have been given out. */
    public long seed() {
        if (seed == null)
            throw new NotPossibleNow("The seed is known once the last person's time to answer has ended.");
        return seed;
    }

    /**
     * Shown from the first day: the SHA-256 of the secret, in hexadecimal. In a round without one, that of the seed's
     * eight bytes, big-endian.
     */
    public String commitment() {
        return commitment;
    }

    /** Sealed. */
    byte[] secret() {
        return secret;
    }

    /**
     * The root of the tree of everybody's rows, in hexadecimal; null until the round closes, and in rounds of before.
     * If the rows have changed between closing and the sharing out, that of the later ones.
     */
    public String rowsRoot() {
        return rowsRoot;
    }

    /** Sealed; null where there is no root. */
    public byte[] saltKey() {
        return saltKey;
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

    /** Rounded as the database stores it. */
    private static LocalDateTime kept(Instant at) {
        return Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }
}

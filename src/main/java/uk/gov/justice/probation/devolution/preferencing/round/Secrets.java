package uk.gov.justice.probation.devolution.preferencing.round;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** The secrets of rounds: 32 random bytes each, sealed for their round. */
@Component
public class Secrets {
    private static final int BYTES = 32;

    /** A new secret; only its SHA-256 can be shown. */
    record Drawn(String sha256, byte[] sealed) {}

    private final Sealing sealing;
    private final SecureRandom random = new SecureRandom();

    Secrets(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Seals the key of a round's salts for its round. */
    public byte[] sealedSaltKey(long consultationId, byte[] key) {
        return sealing.seal(key, saltPlace(consultationId)).bytes();
    }

    /** The key of a round's salts. */
    public byte[] openSaltKey(Round round) {
        return sealing.open(Sealed.of(round.saltKey()), saltPlace(round.consultationId()));
    }

    /** 32 random bytes. */
    public byte[] random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    Drawn draw(long consultationId) {
        byte[] secret = random();
        return new Drawn(
                Sha256.hex(Sha256.of(secret)),
                sealing.seal(secret, place(consultationId)).bytes());
    }

    /** The secret of a round that has one. It must not be shown before the places have been given out. */
    public byte[] open(Round round) {
        return sealing.open(Sealed.of(round.secret()), place(round.consultationId()));
    }

    private static String saltPlace(long consultationId) {
        return "preferencing/salts/" + consultationId;
    }

    private static String place(long consultationId) {
        return "preferencing/secret/" + consultationId;
    }
}

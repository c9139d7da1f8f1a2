package uk.gov.justice.probation.devolution.confidential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts ("seals") content with AES-256-GCM, each time with a fresh vector, and binds it to the place it belongs to.
 * Content that was changed, or copied to another place, cannot be opened. Content sealed with an older key can be
 * opened as long as that key is configured.
 */
@Component
public class Sealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern KEY_ID = Pattern.compile("[a-z0-9-]{1,20}");

    private final Map<String, SecretKey> keys = new HashMap<>();
    private final String currentKey;
    private final SecureRandom random = new SecureRandom();

    Sealing(ConfidentialSettings settings) {
        settings.keys().forEach((id, key) -> keys.put(id, key(id, key)));
        currentKey = settings.currentKey();
        if (currentKey == null || !keys.containsKey(currentKey)) {
            throw new IllegalStateException(
                    "devolution.confidential.current-key is '%s', but devolution.confidential.keys has only %s. Name one of them, or add the key"
                            .formatted(currentKey, keys.keySet()));
        }
    }

    /** @param boundTo names the place the content belongs to; it can be opened only for the same place */
    public Sealed seal(byte[] plain, String boundTo) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            return new Sealed(
                    currentKey,
                    iv,
                    cipher(Cipher.ENCRYPT_MODE, currentKey, iv, boundTo).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** @throws CannotBeOpenedException if its key is not configured, or it is not what was sealed for this place */
    public byte[] open(Sealed sealed, String boundTo) {
        if (!keys.containsKey(sealed.keyId())) {
            throw new CannotBeOpenedException(
                    "A record was sealed with the key '%s', which devolution.confidential.keys does not have. Add it again"
                            .formatted(sealed.keyId()),
                    null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed.keyId(), sealed.iv(), boundTo)
                    .doFinal(sealed.content());
        } catch (AEADBadTagException changed) {
            throw new CannotBeOpenedException(
                    "A record does not open with the key '%s': it was changed or moved since it was sealed, or the key is another one under the same id"
                            .formatted(sealed.keyId()),
                    changed);
        } catch (GeneralSecurityException e) {
            throw new CannotBeOpenedException("A sealed record is damaged. Restore it from a backup", e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] iv, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD((keyId + "|" + boundTo).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey key(String id, String base64) {
        if (!KEY_ID.matcher(id).matches()) {
            throw new IllegalStateException(
                    "devolution.confidential.keys: '%s' is not the id of a key: use up to 20 small letters, digits and hyphens"
                            .formatted(id));
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) return new SecretKeySpec(bytes, "AES");
        } catch (IllegalArgumentException notBase64) {
            // reported below, without revealing the key
        }
        throw new IllegalStateException(
                "devolution.confidential.keys.%s must be %d random bytes in Base64, for example from: openssl rand -base64 32"
                        .formatted(id, KEY_BYTES));
    }
}

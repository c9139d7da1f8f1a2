package uk.gov.justice.probation.devolution.confidential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encrypted content as stored: the id of its key, the initialisation vector, and the content with its authentication
 * tag.
 */
public record Sealed(String keyId, byte[] iv, byte[] content) {

    /**
     * The format for one binary column: the length of the key's id, the id, the length of the vector, the vector, the
     * content.
     */
    public byte[] bytes() {
        byte[] key = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + key.length + iv.length + content.length)
                .put((byte) key.length)
                .put(key)
                .put((byte) iv.length)
                .put(iv)
                .put(content)
                .array();
    }

    /** @throws CannotBeOpenedException if the bytes were not written by {@link #bytes} */
    public static Sealed of(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            String keyId = new String(next(buffer, buffer.get()), StandardCharsets.US_ASCII);
            byte[] iv = next(buffer, buffer.get());
            return new Sealed(keyId, iv, next(buffer, buffer.remaining()));
        } catch (RuntimeException cut) {
            throw new CannotBeOpenedException(
                    "A sealed record is cut short or is no sealed record. Restore it from a backup", cut);
        }
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}

package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * The encryption key of the local profile: created at the first start, stored beside the data it protects, readable
 * only by its owner.
 */
final class LocalKey {
    private static final String ID = "local";
    private static final int BYTES = 32;

    private LocalKey() {}

    static Map<String, Object> properties(Path data) {
        Path file = data.resolve("confidential-key");
        try {
            return Map.of(
                    "devolution.confidential.current-key",
                    ID,
                    "devolution.confidential.keys." + ID,
                    OwnersFile.secret(file, BYTES, Base64.getEncoder()::encodeToString));
        } catch (IOException e) {
            throw new LocalStackException(
                    "The key in %s could not be read or made: %s.".formatted(file, e.getMessage()), e);
        }
    }
}

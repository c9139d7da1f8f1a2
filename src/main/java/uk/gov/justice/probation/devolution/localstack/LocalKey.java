package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * The key that seals what is confidential in the local profile: made at the first start, kept beside the data it
 * protects, readable by its owner only.
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

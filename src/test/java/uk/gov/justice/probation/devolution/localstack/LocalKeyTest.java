package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndStays() throws IOException {
        var first = LocalKey.properties(folder.resolve("data"));
        assertThat(first).containsEntry("devolution.confidential.current-key", "local");
        assertThat(Base64.getDecoder().decode((String) first.get("devolution.confidential.keys.local")))
                .hasSize(32);
        assertThat(LocalKey.properties(folder.resolve("data"))).isEqualTo(first);
        assertThat(LocalKey.properties(folder.resolve("other"))).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/confidential-key")))
                .hasSize(2);
    }
}

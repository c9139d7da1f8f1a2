package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceForEachInstallAndOnlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("token/local.token");
        String word = OwnersFile.secret(file, 32, HexFormat.of()::formatHex);

        assertThat(word).hasSize(64);
        assertThat(OwnersFile.secret(file, 32, HexFormat.of()::formatHex)).isEqualTo(word);
        assertThat(OwnersFile.secret(folder.resolve("other"), 32, HexFormat.of()::formatHex))
                .isNotEqualTo(word);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(file.getParent())
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining(path -> path.toString().endsWith(".partial"));
    }

    @Test
    void noCommandLineHasIt() throws IOException {
        Path file = folder.resolve("token");
        OwnersFile.write(file, "a-secret-word");

        assertThat(LocalToken.optionFor(file)).contains(file.toString()).doesNotContain("a-secret-word");
        assertThat(new LocalToken(file).isIn(new LocalToken(file).header())).isTrue();
    }
}

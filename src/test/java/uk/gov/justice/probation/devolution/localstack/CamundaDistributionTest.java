package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamundaDistributionTest {

    @TempDir
    Path folder;

    @Test
    void isUnpackedOnceWithoutItsTopFolder() throws Exception {
        Path archive = archive("camunda-zeebe/lib/a.jar", "content");
        CamundaDistribution distribution = new CamundaDistribution(archive, sha256(archive), folder.resolve("home"));

        distribution.unpack();

        assertThat(distribution.libraries().resolve("a.jar")).hasContent("content");
        Files.delete(archive);
        distribution.unpack();
        assertThat(distribution.isUnpacked()).isTrue();
    }

    @Test
    void aCutOffDownloadIsNamedAndLeavesNothingUnpacked() throws Exception {
        Path archive = archive("camunda-zeebe/lib/a.jar", "content");
        String published = sha256(archive);
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        CamundaDistribution distribution = new CamundaDistribution(archive, published, folder.resolve("home"));

        assertThatThrownBy(distribution::unpack)
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(archive.toString())
                .hasMessageContaining("delete it");
        assertThat(distribution.isUnpacked()).isFalse();
    }

    @Test
    void whatAnInterruptedRunHalfUnpackedIsThrownAway() throws Exception {
        Path archive = archive("camunda-zeebe/lib/a.jar", "content");
        Path leftOver = Files.createDirectories(folder.resolve("home.partial")).resolve("old");
        Files.writeString(leftOver, "half");
        CamundaDistribution distribution = new CamundaDistribution(archive, sha256(archive), folder.resolve("home"));

        distribution.unpack();

        assertThat(distribution.home().resolve("old")).doesNotExist();
        assertThat(leftOver).doesNotExist();
    }

    @Test
    void anEntryThatLeavesTheFolderIsRefused() throws Exception {
        Path archive = archive("camunda-zeebe/../../outside", "content");
        CamundaDistribution distribution = new CamundaDistribution(archive, sha256(archive), folder.resolve("home"));

        assertThatThrownBy(distribution::unpack).isInstanceOf(LocalStackException.class);
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aMissingDownloadSaysHowToGetIt() {
        CamundaDistribution distribution =
                new CamundaDistribution(folder.resolve("none.tar.gz"), "", folder.resolve("home"));

        assertThatThrownBy(distribution::unpack)
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("mvn spring-boot:run");
    }

    private Path archive(String entryName, String content) throws IOException {
        Path archive = folder.resolve("camunda.tar.gz");
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
            TarArchiveEntry entry = new TarArchiveEntry(entryName);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

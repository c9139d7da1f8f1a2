package uk.gov.justice.probation.devolution.preferencing.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/** What the documentation tells people to type is right in {@code sh}, which is dash on Debian. */
class ShellExamplesTest {
    private static final String LOTTERY_OF_105 = "dcd4a185";

    @Test
    void theExamplesOfTheRulesPrintWhatTheRulesSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: there is no sh");
        List<String> examples = Files.readAllLines(Path.of("src/docs/allocation.md")).stream()
                .filter(line -> line.startsWith("    ") && line.endsWith("sha256sum"))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(printed(examples.get(0))).startsWith(LOTTERY_OF_105);
        assertThat(printed(examples.get(1)))
                .startsWith(Sha256.hex(Sha256.of(new byte[] {1}, new byte[32], new byte[32])));
    }

    private static String printed(String example) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", example).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}

package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class CappedLogTest {

    @TempDir
    Path folder;

    @Test
    void neverTakesMoreThanTwiceItsSizeAndKeepsTheLatest() throws Exception {
        CappedLog log = new CappedLog(folder.resolve("logs/part.log"), DataSize.ofKilobytes(16));
        String lines = "a line of a part that logs without pause\n".repeat(10_000) + "the last line\n\n";

        log.copy(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.size(log.file()) + Files.size(folder.resolve("logs/part.log.1")))
                .isLessThan(50_000);
        assertThat(log.lastLine()).isEqualTo("the last line");
    }

    @Test
    void goesOnWhereAnEarlierRunEnded() {
        CappedLog log = new CappedLog(folder.resolve("part.log"), DataSize.ofKilobytes(16));

        log.copy(new ByteArrayInputStream("one\n".getBytes(StandardCharsets.UTF_8)));
        log.copy(new ByteArrayInputStream("two\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(log.file()).hasContent("one\ntwo\n");
    }

    @Test
    void aLogThatIsNotThereHasNoLastLine() {
        assertThat(new CappedLog(folder.resolve("none.log"), DataSize.ofKilobytes(1)).lastLine())
                .isEmpty();
    }
}

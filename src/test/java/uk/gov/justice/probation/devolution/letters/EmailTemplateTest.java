package uk.gov.justice.probation.devolution.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmailTemplateTest {

    @Test
    void eachHasItsTextAndNoTextIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docker/notify"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EmailTemplate.values())
                            .map(EmailTemplate::fileName)
                            .toList());
        }
    }

    @Test
    void wordsStandInTheGaps() {
        EmailTemplate.Text text = EmailTemplate.TASK.with(Map.of(
                "area", "Unpaid work", "due", "5 December 2026", "link", "http://x/work", "settings", "http://x/s"));

        assertThat(text.subject()).isEqualTo("You have a task in Unpaid work");
        assertThat(text.body())
                .startsWith("You have a task in Unpaid work, due 5 December 2026.")
                .contains("http://x/work", "http://x/s")
                .doesNotContain("((");
    }

    @Test
    void aGapWithoutAWordIsNotSent() {
        assertThatThrownBy(() -> EmailTemplate.DIGEST.with(Map.of("due", "today")))
                .hasMessage("The email 'digest' needs 'tasks'");
    }
}

package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What belongs to an answer is shown by our style sheet once the answer is chosen: the script of GOV.UK Frontend gives
 * the radio {@code aria-expanded}, which ARIA does not allow, and without JavaScript nothing would hide.
 */
class RadiosTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern BY_SCRIPT = Pattern.compile("data-aria-controls");
    private static final Pattern REVEALED = Pattern.compile("<div class=\"govuk-radios__conditional\"");
    private static final Pattern AFTER_ITS_RADIO =
            Pattern.compile("</label>\\s*</div>\\s*<div class=\"govuk-radios__conditional\"");

    @Test
    void noRadioIsGivenAStateThatItCannotHave() throws IOException {
        assertThat(templates())
                .filteredOn(page -> BY_SCRIPT.matcher(text(page)).find())
                .isEmpty();
    }

    @Test
    void whatBelongsToAnAnswerStandsRightAfterItsRadio() throws IOException {
        assertThat(templates())
                .filteredOn(page -> count(REVEALED, page) > 0)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(count(AFTER_ITS_RADIO, page))
                        .as(page.toString())
                        .isEqualTo(count(REVEALED, page)));
        assertThat(Files.readString(Path.of("src/main/resources/static/console/console.css")))
                .contains(".govuk-radios__input:not(:checked)) + .govuk-radios__conditional { display: none; }");
    }

    private static long count(Pattern pattern, Path page) {
        return pattern.matcher(text(page)).results().count();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

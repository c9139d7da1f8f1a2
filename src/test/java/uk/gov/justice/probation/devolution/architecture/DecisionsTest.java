package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions have one short shape, and the index lists all of them. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("src/docs/adr");
    private static final String DAY = "\\d{1,2} \\p{Alpha}+ \\d{4}";
    private static final Pattern HEAD = Pattern.compile("# (\\d+)\\. (.+)\n\n(?:Accepted, " + DAY
            + "(?:; in part superseded.+)?|Superseded by \\[ADR \\d+].+, " + DAY + ")\\.\n\n(?<sections>(?s:.+))");
    private static final Pattern SECTION =
            Pattern.compile("(?m)^\\*\\*(Context|Decision|What it costs|Not chosen)\\.\\*\\*\\s+\\S");
    private static final Pattern HEADING = Pattern.compile("(?m)^#");
    private static final int WORDS = 350;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void eachHasItsNumberTitleStatusAndDayAndIsListed(Path file) throws IOException {
        Matcher head = HEAD.matcher(Files.readString(file));
        assertThat(head.matches())
                .as("%s begins with '# number. title' and 'Accepted, day month year.'", file)
                .isTrue();
        assertThat(file.getFileName().toString()).startsWith("%04d-".formatted(Integer.parseInt(head.group(1))));
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("- [%s. %s](%s)".formatted(head.group(1), head.group(2), file.getFileName()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void eachHasItsSectionsInOrderAndIsShort(Path file) throws IOException {
        Matcher head = HEAD.matcher(Files.readString(file));
        assertThat(head.matches())
                .as("%s has a title, a status and sections", file)
                .isTrue();
        String sections = head.group("sections");
        assertThat(sections).as(file.toString()).startsWith("**Context.**").doesNotContainPattern(HEADING);
        assertThat(SECTION.matcher(sections)
                        .results()
                        .map(section -> section.group(1))
                        .toList())
                .as("sections of %s", file)
                .isIn(
                        List.of("Context", "Decision", "What it costs"),
                        List.of("Context", "Decision", "What it costs", "Not chosen"));
        assertThat(Stream.of(sections.split("\\s+"))
                        .filter(word -> word.matches(".*[\\p{L}\\d].*"))
                        .count())
                .as("words of %s", file)
                .isLessThanOrEqualTo(WORDS);
    }

    @Test
    void noNumberIsGivenTwice() throws IOException {
        assertThat(decisions())
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void noLinkOfTheDocumentsLeadsNowhere() throws IOException {
        try (Stream<Path> docs = Stream.concat(
                Stream.of(Path.of("README.md"), Path.of("docker/README.md"), Path.of(".github/CONTRIBUTING.md")),
                Files.walk(Path.of("src/docs")))) {
            for (Path file : docs.filter(doc -> doc.toString().endsWith(".md")).toList()) {
                LINK.matcher(Files.readString(file))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.isBlank())
                        .forEach(link -> assertThat(file.resolveSibling(link).normalize())
                                .as("linked from %s", file)
                                .exists());
            }
        }
    }
}

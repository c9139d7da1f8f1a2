package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;

/**
 * Everybody is called Pat Example. On every page, readers can tell which of them is meant; only the person themself is
 * addressed by name alone.
 */
@ConsoleTest
class NamesInFullTest {
    private static final Pattern NAME_ALONE = Pattern.compile("Pat Example(?! \\([A-Z0-9]+\\))");

    /**
     * Where code may use the name alone: the addressee of a letter, sort keys, and where the staff number is in a field
     * beside it.
     */
    private static final Set<String> TAKES_THE_BARE_NAME = Set.of(
            "WritingOutcomes.java",
            "AppealLetters.java",
            "WelcomingPeople.java",
            "PanelTables.java",
            "AllocationApi.java",
            "AnsweringGates.java",
            "GateWorkers.java",
            "LocalLogins.java",
            "WebAppUsers.java");

    /** Where SQL may: besides the staff file itself, what goes to the person, and what its reader completes. */
    private static final Set<String> READS_THE_BARE_NAME = Set.of(
            "NameInFull.java",
            "StaffRepository.java",
            "StaffImport.java",
            "SealedLetterRepository.java",
            "ReceivingTeamQuery.java");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Programmes programmes;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    private SomethingOfEverything everything;

    @BeforeEach
    void everybodyHasOneName() throws Exception {
        everything = new SomethingOfEverything(http, jdbc, programmes, letters, dueTerminations);
        given.everybodyBut("P0001").named("Pat Example").manager("P0001").save();
        given.theColleague("P0001").named("Pat Example").manager("P0002").save();
        given.theColleague("P0002").grade("PSO").vetting("PENDING").save();
    }

    @Test
    void noPageShowsANameOfWhichOneCannotTellWhoseItIs() throws Exception {
        Map<String, Set<String>> alone = new TreeMap<>();
        Set<String> shown = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) continue;
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/api")) continue;
                MockHttpServletResponse page = http.perform(get(
                                        pattern.replaceAll(SomethingOfEverything.VARIABLE.pattern(), "{$1}"),
                                        everything.path(pattern).toArray())
                                .with(colleague("hr-nw", "preference-panel-nw", "appeal-panel-nw", "change-nw")))
                        .andReturn()
                        .getResponse();
                String text = page.getContentAsString(StandardCharsets.UTF_8);
                if (text.contains("Pat Example (")) shown.add(pattern);
                Set<String> found = NAME_ALONE
                        .matcher(text)
                        .results()
                        .map(match -> text.substring(
                                Math.max(0, match.start() - 60), Math.min(text.length(), match.end() + 20)))
                        .collect(Collectors.toSet());
                if (!found.isEmpty()) alone.put(pattern, found);
            }
        }
        assertThat(alone).isEmpty();
        assertThat(shown)
                .as("pages that name somebody")
                .contains(
                        "/consultations/{id}/people",
                        "/people/{memberId}/ranking",
                        "/people/{memberId}/one-to-one",
                        "/vetting",
                        "/appeals");
    }

    @Test
    void noTemplateNoCodeAndNoFormTakesTheBareNameOfSomebodyElse() throws IOException {
        assertThat(files("src/main/resources/templates", "(?<!me)\\.displayName", Set.of()))
                .isEmpty();
        assertThat(files("src/main/java", "\\.displayName\\(\\)", TAKES_THE_BARE_NAME))
                .isEmpty();
        assertThat(files("src/main/java", "\\b\\w\\.display(_name|Name\\b(?!\\())", READS_THE_BARE_NAME))
                .filteredOn(line -> !line.contains("ORDER BY") && !line.contains("GROUP BY"))
                .isEmpty();
    }

    private static List<String> files(String root, String pattern, Set<String> except) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !except.contains(file.getFileName().toString()))
                    .flatMap(file -> lines(file).stream()
                            .filter(line -> wanted.matcher(line).find())
                            .map(line -> file.getFileName() + ": " + line.strip()))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

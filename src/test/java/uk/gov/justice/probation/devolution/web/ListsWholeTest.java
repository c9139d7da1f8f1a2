package uk.gov.justice.probation.devolution.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page that shows a list lets it be taken along whole, as CSV and as a spreadsheet. */
class ListsWholeTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String OFFER = "~{fragments/parts :: wholeList}";

    /** Pages with tables that are no lists, and why. */
    private static final Map<String, String> NO_LISTS = Map.ofEntries(
            entry("preferencing/appeal.html", "the choices of the one person who appeals"),
            entry("preferencing/allocation-effect.html", "a step before a place is given, not kept"),
            entry("preferencing/ranking.html", "the form in which one person ranks"),
            entry("preferencing/draw.html", "from what one draw was computed"),
            entry("handover/handover.html", "everything about one handover"),
            entry("sign-in.html", "the logins of the local profile, before anybody has signed in"),
            entry("unpaidwork/enforcement.html", "everything about one enforcement"),
            entry("unpaidwork/order.html", "everything about one order"),
            entry("imports/faults.html", "has a file of its own to mend by"),
            entry("consultation/one-to-one.html", "a form"),
            entry("consultation/consultation.html", "everything about one consultation"),
            entry("consultation/launch-people.html", "a step of the launch, whose file HR has brought"),
            entry("unpaidwork/parts.html", "the sessions of pages that offer them"),
            entry("unpaidwork/project.html", "everything about one project, whose sessions are on another page"),
            entry("caseload/cases.html", "everything about one person"),
            entry("consultation/responses.html", "figures about one consultation"),
            entry("fragments/charts.html", "the figures of which a chart is the picture"),
            entry("programme/weekly-parts.html", "the table of the page that offers it"),
            entry("consultation/my.html", "what concerns one person"),
            entry("work/deputies.html", "who stands in for one person, and for whom they do"));

    @Test
    void everyPageWithAListOffersAllOfItAsAFile() throws IOException {
        Map<String, String> pages = pages();
        Set<String> without = pages.entrySet().stream()
                .filter(page ->
                        page.getValue().contains("<table") && !page.getValue().contains(OFFER))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(without)
                .as("add a WholeList to the model and the fragment to the page, or say why its table is no list")
                .isSubsetOf(NO_LISTS.keySet());
    }

    private static Map<String, String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(Collectors.toMap(
                            file -> TEMPLATES.relativize(file).toString().replace('\\', '/'), ListsWholeTest::text));
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

package uk.gov.justice.probation.devolution.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.endtoend.Chromium;

/**
 * Every page that the tests of pages were shown ({@link KeptPages}), in a browser: nothing on it keeps anybody from
 * using it (WCAG 2.2 AA, by axe), and on a screen of 320 pixels nobody has to scroll in two directions.
 */
class EveryPageIT {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String HINDRANCES = """
            tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(results =>
                results.violations.flatMap(rule => rule.nodes.map(node => `${rule.help} (${node.target})`)))""";
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;
    private static final int BROWSERS = 2;

    /**
     * What was seen of a page.
     *
     * @param hindrances what axe found on a wide screen
     * @param narrowest how wide it is on a narrow one
     */
    private record Seen(Path page, List<String> hindrances, int narrowest) {}

    private static List<Path> kept;
    private static List<Seen> seen;

    @BeforeAll
    static void lookAtEach() throws Exception {
        assertThat(KeptPages.FOLDER)
                .as("The tests of pages keep them there: run mvn verify")
                .isDirectory();
        kept = KeptPages.all().stream().filter(EveryPageIT::isOfTheseTemplates).toList();
        Queue<Path> unseen = new ConcurrentLinkedQueue<>(kept);
        List<Future<List<Seen>>> looking = new ArrayList<>();
        seen = new ArrayList<>();
        try (PageServer pages = new PageServer();
                ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
            for (int n = 0; n < BROWSERS; n++) looking.add(browsers.submit(() -> lookAt(unseen, pages)));
            for (Future<List<Seen>> part : looking) seen.addAll(part.get());
        }
    }

    @Test
    void everyTemplateOfAPageWasShown() throws IOException {
        Set<String> shown = kept.stream().map(EveryPageIT::view).collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages(text -> text.contains("~{layout :: page")))
                .as("No test of pages shows it")
                .allMatch(shown::contains);
    }

    @Test
    void everyPageThatCanSayThatSomethingIsWrongWasShownSayingSo() throws IOException {
        Set<String> wrong = kept.stream()
                .filter(page -> page.getFileName().toString().startsWith(KeptPages.ERROR))
                .map(EveryPageIT::view)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages(text -> text.contains("'Error: ")))
                .as("No test of pages makes a mistake on it")
                .allMatch(wrong::contains);
    }

    @Test
    void nothingOnAnyPageKeepsAnybodyFromUsingIt() {
        assertThat(seen).extracting(Seen::page).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(seen.stream().flatMap(page -> page.hindrances().stream()))
                .as("of %d pages", kept.size())
                .isEmpty();
    }

    @Test
    void onANarrowScreenNobodyScrollsInTwoDirections() {
        assertThat(seen).extracting(Seen::page).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(seen.stream()
                        .filter(page -> page.narrowest() > NARROW)
                        .map(page -> "%s: %d pixels".formatted(page.page(), page.narrowest())))
                .as("of %d pages", kept.size())
                .isEmpty();
    }

    /**
     * Each page is written into the same window, in which axe stays as it is: to load and compile axe for each page
     * takes longer than to look at the page.
     */
    private static List<Seen> lookAt(Queue<Path> unseen, PageServer pages) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                Page page = chromium.browser().newPage()) {
            page.navigate(pages.address(kept.getFirst()));
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(pages.axe()));
            for (Path file = unseen.poll(); file != null; file = unseen.poll()) {
                page.setViewportSize(WIDE, HEIGHT);
                page.setContent(withScriptsOfItsOwn(Files.readString(file), seen.size()));
                assertThat(page.locator("body.js-enabled").count())
                        .as("scripts have run on %s", file)
                        .isEqualTo(1);
                List<String> hindrances = hindrances(page, file);
                page.setViewportSize(NARROW, HEIGHT);
                seen.add(new Seen(file, hindrances, (int) page.evaluate("document.documentElement.scrollWidth")));
            }
        }
        return seen;
    }

    /** A window runs a module once; by another address it is another module. */
    private static String withScriptsOfItsOwn(String page, int number) {
        return page.replace(".js\"", ".js?%d\"".formatted(number));
    }

    private static List<String> hindrances(Page page, Path file) {
        assertThat(page.frames()).as("frames of %s", file).hasSize(1);
        List<?> found = (List<?>) page.evaluate(HINDRANCES, WCAG);
        return found.stream().map(each -> "%s: %s".formatted(file, each)).toList();
    }

    /** A page that was kept before its templates changed is of an earlier run. */
    private static boolean isOfTheseTemplates(Path page) {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            long changed = templates
                    .map(template -> template.toFile().lastModified())
                    .max(Long::compare)
                    .orElseThrow();
            return page.toFile().lastModified() >= changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String view(Path page) {
        return KeptPages.FOLDER.relativize(page.getParent()).toString();
    }

    private static List<String> pages(Predicate<String> of) throws IOException {
        List<String> views = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList())
                if (of.test(Files.readString(file)))
                    views.add(TEMPLATES.relativize(file).toString().replaceFirst("\\.html$", ""));
        }
        return views;
    }
}

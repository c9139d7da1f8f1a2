package uk.gov.justice.probation.devolution.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import uk.gov.justice.probation.devolution.endtoend.Chromium;

/**
 * Every page that the tests of pages were shown ({@link KeptPages}), in a browser: nothing on it keeps anybody from
 * using it (WCAG 2.2 AA, by axe), and on a screen of 320 pixels nobody has to scroll in two directions.
 */
class EveryPageIT {
    private static final String CONSOLE = "http://console.test";
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 320;

    private static List<Path> kept;
    private static Chromium chromium;
    private static String govuk;

    @BeforeAll
    static void open() throws IOException {
        assertThat(KeptPages.FOLDER)
                .as("The tests of pages keep them there: run mvn verify")
                .isDirectory();
        kept = KeptPages.all().stream().filter(EveryPageIT::isOfTheseTemplates).toList();
        chromium = Chromium.start();
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/*.min.css");
        govuk = found[0].getURL().toString().replaceFirst("[^/]*$", "");
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
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
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(1280)) {
            Page page = context.newPage();
            for (Path file : kept) {
                page.navigate(address(file));
                for (Rule rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                    for (CheckedNode node : rule.getNodes())
                        found.add("%s: %s (%s)".formatted(file, rule.getHelp(), node.getTarget()));
            }
        }
        assertThat(found).as("of %d pages", kept.size()).isEmpty();
    }

    @Test
    void onANarrowScreenNobodyScrollsInTwoDirections() {
        List<String> wide = new ArrayList<>();
        try (BrowserContext context = context(NARROW)) {
            Page page = context.newPage();
            for (Path file : kept) {
                page.navigate(address(file));
                int width = (int) page.evaluate("document.documentElement.scrollWidth");
                if (width > NARROW) wide.add("%s: %d pixels".formatted(file, width));
            }
        }
        assertThat(wide).as("of %d pages", kept.size()).isEmpty();
    }

    private static BrowserContext context(int width) {
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        context.route("**/*", EveryPageIT::answer);
        return context;
    }

    private static String address(Path page) {
        return CONSOLE + "/" + KeptPages.FOLDER.relativize(page);
    }

    private static void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        try {
            if (path.startsWith("/govuk/")) fulfil(route, path, URI.create(govuk + path.substring("/govuk/".length())));
            else if (path.startsWith("/assets/")) fulfil(route, path, URI.create(govuk + path.substring(1)));
            else if (path.startsWith("/console/"))
                fulfil(route, path, Path.of("src/main/resources/static" + path).toUri());
            else fulfil(route, path, KeptPages.FOLDER.resolve(path.substring(1)).toUri());
        } catch (IOException e) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }

    private static void fulfil(Route route, String path, URI content) throws IOException {
        try (InputStream bytes = content.toURL().openStream()) {
            route.fulfill(new Route.FulfillOptions().setContentType(type(path)).setBodyBytes(bytes.readAllBytes()));
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "html" -> "text/html;charset=UTF-8";
            default -> "application/octet-stream";
        };
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

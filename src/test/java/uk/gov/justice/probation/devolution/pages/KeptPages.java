package uk.gov.justice.probation.devolution.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MvcResult;

/**
 * Keeps every page that a test of pages was shown, one of each shape, for {@link EveryPageIT}: whatever a test makes a
 * page say, its errors too, is looked at in a browser afterwards.
 */
@TestConfiguration(proxyBeanMethods = false)
public class KeptPages {
    static final Path FOLDER = Path.of("target/pages");
    static final String ERROR = "error-";

    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>");
    private static final Pattern NAMES = Pattern.compile("([a-z-]+)(?:=\"[^\"]*\")?");
    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");

    @Bean
    MockMvcBuilderCustomizer keepsPages() {
        return builder -> builder.alwaysDo(KeptPages::keep);
    }

    private static void keep(MvcResult result) throws IOException {
        String type = result.getResponse().getContentType();
        if (type == null || !type.startsWith("text/html") || result.getModelAndView() == null) return;
        String view = result.getModelAndView().getViewName();
        String page = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        if (view == null || !page.contains("<html")) return;
        keep(view, page);
    }

    /** Keeps a page that was not asked for through {@code MockMvc}. */
    public static void keep(String view, String page) throws IOException {
        String state = page.contains("<title>Error: ") ? ERROR : "";
        Path folder = Files.createDirectories(FOLDER.resolve(view));
        Path kept = folder.resolve(state + shape(page) + ".html");
        Path written = Files.createTempFile(folder, "written", ".part");
        Files.writeString(written, page);
        Files.move(written, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Pages have one shape if they are made of the same elements with the same classes and attributes. What stands
     * around them is the same for all pages of a colleague, and not looked at once more for each.
     */
    private static String shape(String page) {
        TreeSet<String> elements = new TreeSet<>();
        String main = page.substring(Math.max(0, page.indexOf("<main")));
        for (MatchResult tag : (Iterable<MatchResult>) TAG.matcher(main).results()::iterator) {
            TreeSet<String> names = new TreeSet<>();
            NAMES.matcher(tag.group(2)).results().forEach(name -> names.add(name.group(1)));
            var classes = CLASSES.matcher(tag.group(2));
            elements.add(tag.group(1) + names + (classes.find() ? classes.group(1) : ""));
        }
        CRC32 sum = new CRC32();
        sum.update(elements.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    static List<Path> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Each of our settings is listed with its default in a table for those who set it: the README for people trying it out,
 * docker/README for people running it.
 */
class SettingsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("[\"{](devolution\\.[a-z.-]+)[\":}]");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A row of a table: the names in it, and its whole text. */
    private record Line(Set<String> names, String text) {

        /** Also lists a setting by a star, by a key of a map or, after "…", by its variable. */
        boolean lists(String setting) {
            return names.stream()
                    .anyMatch(name -> name.equals(setting)
                            || name.startsWith(setting + ".")
                            || name.endsWith(".*") && setting.startsWith(name.substring(0, name.length() - 1))
                            || text.contains("`, …")
                                    && parent(name).equals(parent(setting))
                                    && text.contains(
                                            setting.substring(parent(setting).length() + 1)
                                                            .replace("-", "")
                                                            .toUpperCase()
                                                    + "`"));
        }

        private static String parent(String name) {
            return name.substring(0, name.lastIndexOf('.'));
        }
    }

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        List<Line> lines = Stream.concat(lines(Path.of("README.md")), lines(Path.of("docker/README.md")))
                .toList();
        List<String> missing = new ArrayList<>();
        Map<String, String> settings = settings();
        settings.forEach((setting, standard) -> {
            List<Line> listing =
                    lines.stream().filter(line -> line.lists(setting)).toList();
            if (listing.isEmpty()) missing.add(setting + " is in no table");
            else if (listing.stream().noneMatch(line -> says(line, setting, standard)))
                missing.add("%s is listed without its default %s".formatted(setting, standard));
        });
        assertThat(settings).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    @Test
    void noTableNamesASettingThatIsNone() throws IOException {
        Set<String> settings = settings().keySet();
        Stream.concat(lines(Path.of("README.md")), lines(Path.of("docker/README.md")))
                .flatMap(line -> line.names().stream())
                .forEach(name -> {
                    String begins = name.replaceAll("\\.?[*<].*", "");
                    assertThat(settings)
                            .as(name)
                            .anyMatch(setting -> setting.equals(begins)
                                    || setting.startsWith(begins + ".")
                                    || begins.startsWith(setting + "."));
                });
    }

    private static boolean says(Line line, String setting, String standard) {
        if (standard == null
                || line.text().contains("Settings](") && !line.names().contains(setting)) return true;
        return line.text().toLowerCase().contains(standard.toLowerCase());
    }

    /** The default of each setting, by name; null if there is none. */
    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scan.findCandidateComponents("uk.gov.justice.probation.devolution").stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .filter(Class::isRecord)
                .forEach(type -> collect(
                        type.getAnnotation(ConfigurationProperties.class).value(), type, settings));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                PLACEHOLDER
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> settings.putIfAbsent(found.group(1), null));
            }
        }
        return settings;
    }

    private static void collect(String prefix, Class<?> type, Map<String, String> settings) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            if (component.getType().isRecord()) {
                collect(name, component.getType(), settings);
                continue;
            }
            DefaultValue standard = Stream.of(type.getDeclaredConstructors())
                    .flatMap(constructor -> Stream.of(constructor.getParameters()))
                    .filter(parameter -> parameter.getName().equals(component.getName())
                            && parameter.isAnnotationPresent(DefaultValue.class))
                    .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                    .findFirst()
                    .orElse(null);
            settings.put(name, standard == null || standard.value().length == 0 ? null : standard.value()[0]);
        }
    }

    private static Stream<Line> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(line -> new Line(names(line), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names of settings in the first cell. {@code .data} after {@code devolution.local.folder} means its neighbour.
     */
    private static Set<String> names(String line) {
        String[] cells = line.split("\\|");
        String cell = cells[1].contains("`devolution.") ? cells[1] : cells[2];
        Set<String> names = new TreeSet<>();
        String last = "";
        for (String code : CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList()) {
            if (code.startsWith("devolution.")) last = code;
            else if (code.startsWith(".") && !last.isEmpty())
                last = last.substring(0, last.replace(".*", "").lastIndexOf('.')) + code;
            else continue;
            names.add(last);
        }
        return names;
    }
}

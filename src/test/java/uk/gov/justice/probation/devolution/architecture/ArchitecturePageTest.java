package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import uk.gov.justice.probation.devolution.DevolutionApplication;

/** The picture of the floors in src/docs/architecture.md matches the code. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("src/docs/architecture.md");
    private static final Path DRAWN = Path.of("target/architecture.md");
    private static final Pattern NAMED =
            Pattern.compile("`@?([A-Z][a-z]+[A-Za-z]*|[a-z-]+\\.(?:bpmn|dmn|form))(?:\\.[a-z]\\w*)?`");
    private static final String FROM = "<!-- floors: written by ArchitecturePageTest -->\n";
    private static final String TO = "<!-- end of floors -->";

    @Test
    void theFloorsAreDrawnAsTheyStand() throws IOException {
        String page = Files.readString(PAGE);
        String drawn = page.substring(0, page.indexOf(FROM) + FROM.length())
                + picture(uses())
                + page.substring(page.indexOf(TO));
        Files.writeString(DRAWN, drawn);

        assertThat(page)
                .as("The floors have changed. Look at %s, and copy it to %s if that is what you meant", DRAWN, PAGE)
                .isEqualTo(drawn);
    }

    @Test
    void theClassesAndFilesItNamesAreThere() throws IOException {
        Set<String> there = new HashSet<>();
        for (String folder : List.of("src", "processes", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.map(file -> file.getFileName().toString()).forEach(there::add);
            }
        }
        assertThat(NAMED.matcher(Files.readString(PAGE))
                        .results()
                        .map(named -> named.group(1))
                        .map(named -> named.contains(".") ? named : named + ".java")
                        .toList())
                .hasSizeGreaterThan(40)
                .allSatisfy(named -> assertThat(there).contains(named));
    }

    private static Map<String, Set<String>> uses() {
        ApplicationModules modules = ApplicationModules.of(DevolutionApplication.class);
        Map<String, Set<String>> uses = new TreeMap<>();
        modules.stream()
                .forEach(module -> uses.put(
                        module.getIdentifier().toString(),
                        module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(used -> used.getIdentifier().toString())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return uses;
    }

    private static String picture(Map<String, Set<String>> uses) {
        Map<String, Integer> floors = new HashMap<>();
        uses.keySet().forEach(module -> floor(module, uses, floors));
        StringBuilder picture = new StringBuilder("```mermaid\nflowchart TB\n");
        floors.values().stream().distinct().sorted(Comparator.reverseOrder()).forEach(floor -> {
            List<String> rooms = floors.entrySet().stream()
                    .filter(one -> one.getValue().equals(floor))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            picture.append("  subgraph floor%d [ ]\n    direction LR\n".formatted(floor));
            rooms.forEach(room -> picture.append("    %s\n".formatted(room)));
            picture.append("  end\n");
        });
        uses.forEach((module, used) -> used.stream()
                .filter(lower -> !reachedOtherwise(module, lower, uses))
                .forEach(lower -> picture.append("  %s --> %s\n".formatted(module, lower))));
        return picture.append("```\n").toString();
    }

    private static int floor(String module, Map<String, Set<String>> uses, Map<String, Integer> floors) {
        Integer known = floors.get(module);
        if (known != null) return known;
        int floor = uses.get(module).stream()
                .mapToInt(used -> floor(used, uses, floors) + 1)
                .max()
                .orElse(0);
        floors.put(module, floor);
        return floor;
    }

    private static boolean reachedOtherwise(String module, String lower, Map<String, Set<String>> uses) {
        return uses.get(module).stream()
                .filter(between -> !between.equals(lower))
                .anyMatch(between -> reaches(between, lower, uses));
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(between -> reaches(between, to, uses));
    }
}

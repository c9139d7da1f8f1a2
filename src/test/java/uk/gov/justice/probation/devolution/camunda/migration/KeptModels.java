package uk.gov.justice.probation.devolution.camunda.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The models of the releases that are kept, and those of today. */
public final class KeptModels {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path TODAY = Path.of("");

    private final Path root;

    private KeptModels(Path root) {
        this.root = root;
    }

    public static KeptModels ofToday() {
        return new KeptModels(TODAY);
    }

    static List<KeptModels> ofReleases() {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.sorted().map(KeptModels::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeptModels ofTheReleaseBefore() {
        return ofReleases().stream()
                .max(Comparator.comparing(
                        kept -> Integer.parseInt(kept.root.getFileName().toString())))
                .orElseThrow();
    }

    /** Processes, decisions and forms. */
    List<Path> files() {
        try (Stream<Path> processes = Files.walk(root.resolve("processes"));
                Stream<Path> forms = Files.walk(root.resolve("forms"))) {
            return Stream.concat(processes, forms)
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> processes() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.replace(".bpmn", ""))
                .toList();
    }

    public String bpmn(String processId) {
        return files().stream()
                .filter(file -> file.endsWith(processId + ".bpmn"))
                .map(KeptModels::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}

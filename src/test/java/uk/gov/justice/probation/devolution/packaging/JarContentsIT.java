package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The jar for a cluster contains nothing that only the local profile, a test or another operating system needs. */
@DisplayName("The jar")
class JarContentsIT {

    private static final long MEGABYTE = 1_000_000;
    private static final long LARGEST_MEGABYTES = 180;

    @Test
    void holdsTheApplication() throws IOException {
        List<String> resources = entries().stream()
                .filter(name -> name.matches("BOOT-INF/classes/.*\\.(yaml|sql|bpmn|dmn|form)"))
                .toList();
        assertThat(resources)
                .contains("BOOT-INF/classes/application.yaml", "BOOT-INF/classes/application-cluster.yaml")
                .anyMatch(name -> name.endsWith(".sql"))
                .anyMatch(name -> name.endsWith(".bpmn"))
                .anyMatch(name -> name.endsWith(".dmn"))
                .anyMatch(name -> name.endsWith(".form"));
        assertThat(libraries())
                .anyMatch(name -> name.startsWith("mysql-connector-j-"))
                .as("what the client of GOV.UK Notify calls")
                .anyMatch(name -> name.startsWith("commons-io-"))
                .anyMatch(name -> name.startsWith("commons-codec-"));
    }

    @Test
    void holdsNothingOfTheLocalProfile() throws IOException {
        assertThat(entries()).noneMatch(LocalOnly::matches);
    }

    @Test
    void holdsNoLibraryOfTheTests() throws IOException {
        assertThat(libraries())
                .noneMatch(
                        name -> name.matches(
                                "(junit|mockito|assertj|jqwik|playwright|camunda-process-test|zeebe-process-test|testing-mysql).*"));
    }

    @Test
    void holdsNoNativeCodeButTheSolversForLinux() throws IOException {
        assertThat(libraries())
                .filteredOn(name -> name.matches("ortools-.*"))
                .extracting(name -> name.replaceFirst("-[0-9.]+\\.jar$", ""))
                .containsExactlyInAnyOrder("ortools-java", "ortools-linux-x86-64", "ortools-linux-aarch64");
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (String library : libraries()) {
                // the solver's loader asks JNA for the name of the platform; its own libraries are not loaded
                if (library.startsWith("ortools-linux-") || library.startsWith("jna-")) continue;
                try (ZipInputStream nested =
                        new ZipInputStream(jar.getInputStream(jar.getEntry("BOOT-INF/lib/" + library)))) {
                    for (ZipEntry entry = nested.getNextEntry(); entry != null; entry = nested.getNextEntry()) {
                        assertThat(entry.getName()).as(library).doesNotMatch("(?i).*\\.(so|dll|exe|dylib|jnilib)");
                    }
                }
            }
        }
    }

    /** Two builds of one commit are the same then, byte for byte. */
    @Test
    void knowsNothingOfWhenItWasBuilt() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct())
                    .as("project.build.outputTimestamp")
                    .hasSize(1);
        }
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<project.build.outputTimestamp>");
    }

    @Test
    void isNoLargerThanItHasToBe() throws IOException {
        long megabytes = Files.size(jar()) / MEGABYTE;
        System.out.printf(
                "%s: %d MB, %d libraries%n",
                jar().getFileName(), megabytes, libraries().size());
        assertThat(megabytes).isLessThan(LARGEST_MEGABYTES);
    }

    static List<String> libraries() throws IOException {
        return entries().stream()
                .filter(name -> name.matches("BOOT-INF/lib/.+"))
                .map(name -> name.substring("BOOT-INF/lib/".length()))
                .toList();
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("psc-devolution-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

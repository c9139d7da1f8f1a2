package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every part of the jar is under licences that somebody has read: those on the list, and no others. */
@DisplayName("The licences of the jar")
class LicencesIT {
    private static final Path LIST = Path.of("src/test/resources/licences.txt");
    private static final Path PARTS = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    @Test
    void areAllOnTheListAndNoneIsOnItInVain() throws IOException {
        Set<String> allowed = allowed();
        Set<String> found = new TreeSet<>();
        for (JsonNode part : new ObjectMapper().readTree(PARTS.toFile()).path("components")) {
            Set<String> licences = licences(part);
            String name = part.path("name").asText();
            assertThat(licences).as(name).isNotEmpty().isSubsetOf(allowed);
            found.addAll(licences);
        }

        assertThat(found).isEqualTo(allowed);
    }

    private static Set<String> licences(JsonNode part) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode one : part.path("licenses")) {
            JsonNode licence = one.path("license");
            String name = licence.path("name").asText();
            licences.add(licence.path("id").asText(name));
        }
        return licences;
    }

    private static Set<String> allowed() throws IOException {
        Set<String> allowed = new TreeSet<>(Files.readAllLines(LIST));
        allowed.removeIf(line -> line.startsWith("#"));
        return allowed;
    }
}

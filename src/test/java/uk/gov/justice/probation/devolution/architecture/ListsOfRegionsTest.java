package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which regions and units there are is data: no code, form, decision or page lists them (ADR 0111). */
class ListsOfRegionsTest {
    private static final List<Path> PLACES = List.of(
            Path.of("src/main/java"), Path.of("forms"), Path.of("processes"), Path.of("src/main/resources/templates"));
    /** Invented people and cases are of invented regions, whatever else there is. */
    private static final Path SAMPLE = Path.of("src/main/java/uk/gov/justice/probation/devolution/localstack/sample");

    private static final Pattern REGION = Pattern.compile("(?m)^  \\('(\\w+)', '([^']+)', 'N\\d\\d'");
    private static final Pattern UNIT = Pattern.compile("(?m)^  \\('(\\w+)', '([^']+)', '(?:PSC|LSC)'");

    @Test
    void nothingListsTheRegionsOrUnits() throws IOException {
        List<Pattern> kinds = List.of(named(REGION), named(UNIT));
        for (Path place : PLACES) {
            assertThat(files(place)).isNotEmpty().allSatisfy(file -> {
                String text = Files.readString(file);
                assertThat(kinds)
                        .as("%s names several regions or units: read them from the tables", file)
                        .allSatisfy(named -> assertThat(in(text, named)).hasSizeLessThan(2));
            });
        }
    }

    @Test
    void aListIsFoundHoweverItIsWritten() throws IOException {
        Pattern regions = named(REGION);
        assertThat(List.of(
                        "List.of(\"NW\", \"EM\")",
                        "enum Region {\n    NW,\n    YATH(\"Yorkshire\"),\n}",
                        "{\"label\": \"North West\", \"value\": \"GM\"}, {\"value\": \"LONDON\"}",
                        "<option value='GM'></option><option value='SC'></option>",
                        "Map.of(\"North West\", 1, \"London\", 2)"))
                .allSatisfy(list -> assertThat(in(list, regions)).hasSizeGreaterThan(1));
        assertThat(in("the code of a region, such as \"NW\"", regions)).hasSize(1);
        assertThat(in("Set.of(\"PSC_LIVERPOOL\", \"PSC_WAKEFIELD\")", named(UNIT)))
                .hasSize(2);
    }

    private static Set<String> in(String text, Pattern named) {
        Set<String> found = new HashSet<>();
        named.matcher(text).results().forEach(one -> found.add(one.group(1) == null ? one.group(2) : one.group(1)));
        return found;
    }

    /** A code or name in quotation marks, or a code as an enum would have it. */
    private static Pattern named(Pattern rows) throws IOException {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V6__regions_sites_and_teams.sql"));
        Set<String> words = rows.matcher(migration)
                .results()
                .flatMap(row -> Stream.of(row.group(1), row.group(2)))
                .collect(Collectors.toSet());
        assertThat(words).hasSizeGreaterThan(7);
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        return Pattern.compile("[\"']%s\\\\?[\"']|(?m)^\\s*%s(?=[(,;])".formatted(any, any));
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(SAMPLE))
                    .toList();
        }
    }
}

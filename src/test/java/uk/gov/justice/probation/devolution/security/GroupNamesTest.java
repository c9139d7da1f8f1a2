package uk.gov.justice.probation.devolution.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of task groups are built in {@link TaskGroup} and nowhere else. */
class GroupNamesTest {
    private static final Path SOURCE = Path.of("src/main/java");
    private static final String WORDS =
            Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining("|"));
    private static final Pattern PUT_TOGETHER = Pattern.compile(
            "\"(?:%s)-(?:%%s)?\"|(?i:role\\w*|word\\(\\))(?:\\(\\))? \\+ \"-\"|\"-\" \\+ [\\w.()]*(?:regionSlug|regionCode)"
                    .formatted(WORDS));

    @Test
    void noOtherClassPutsTheNameOfAGroupTogether() throws IOException {
        assertThat(lines())
                .hasSizeGreaterThan(10_000)
                .filteredOn(line -> PUT_TOGETHER.matcher(line).find())
                .isEmpty();
        assertThat(List.of(
                        "send(\"hr-\" + slug",
                        "role + \"-\" + code",
                        "role.word() + \"-\" + code",
                        "practitionerRole() + \"-\" + x",
                        "\"tu-%s\".formatted(x)",
                        "kind + \"-\" + probationCase.regionSlug()"))
                .as("what it looks for")
                .allMatch(line -> PUT_TOGETHER.matcher(line).find());
    }

    @Test
    void aRoleIsHeldForWhatItIsHeldFor() {
        assertThat(TaskGroup.of(Role.HR, "NW").name()).isEqualTo("hr-nw");
        assertThat(TaskGroup.of(Role.HR, "nw")).isEqualTo(TaskGroup.of(Role.HR, "NW"));
        assertThat(TaskGroup.of(Role.PSC_MANAGER, "liverpool").name()).isEqualTo("psc-manager-liverpool");
        assertThat(TaskGroup.of(Role.PSC_SERVICE_OWNER).name()).isEqualTo("psc-service-owner");
        assertThatThrownBy(() -> TaskGroup.of(Role.HR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TaskGroup.of(Role.PSC_SERVICE_OWNER, "NW"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TaskGroup.named("hr-")).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("TaskGroup.java")
                            && !file.endsWith("Role.java"))
                    .flatMap(GroupNamesTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyHoldsARoleForNothingInParticular() {
        Colleague hr = new Colleague("hr", Set.of("hr-nw"));

        assertThat(hr.holds(Role.HR, "")).isFalse();
        assertThatThrownBy(() -> hr.mustHold(Role.HR, " ", "clear somebody")).isInstanceOf(NotAllowedException.class);
    }
}

package uk.gov.justice.probation.devolution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.architecture.ImportedClasses;
import uk.gov.justice.probation.devolution.work.Family;

/** Every family of processes says in one class what it does about every fact; {@code src/docs/facts.md} shows it. */
class EveryFactTest {
    private static final Path PAGE = Path.of("src/docs/facts.md");
    private static final String TABLE = "<!-- the table follows; EveryFactTest writes it -->\n";

    private static List<LooksAgain> families;

    @BeforeAll
    static void find() {
        families = ImportedClasses.ofTheProduct().stream()
                .filter(found -> found.isAssignableTo(LooksAgain.class) && !found.isInterface())
                .map(EveryFactTest::made)
                .sorted(Comparator.comparing(LooksAgain::family))
                .toList();
    }

    /** Only what it says is asked. */
    private static LooksAgain made(JavaClass family) {
        try {
            Constructor<?> constructor = family.reflect().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (LooksAgain) constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    @Test
    void everyFamilyHasOneClassThatSaysIt() throws IOException {
        assertThat(families.stream().map(LooksAgain::family))
                .containsExactlyInAnyOrder(
                        "Programmes",
                        "Handovers",
                        "Consultations",
                        "Places and appeals",
                        "Letters",
                        "Unpaid work",
                        "Terminations")
                .hasSameSizeAs(Family.values());
        try (Stream<Path> folders = Files.list(Path.of("processes"))) {
            assertThat(folders.filter(Files::isDirectory)).hasSameSizeAs(families);
        }
    }

    @Test
    void everyFamilySaysWhatItDoesAboutEveryFact() {
        for (LooksAgain family : families)
            for (Fact fact : Fact.values()) {
                Reaction reaction = family.to(fact);
                assertThat(reaction.words())
                        .as("%s, %s", family.family(), fact)
                        .matches("(?s)[A-Z].{10,400}\\.")
                        .doesNotContain("|");
                assertThat(reaction.does()).isNotNull();
            }
    }

    @Test
    void everyFactIsReadBySomebody() {
        for (Fact fact : Fact.values())
            assertThat(families.stream().map(family -> family.to(fact).words()))
                    .as(fact.name())
                    .anyMatch(words -> !words.startsWith("Nothing: "));
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Fact fact : Fact.values()) {
            table.append("\n## ").append(fact.inWords()).append("\n\n| processes | what happens |\n|---|---|\n");
            for (LooksAgain family : families)
                table.append("| %s | %s |\n"
                        .formatted(family.family(), family.to(fact).words()));
        }
        String page = Files.exists(PAGE) ? Files.readString(PAGE) : TABLE;
        String written = page.substring(0, page.indexOf(TABLE)) + TABLE + table;
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("facts.md"), written);
        assertThat(page).as("Copy target/facts.md to " + PAGE).isEqualTo(written);
    }
}

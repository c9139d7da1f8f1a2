package uk.gov.justice.probation.devolution.security;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/** The list of task groups is closed: logins, Camunda's groups and the tasks of all models name only groups on it. */
@JdbcTest
@WithDatabase
class TaskGroupsTest {
    private static final Pattern CANDIDATES = Pattern.compile("candidateGroups=\"([^\"]*)\"");
    private static final Pattern OF_A_REGION = Pattern.compile("&quot;([a-z-]+)-&quot; \\+ regionSlug");

    /** Variables that hold groups; {@link #whatOurStepsNameAsGroupsAreTaskGroups} says which. */
    private static final Set<String> VARIABLES = Set.of(
            "=[helpGroup]",
            "=[ownerGroup]",
            "=[practitionerGroup]",
            "=[startGroup]",
            "=[union.group]",
            "=confirmGroups",
            "=fromManagerGroups",
            "=managerGroups",
            "=receivingGroups",
            "=toManagerGroups");

    @Autowired
    JdbcClient jdbc;

    private Set<String> all;

    @BeforeEach
    void read() {
        all = new TaskGroupsQuery(jdbc, CLOCK).all();
    }

    @Test
    void aGroupIsARoleAndWhatItIsHeldFor() {
        assertThat(all)
                .contains(
                        "psc-service-owner",
                        "hr-nw",
                        "hr-kss",
                        "head-of-operations-yath",
                        "psc-manager-norwich",
                        "case-admin-nw",
                        "case-admin-liverpool",
                        "tu-gmb-scoop")
                .doesNotContain("psc-manager-nw", "hr-liverpool", "tu-nw", "probation-staff", "demo");
        assertThat(all)
                .allSatisfy(name ->
                        assertThat(TaskGroup.named(name).orElseThrow().name()).isEqualTo(name));
        assertThat(Stream.of("finance-everyone", "all-users-nw", "hrnw", "", "-nw", "xhr-nw")
                        .map(TaskGroup::named))
                .allMatch(group -> group.isEmpty());
    }

    @Test
    void everyGroupOfALocalLoginIsATaskGroup() throws IOException {
        List<String> groups = Files.readAllLines(Path.of("src/main/resources/localstack/logins.csv")).stream()
                .skip(1)
                .flatMap(line ->
                        Arrays.stream(line.substring(line.lastIndexOf(',') + 1).split("[| ]+")))
                .distinct()
                .toList();
        assertThat(groups).hasSizeGreaterThan(80);
        assertThat(all).containsAll(groups);
    }

    @Test
    void everyCandidateGroupOfAModelIsATaskGroup() throws IOException {
        Set<String> unknown = new TreeSet<>();
        int found = 0;
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Matcher candidates = CANDIDATES.matcher(Files.readString(model));
                while (candidates.find()) {
                    found++;
                    Matcher roles = OF_A_REGION.matcher(candidates.group(1));
                    boolean ofARegion = false;
                    while (roles.find()) {
                        ofARegion = true;
                        if (!all.contains(roles.group(1) + "-nw"))
                            unknown.add(model.getFileName() + ": " + roles.group(1));
                    }
                    if (!ofARegion && !VARIABLES.contains(candidates.group(1)))
                        unknown.add(model.getFileName() + ": " + candidates.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(unknown).isEmpty();
    }

    /**
     * Who is responsible for a unit, who administers its cases, who manages a sentence, a union; HR stands in for a
     * line manager who does not exist. Who helps where an email does not arrive is a task group by its type.
     */
    @Test
    void whatOurStepsNameAsGroupsAreTaskGroups() {
        jdbc.sql("SELECT slug, kind FROM unit").query(row -> {
            boolean region = row.getString("kind").equals("REGION");
            assertThat(all)
                    .contains(
                            (region ? "head-of-operations-" : "psc-manager-") + row.getString("slug"),
                            "case-admin-" + row.getString("slug"));
            if (region)
                assertThat(all)
                        .contains(
                                "pso-" + row.getString("slug"),
                                "practitioner-" + row.getString("slug"),
                                "hr-" + row.getString("slug"));
        });
        jdbc.sql("SELECT slug FROM trade_union")
                .query(String.class)
                .list()
                .forEach(slug -> assertThat(all).contains("tu-" + slug));
    }
}

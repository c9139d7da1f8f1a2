package uk.gov.justice.probation.devolution.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * A module touches only its own tables (ADR 0075). {@value #OWNERS} names the owner of each table and marks those that
 * everybody may read. A view named after the module that keeps it ({@code caseload_…_view}) may be read by everybody
 * and shows only that module's tables. Violations not cured yet are listed in {@value #FOREIGN}, one "module table
 * read|write" a line, which may only get shorter.
 */
class TablesTest {
    private static final String OWNERS = "/owners-of-tables.txt";
    private static final String FOREIGN = "/foreign-tables.txt";
    private static final Path MAIN = Path.of("src/main/java/uk/gov/justice/probation/devolution");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    /** The local stack fills everybody's tables with invented data, as files would. */
    private static final Set<String> FOR_ALL = Set.of("localstack");
    /** Reads the table it is given, and creates and fills temporary tables. */
    private static final String GIVEN_A_TABLE = "imports";

    private static final String TEMPORARY = "staged_";
    private static final Pattern VIEW =
            Pattern.compile("CREATE [A-Z =]*VIEW (\\w+)(?: \\([^)]*\\))? AS(.*?);", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");

    private record Owner(String module, boolean forEverybody) {}

    private static JavaClasses classes;
    private static Map<String, String> tablesOfEntities;

    private final Map<String, Owner> owners = owners();
    private final Map<String, String> views = views();

    @BeforeAll
    static void read() {
        classes = ImportedClasses.ofTheProduct();
        tablesOfEntities = entities().collect(Collectors.toMap(JavaClass::getSimpleName, TablesTest::table));
    }

    @Test
    void modulesTouchTheirOwnTables() {
        Map<String, Set<String>> foreign = new TreeMap<>();
        for (SqlOfSources.Source source : SqlOfSources.under(MAIN)) {
            Path inside = MAIN.toAbsolutePath().relativize(source.file().toAbsolutePath());
            String module = inside.getName(0).toString();
            if (FOR_ALL.contains(module)) continue;
            source.statements().forEach(statement -> {
                foreign(module, source, statement.reads(), this::mayRead)
                        .forEach(table -> foreign.computeIfAbsent(
                                        "%s %s read".formatted(module, table), any -> new TreeSet<>())
                                .add(source.className()));
                foreign(module, source, statement.writes(), this::isOwn)
                        .forEach(table -> foreign.computeIfAbsent(
                                        "%s %s write".formatted(module, table), any -> new TreeSet<>())
                                .add(source.className()));
            });
        }

        Set<String> listed = Set.copyOf(lines(FOREIGN));
        assertThat(without(foreign.keySet(), listed).stream()
                        .map(access -> access + ", in " + String.join(", ", foreign.get(access))))
                .as(
                        "A module touches a table of another. Ask its owner, or read a view that the owner keeps for others")
                .isEmpty();
        assertThat(without(listed, foreign.keySet()))
                .as("Nobody does this any more. Take it out of src/test/resources%s", FOREIGN)
                .isEmpty();
    }

    @Test
    void entitiesLieOnTablesOfTheirModule() {
        List<String> elsewhere = entities()
                .flatMap(entity -> tablesOf(entity)
                        .filter(table -> !mayLieOn(entity, table))
                        .map(table -> entity.getSimpleName() + " on " + table))
                .toList();

        assertThat(elsewhere).isEmpty();
    }

    /** The repositories of handovers and of orders are offered by their owners to the modules above. */
    @Test
    void repositoriesAreUsedInTheirModule() {
        classes()
                .that(assignableTo(Repository.class))
                .and()
                .resideOutsideOfPackage("..persistence..")
                .and(not(belongToAnyOf(HandoverRepository.class, Orders.class)))
                .should(beUsedInTheirModule())
                .check(classes);
    }

    @Test
    void everyTableHasOneOwner() {
        Set<String> tables = Stream.concat(
                        migrations()
                                .flatMap(text -> TABLE.matcher(text).results())
                                .map(match -> match.group(1)),
                        views.keySet().stream().filter(view -> !view.endsWith("_view")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without(tables, owners.keySet()))
                .as("Nobody owns these. Write whose they are into src/test/resources%s", OWNERS)
                .isEmpty();
        assertThat(without(owners.keySet(), tables))
                .as("There are no such tables. Take them out of src/test/resources%s", OWNERS)
                .isEmpty();
    }

    @Test
    void viewsShowTheTablesOfTheModuleTheyAreNamedAfter() {
        List<String> wrong = views.entrySet().stream()
                .filter(view -> view.getKey().endsWith("_view"))
                .flatMap(view -> {
                    String module = view.getKey().substring(0, view.getKey().indexOf('_'));
                    return TablesOfSql.in(view.getValue()).reads().stream()
                            .filter(table -> !mayRead(module, table))
                            .map(table -> view.getKey() + " shows " + table);
                })
                .toList();

        assertThat(wrong).isEmpty();
    }

    private Set<String> foreign(
            String module, SqlOfSources.Source source, Set<String> tables, BiPredicate<String, String> allowed) {
        return tables.stream()
                .map(table -> tablesOfEntities.getOrDefault(table, table))
                .filter(table -> !source.ownNames().contains(table)
                        && !table.startsWith(TEMPORARY)
                        && !(table.equals(TablesOfSql.VALUE) && module.equals(GIVEN_A_TABLE)))
                .filter(table -> !allowed.test(module, table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isOwn(String module, String table) {
        return owners.containsKey(table) && owners.get(table).module().equals(module);
    }

    /** A read-only entity may be mapped to what everybody may read. */
    private boolean mayLieOn(JavaClass entity, String table) {
        return entity.isAnnotatedWith(Immutable.class) ? mayRead(module(entity), table) : isOwn(module(entity), table);
    }

    private boolean mayRead(String module, String table) {
        return isOwn(module, table)
                || views.containsKey(table) && table.endsWith("_view")
                || owners.containsKey(table) && owners.get(table).forEverybody();
    }

    private static Stream<JavaClass> entities() {
        return classes.stream().filter(one -> one.isAnnotatedWith(Entity.class));
    }

    private static Stream<String> tablesOf(JavaClass entity) {
        return Stream.concat(
                Stream.of(table(entity)),
                entity.getFields().stream()
                        .filter(field -> field.isAnnotatedWith(CollectionTable.class))
                        .map(field ->
                                field.getAnnotationOfType(CollectionTable.class).name()));
    }

    private static String table(JavaClass entity) {
        return entity.isAnnotatedWith(Table.class)
                ? entity.getAnnotationOfType(Table.class).name()
                : entity.getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toLowerCase();
    }

    private static String module(JavaClass one) {
        return one.getPackageName().replaceFirst(".*\\.devolution\\.?([^.]*).*", "$1");
    }

    private static ArchCondition<JavaClass> beUsedInTheirModule() {
        return new ArchCondition<>("be used in their module alone") {
            @Override
            public void check(JavaClass repository, ConditionEvents events) {
                repository.getDirectDependenciesToSelf().stream()
                        .filter(user -> !module(user.getOriginClass()).equals(module(repository)))
                        .forEach(user -> events.add(SimpleConditionEvent.violated(repository, user.getDescription())));
            }
        };
    }

    private static Map<String, Owner> owners() {
        Map<String, Owner> owners = new TreeMap<>();
        for (String line : lines(OWNERS)) {
            String[] words = line.split(" ", 3);
            Owner before = owners.put(words[0], new Owner(words[1], words.length == 3 && words[2].equals("everybody")));
            assertThat(before).as("%s has two owners", words[0]).isNull();
        }
        return owners;
    }

    private static Map<String, String> views() {
        return migrations()
                .flatMap(text -> VIEW.matcher(text).results())
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (one, later) -> later, TreeMap::new));
    }

    private static Stream<String> migrations() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted().toList().stream().map(TablesTest::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String resource) {
        try (var list = TablesTest.class.getResourceAsStream(resource)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> without(Collection<String> these, Collection<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }
}

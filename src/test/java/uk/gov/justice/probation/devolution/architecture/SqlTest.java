package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * JPA for what changes one at a time; SQL for sets (ADR 0067). SQL lives in classes whose names say so. Those not
 * converted yet are listed in {@value #LIST}, one simple name a line, which may only get shorter. The basis of all
 * imports (package {@code imports}) works on sets by nature.
 */
class SqlTest {
    private static final String LIST = "/classes-with-sql.txt";
    private static final String NAMED_SO = ".*(Batch|Import|Query|Overview)";
    private static final DescribedPredicate<Dependency> ON_SQL = DescribedPredicate.describe(
            "on SQL",
            dependency -> dependency.getTargetClass().isAssignableTo(JdbcClient.class)
                    || dependency.getTargetClass().isAssignableTo(JdbcOperations.class)
                    || dependency.getTargetClass().isAssignableTo(NamedParameterJdbcOperations.class)
                    || dependency.getTargetClass().getName().startsWith(JdbcClient.class.getName() + "$"));

    @Test
    void sqlLivesInClassesWhoseNameSaysSo() {
        Set<String> holding = ImportedClasses.ofTheProduct().stream()
                .filter(one ->
                        !one.getPackageName().matches(".*\\.devolution\\.(persistence|localstack|imports)(\\..*)?"))
                .filter(one -> one.getDirectDependenciesFromSelf().stream().anyMatch(ON_SQL))
                .map(SqlTest::outermost)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.matches(NAMED_SO))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> listed = listed();
        assertThat(without(holding, listed))
                .as(
                        "These hold a JdbcClient. Give them an entity's repository, or a name that ends in Batch, Import, Query or Overview")
                .isEmpty();
        assertThat(without(listed, holding))
                .as("These hold no JdbcClient any more. Take them out of src/test/resources%s", LIST)
                .isEmpty();
    }

    private static Set<String> without(Set<String> these, Set<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(SqlTest::outermost).orElse(one);
    }

    private static Set<String> listed() {
        try (var list = SqlTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

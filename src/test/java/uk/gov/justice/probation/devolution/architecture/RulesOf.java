package uk.gov.justice.probation.devolution.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules that a test holds as constants, each a test of its own. */
final class RulesOf {

    private RulesOf() {}

    static Stream<DynamicTest> test(Class<?> test, JavaClasses classes) {
        return Arrays.stream(test.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(), () -> rule(field).check(classes)));
    }

    private static ArchRule rule(Field constant) throws IllegalAccessException {
        return (ArchRule) constant.get(null);
    }
}

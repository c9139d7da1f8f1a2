package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** The rules that are changed on purpose, to see whether a test notices: the configuration of PIT names them all. */
class MutatedRulesTest {
    private static final String BASE = "uk.gov.justice.probation.devolution.";
    /** What a rule knows of the world: nothing that has to be running. */
    private static final List<String> SURROUNDINGS =
            List.of("java.sql.", "jakarta.servlet.", "org.springframework.", "io.camunda.", BASE + "camunda.");
    /** Not about the work of the service, or put together from what is tested elsewhere. */
    private static final List<String> NO_RULES = List.of("web", "process", "camunda", "localstack", "persistence");

    @Test
    void everyNamedRuleIsThere() throws Exception {
        JavaClasses classes = ImportedClasses.ofTheProduct();

        assertThat(named("targetClasses"))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(classes.stream().map(JavaClass::getName))
                        .as(name)
                        .anyMatch(each -> matches(name, each)));
    }

    @Test
    void everyNamedTestIsThere() throws Exception {
        JavaClasses tests = ImportedClasses.ofTests();

        assertThat(named("targetTests"))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(tests.stream().map(JavaClass::getName))
                        .as(name)
                        .anyMatch(each -> matches(name, each)));
    }

    @Test
    void everyRuleThatNeedsNothingButWhatItIsGivenIsNamed() throws Exception {
        List<String> named = named("targetClasses");

        assertThat(ImportedClasses.ofTheProduct().stream()
                        .filter(MutatedRulesTest::isRule)
                        .map(JavaClass::getName))
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> assertThat(named).as(rule).anyMatch(name -> matches(name, rule)));
    }

    /** All of it is said by methods that take what they need and hold nothing. */
    private static boolean isRule(JavaClass each) {
        return each.isTopLevelClass()
                && !each.isInterface()
                && !each.isEnum()
                && Stream.of(each.getPackageName().split("\\.")).noneMatch(NO_RULES::contains)
                && each.getModifiers().contains(JavaModifier.FINAL)
                && each.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))
                && each.getMethods().stream()
                        .anyMatch(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                && each.getMethods().stream().allMatch(MutatedRulesTest::isStatic)
                && each.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getName())
                        .noneMatch(name -> SURROUNDINGS.stream().anyMatch(name::startsWith));
    }

    private static boolean isStatic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean matches(String name, String each) {
        return each.matches(name.replace(".", "\\.").replace("*", ".*"));
    }

    private static List<String> named(String list) throws Exception {
        NodeList names = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//plugin[artifactId='pitest-maven']//%s/param".formatted(list),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(Path.of("pom.xml").toFile()),
                        XPathConstants.NODESET);
        return IntStream.range(0, names.getLength())
                .mapToObj(i -> names.item(i).getTextContent().strip())
                .toList();
    }
}

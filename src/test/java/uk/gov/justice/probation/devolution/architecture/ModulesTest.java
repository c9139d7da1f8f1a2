package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import uk.gov.justice.probation.devolution.DevolutionApplication;

/**
 * Modules use each other through their root packages and without cycles, and each uses only what it declares. Their
 * documentation is written to target/spring-modulith-docs.
 */
class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(DevolutionApplication.class);

    @Test
    void modulesKeepToTheirBoundaries() {
        modules.verify();
    }

    @Test
    void everyModuleUsesEachThatItMayUse() {
        assertThat(modules.stream().flatMap(module -> allowed(module).stream())).isNotEmpty();
        assertThat(modules.stream())
                .allSatisfy(module -> assertThat(used(module))
                        .as("used by %s", module.getIdentifier())
                        .containsAll(allowed(module)));
    }

    /** Nothing is asserted, and it takes longer than all the rules, so the fast lane leaves it out. */
    @Test
    @Tag("documentation")
    void modulesAreDocumented() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    private static List<String> allowed(ApplicationModule module) {
        return module.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(declared -> List.of(declared.allowedDependencies()))
                .orElse(List.of());
    }

    private List<String> used(ApplicationModule module) {
        return module.getDirectDependencies(modules).stream()
                .flatMap(ModulesTest::interfaces)
                .distinct()
                .toList();
    }

    /** The form in which a module declares its dependencies: {@code handover}, or {@code unpaidwork::order}. */
    private static Stream<String> interfaces(ApplicationModuleDependency dependency) {
        ApplicationModule target = dependency.getTargetModule();
        return target.getNamedInterfaces().stream()
                .filter(each -> each.contains(dependency.getTargetType()))
                .map(each -> each.isUnnamed()
                        ? target.getIdentifier().toString()
                        : target.getIdentifier() + "::" + each.getName());
    }
}

package uk.gov.justice.probation.devolution.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import uk.gov.justice.probation.devolution.DevolutionApplication;

/** Modules use each other through their root packages and without cycles; their documentation is written to target/spring-modulith-docs. */
class ModulesTest {
  private final ApplicationModules modules = ApplicationModules.of(DevolutionApplication.class);

  @Test
  void modulesKeepToTheirBoundaries() {
    modules.verify();
  }

  @Test
  void modulesAreDocumented() {
    new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
  }
}

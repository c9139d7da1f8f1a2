package uk.gov.justice.probation.devolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class RenamedSettingsTest {

    @Test
    void todaysNamesAreTaken() {
        assertThatCode(() -> RenamedSettings.mustBeNone(
                        new MockEnvironment().withProperty("devolution.unpaidwork.task-due", "3")))
                .doesNotThrowAnyException();
    }

    @Test
    void aNameOfBeforeEndsTheStartAndSaysWhichToUse() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("devolution.placement.task-due", "3")
                .withProperty("devolution.placement.due-today-at", "-");

        assertThatThrownBy(() -> RenamedSettings.mustBeNone(settings))
                .hasMessage(
                        "Settings have another name in this release: devolution.placement.due-today-at is devolution.unpaidwork.due-today-at now, "
                                + "devolution.placement.task-due is devolution.unpaidwork.task-due now. Rename them and start again");
    }

    @Test
    void aVariableOfTheEnvironmentIsANameTooAndTheApplicationDoesNotStart() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "given-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("DEVOLUTION_PLACEMENT_REVIEWEVERY", "P6M")));
        SpringApplication application = new SpringApplication(RenamedSettingsTest.class);
        application.setEnvironment(environment);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("spring.profiles.active", "test"));
        application.addListeners(new RenamedSettings());

        assertThatThrownBy(application::run)
                .hasStackTraceContaining("devolution.placement.reviewevery is devolution.unpaidwork.reviewevery now");
        assertThat(new RenamedSettings().getOrder())
                .isGreaterThan(ConfigDataEnvironmentPostProcessor.ORDER)
                .isLessThan(Ordered.LOWEST_PRECEDENCE);
    }
}

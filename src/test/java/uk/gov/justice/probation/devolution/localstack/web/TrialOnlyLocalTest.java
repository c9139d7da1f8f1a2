package uk.gov.justice.probation.devolution.localstack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.localstack.LocalStackSettings;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Nobody moves on where people work with what is real. */
@ConsoleTest
class TrialOnlyLocalTest {
    private static final String LOCAL = LocalStackSettings.class.getPackageName();

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext application;

    @Test
    void outsideTheLocalProfileThereIsNoSuchPage() throws Exception {
        http.perform(get("/trial").with(colleague("psc-service-owner"))).andExpect(status().isNotFound());
        http.perform(post("/trial").with(csrf()).with(colleague("psc-service-owner")))
                .andExpect(status().isNotFound());
    }

    @Test
    void noBeanIsTheLocalProfiles() {
        assertThat(Arrays.stream(application.getBeanDefinitionNames())
                        .map(application::getType)
                        .filter(type -> type != null && type.getPackageName().startsWith(LOCAL))
                        .filter(type -> type != LocalStackSettings.class))
                .isEmpty();
    }
}

package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

class LocalStackListenerTest {

    @Test
    void startsNothingInAnyOtherProfile(@TempDir Path folder) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "devolution.local.folder", folder.resolve("untouched").toString());
        environment.setActiveProfiles("cluster");
        int before = environment.getPropertySources().size();

        new LocalStackListener()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));

        assertThat(folder.resolve("untouched")).doesNotExist();
        assertThat(environment.getPropertySources()).hasSize(before);
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains(Guarded.class.getName()));
    }
}

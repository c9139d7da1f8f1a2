package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LocalStackSettingsTest {

    @Test
    void hasAnAnswerForEverySetting() {
        LocalStackSettings settings = settings(Map.of());

        assertThat(settings.folder()).isEqualTo(Path.of(".local").toAbsolutePath());
        assertThat(settings.data()).isEqualTo(settings.folder().resolve("data"));
        assertThat(settings.logs()).isEqualTo(settings.data().resolve("logs"));
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.launchOnFirstRun()).isTrue();
        assertThat(settings.sampleCases()).isEqualTo(9000);
        assertThat(settings.minimumDisk()).isEqualTo(DataSize.ofGigabytes(3));
        assertThat(settings.ports())
                .isEqualTo(new LocalStackSettings.Ports(8080, 26500, 8088, 26501, 26502, 9600, 9200, 9300, 13306));
    }

    @Test
    void takesWhatIsSet() {
        LocalStackSettings settings = settings(Map.of(
                "devolution.local.folder", "/opt/downloads",
                "devolution.local.data", "/var/data",
                "devolution.local.ports.zeebe-grpc", "36500",
                "devolution.local.memory.camunda", "1GB",
                "devolution.local.timeouts.web-apps", "5m"));

        assertThat(settings.folder()).isEqualTo(Path.of("/opt/downloads").toAbsolutePath());
        assertThat(settings.data()).isEqualTo(Path.of("/var/data").toAbsolutePath());
        assertThat(settings.ports().zeebeGrpc()).isEqualTo(36500);
        assertThat(settings.ports().web()).isEqualTo(8080);
        assertThat(settings.memory().camunda()).isEqualTo(DataSize.ofGigabytes(1));
        assertThat(settings.timeouts().webApps()).isEqualTo(Duration.ofMinutes(5));
    }

    static LocalStackSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("devolution.local", LocalStackSettings.class);
    }
}

package uk.gov.justice.probation.devolution.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Holds the rules and dashboards of {@code docker/monitoring} against what the application shows to Prometheus. */
@ConsoleTest
class MonitoringFilesTest {
    private static final Path FOLDER = Path.of("docker/monitoring");
    private static final Path RUNBOOK = Path.of("src/docs/runbook.md");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b(?!\\()");
    private static final Pattern NOT_NAMES = Pattern.compile("\"[^\"]*\"|\\b(?:by|without|on) \\([^)]*\\)");
    /** Shown once a step, an import or a request from elsewhere has run, or on a cluster. */
    private static final Set<String> SHOWN_LATER = Set.of(
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_max",
            "psc_steps_seconds_count",
            "psc_steps_seconds_sum",
            "psc_imports_seconds_count",
            "psc_imports_seconds_max",
            "psc_camunda_answers");

    @Autowired
    MeterRegistry metrics;

    @Test
    void everyMetricThatIsAskedForIsShown() throws IOException {
        Set<String> shown = shown();

        assertThat(asked()).isNotEmpty();
        for (String expression : asked())
            assertThat(NAME.matcher(NOT_NAMES.matcher(expression).replaceAll(""))
                            .results()
                            .map(found -> found.group()))
                    .as(expression)
                    .allMatch(shown::contains);
    }

    @Test
    void everyWatchedNumberIsOnADashboardAndSaysWhatItCounts() throws IOException {
        String dashboards = String.join("\n", expressionsOfDashboards());
        for (WatchedNumber number : WatchedNumber.values()) {
            assertThat(dashboards).contains(number.metric().replace('.', '_'));
            assertThat(number.says()).isNotBlank();
        }
    }

    @Test
    void everyAlertHasAnOwnerASummaryAndAParagraphInTheRunbook() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        for (Map<String, Object> alert : alerts()) {
            String name = (String) alert.get("alert");
            assertThat(((Map<?, ?>) alert.get("labels")).containsKey("owner"))
                    .as(name)
                    .isTrue();
            Map<?, ?> says = (Map<?, ?>) alert.get("annotations");
            assertThat(String.valueOf(says.get("summary"))).as(name).isNotBlank();
            assertThat(String.valueOf(says.get("runbook"))).isEqualTo("src/docs/runbook.md#" + name.toLowerCase());
            assertThat(runbook)
                    .containsPattern("(?m)^### %s\\n\\n.*\\*\\*Owner:\\*\\* %s\\.\\n\\n\\S.{40,}"
                            .formatted(name, ((Map<?, ?>) alert.get("labels")).get("owner")));
        }
        assertThat(Pattern.compile("(?m)^### ").matcher(runbook).results()).hasSameSizeAs(alerts());
    }

    @Test
    void prometheusUnderstandsRulesSettingsAndTheQueriesOfTheDashboards(@TempDir Path folder)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(promtool() != null, "promtool is not installed: the rules are not tried");
        promtool("check", "rules", FOLDER.resolve("alerts.yaml").toString());
        promtool("test", "rules", FOLDER.resolve("alerts-test.yaml").toString());
        promtool(
                "check",
                "config",
                "--syntax-only",
                FOLDER.resolve("prometheus.yaml").toString());

        List<String> asRules = new ArrayList<>(List.of("groups:", "  - name: dashboards", "    rules:"));
        for (String expression : expressionsOfDashboards()) {
            asRules.add("      - record: dashboards:panel" + asRules.size());
            asRules.add("        expr: " + new ObjectMapper().writeValueAsString(expression));
        }
        promtool(
                "check",
                "rules",
                Files.write(folder.resolve("dashboards.yaml"), asRules).toString());
    }

    private Set<String> shown() {
        Set<String> shown = new TreeSet<>(SHOWN_LATER);
        PrometheusNamingConvention names = new PrometheusNamingConvention();
        for (Meter meter : metrics.getMeters()) {
            Meter.Id id = meter.getId();
            String name = names.name(id.getName(), id.getType(), id.getBaseUnit());
            if (meter instanceof Timer)
                shown.addAll(List.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max"));
            shown.add(id.getType() == Meter.Type.COUNTER && !name.endsWith("_total") ? name + "_total" : name);
        }
        for (WatchedNumber number : WatchedNumber.values())
            shown.add(number.metric().replace('.', '_'));
        return shown;
    }

    private static List<String> asked() throws IOException {
        return Stream.concat(
                        expressionsOfDashboards().stream(), alerts().stream().map(alert -> (String) alert.get("expr")))
                .toList();
    }

    private static List<String> expressionsOfDashboards() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (var files = Files.list(FOLDER.resolve("dashboards"))) {
            for (Path file : files.sorted().toList())
                for (JsonNode panel : new ObjectMapper().readTree(file.toFile()).get("panels"))
                    panel.get("targets")
                            .forEach(
                                    target -> expressions.add(target.get("expr").asText()));
        }
        assertThat(expressions).isNotEmpty();
        return expressions;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> alerts() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(FOLDER.resolve("alerts.yaml")));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        List<Map<String, Object>> alerts = groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
        assertThat(alerts).isNotEmpty();
        return alerts;
    }

    private static File promtool() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, "promtool"))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(promtool().getPath()));
        command.addAll(List.of(arguments));
        Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
        String says = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor()).as(says).isZero();
    }
}

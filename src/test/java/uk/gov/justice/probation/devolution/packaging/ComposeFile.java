package uk.gov.justice.probation.devolution.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A Compose file, interpreted as Docker would interpret it, without Docker. */
record ComposeFile(Path file) {
    static final Path FOLDER = Path.of("docker");
    static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?([-?])([^}]*))?}");

    static ComposeFile main() {
        return new ComposeFile(FOLDER.resolve("compose.yaml"));
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        return (Map<String, Map<String, Object>>) content.get("services");
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service, UnaryOperator<String> secrets) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<String, Object>) services().get(service).get("environment"))
                .forEach((name, value) -> environment.put(
                        name,
                        VARIABLE.matcher(String.valueOf(value))
                                .replaceAll(variable -> secrets.apply(variable.group(1)))));
        return environment;
    }

    String text() throws IOException {
        return Files.readString(file);
    }
}

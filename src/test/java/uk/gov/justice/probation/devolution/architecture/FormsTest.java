package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A form can be open before its variables are there, and Tasklist does not ask again: until then it says and asks
 * nothing that is not so. What depends on its own fields alone is left out: they are there.
 */
class FormsTest {
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL);
    /** A variable, or one part of it, as it is. */
    private static final Pattern PLAIN = Pattern.compile("[a-z]\\w*(\\.\\w+)*|this|#loop .+|/loop");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]\\w*");
    /** The words of the expressions, which name no variable. */
    private static final Set<String> WORDS = Set.of(
            "if then else null true false and or not count list contains string replace date day of week number substring label value"
                    .split(" "));

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noSentenceClaimsAnythingBeforeItsVariablesAreThere(Path file) throws IOException {
        JsonNode form = form(file);

        assertThat(templates(form)).allSatisfy(template -> {
            if (PLAIN.matcher(template).matches() || dependsOnFieldsAlone(template, form)) return;
            assertThat(withNothingThere(template)).as(template).isIn(null, "");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsAskedBeforeItIsKnownThatItIsToBeAsked(Path file) throws IOException {
        JsonNode form = form(file);

        assertThat(form.findValues("conditional")).allSatisfy(condition -> {
            String hide = condition.path("hide").asText().substring(1);
            if (!dependsOnFieldsAlone(hide, form))
                assertThat(withNothingThere(hide)).as(hide).isEqualTo(true);
        });
        assertThat(form.findValuesAsText("valuesExpression"))
                .allSatisfy(offered -> assertThat(withNothingThere(offered.substring(1)))
                        .as(offered)
                        .isIn(null, List.of()));
    }

    @Test
    void theLineManagerIsToldThatTheListMayBeLongerThanTheForm() throws IOException {
        String longer = template("forms/preferencing/record-for-person.form", "mostChoices");
        assertThat(FEEL.evaluateExpression(longer, Map.of("mostChoices", 5, "rankingUrl", "/page"))
                        .result())
                .isEqualTo("");
        assertThat(FEEL.evaluateExpression(longer, Map.of("mostChoices", 12, "rankingUrl", "/page"))
                        .result()
                        .toString())
                .contains("12 in all", "the first five", "Our page takes all of them");
        assertThat(Files.readString(Path.of("forms/preferencing/record-for-person.form")))
                .contains("[our page]({{rankingUrl}}/for-person)");
    }

    @Test
    void theFormsOfRelease1SayNothingFalseWhereTheEngineCountsNobodyToday() throws IOException {
        Map<String, Object> prepared = new HashMap<>();
        prepared.put("placed", null);
        prepared.put("unplaced", null);
        for (String variable : List.of("warningsText", "worstRank", "string(placed)")) {
            String released = template("src/test/resources/released/1/forms/preferencing/panel-confirm.form", variable);
            assertThat(FEEL.evaluateExpression(released, prepared).result().toString())
                    .as(released)
                    .doesNotContain("Nothing stands out")
                    .isBlank();
        }
    }

    private static String template(String file, String variable) throws IOException {
        return templates(form(Path.of(file))).stream()
                .filter(template -> template.contains(variable))
                .findFirst()
                .orElseThrow();
    }

    private static Object withNothingThere(String expression) {
        EvaluationResult result = FEEL.evaluateExpression(expression, Map.of());
        assertThat(result.isSuccess()).as(expression).isTrue();
        return result.result();
    }

    private static boolean dependsOnFieldsAlone(String expression, JsonNode form) {
        Set<String> fields = Set.copyOf(form.findValuesAsText("key"));
        return NAME.matcher(expression.replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(found -> found.group())
                .allMatch(name -> WORDS.contains(name) || fields.contains(name));
    }

    private static List<String> templates(JsonNode form) {
        List<String> texts = new ArrayList<>();
        Stream.of("text", "label", "description")
                .flatMap(property -> form.findValuesAsText(property).stream())
                .filter(Objects::nonNull)
                .forEach(texts::add);
        return texts.stream()
                .flatMap(text -> TEMPLATE.matcher(text).results())
                .map(found -> found.group(1).strip())
                .collect(Collectors.toList());
    }

    private static JsonNode form(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}

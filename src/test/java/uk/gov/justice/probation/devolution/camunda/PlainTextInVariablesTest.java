package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextInVariablesTest {
    /** What a form does to text that was typed into another form. */
    private static final Pattern MADE_PLAIN =
            Pattern.compile("replace\\(replace\\(string\\(\\w+\\), \"!\\[\\[]\", \"! \\[\"\\), \"<\", \"< \"\\)");

    /** What a form writes for a day entered in it: numbers, and the day of the week. */
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile("number\\(substring\\(\\w+, \\d, \\d\\)\\)|day of week\\(date\\(\\w+\\)\\)");

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    /**
     * The step that starts the process refuses any value that is not one of our regions or not a number of choices,
     * before any other form is shown.
     */
    private static final Set<String> CHECKED_AT_THE_START = Set.of("regionCode", "maxChoices");

    private record Place(String name, List<String> reasons) {}

    private final ObjectMapper json = new ObjectMapper();
    private final JsonMapper variables = new PlainTextInVariables().camundaJsonMapper(json);

    @Test
    void noPictureAndNoElementGoesToTheEngine() {
        for (String text : List.of(
                "![](http://attacker.example/x.png)",
                "![x][y]\n\n[y]: http://attacker.example/x.png",
                "<img src=http://attacker.example/x.png>",
                "a<IMG SRC='//attacker.example'>",
                "<svg><image href=x>",
                "<!--",
                "<?xml",
                "</p><style>@import url(//attacker.example)</style>",
                "<<img src=x>",
                "!![](x)",
                "<a href=x>")) {
            String plain = PlainTextInVariables.plain(text);
            assertThat(plain).as(text).doesNotContain("![").doesNotContainPattern("<[A-Za-z/!?]");
            assertThat(plain.replace(" ", "")).as("every word is there").isEqualTo(text.replace(" ", ""));
            assertThat(PlainTextInVariables.plain(plain)).as("a second time").isEqualTo(plain);
        }
    }

    @Test
    void othersWordsStayAsTheyAre() {
        for (String text : List.of(
                "",
                "Really?! Yes!",
                "under 5 < 7, a <- b, 2<3",
                "O'Brien & Söhne",
                "- **First choice:** 12 of 14 people",
                "[Open](http://localhost:8090/consultations/1)")) {
            assertThat(PlainTextInVariables.plain(text)).isEqualTo(text);
        }
    }

    @Test
    void itHoldsForEveryTextInAVariableHoweverDeep() throws IOException {
        String sent = variables.toJson(Map.of(
                "place",
                new Place("<b>x", List.of("![](http://attacker.example)")),
                "count",
                3,
                "node",
                json.createObjectNode().put("text", "plain")));

        assertThat(json.readTree(sent)).isEqualTo(json.readTree("""
        {"place": {"name": "< b>x", "reasons": ["! [](http://attacker.example)"]}, "count": 3, "node": {"text": "plain"}}"""));
    }

    @Test
    void whatIsTypedIntoOneFormIsShownAsTextInEveryOther() throws IOException {
        Set<String> typed = new TreeSet<>();
        Map<String, List<String>> shown = new TreeMap<>();
        try (Stream<Path> forms =
                Files.walk(Path.of("forms")).filter(path -> path.toString().endsWith(".form"))) {
            forms.forEach(form -> read(form).findParents("type").forEach(parent -> {
                ObjectNode component = (ObjectNode) parent;
                if (component.has("key")) typed.add(component.path("key").asText());
                if (!component.path("text").isMissingNode()
                        || !component.path("content").isMissingNode()) {
                    Matcher expression =
                            EXPRESSION.matcher(component.path("text").asText()
                                    + component.path("content").asText());
                    while (expression.find())
                        shown.computeIfAbsent(form.toString(), unused -> new ArrayList<>())
                                .add(expression.group(1));
                }
            }));
        }
        typed.removeAll(CHECKED_AT_THE_START);

        assertThat(typed).contains("businessCase", "outcomeNote");
        assertThat(shown)
                .hasSizeGreaterThan(40)
                .allSatisfy((form, expressions) -> assertThat(expressions).allSatisfy(expression -> {
                    String rest = DAY_IN_WORDS
                            .matcher(MADE_PLAIN.matcher(expression).replaceAll(""))
                            .replaceAll("")
                            .replaceAll("\"[^\"]*\"", "\"\"")
                            .replaceAll("\\w+ = (null|\"\")", "");
                    assertThat(Pattern.compile("\\W+").splitAsStream(rest))
                            .as("%s shows what was typed elsewhere as it came: %s", form, expression)
                            .doesNotContainAnyElementsOf(typed);
                }));
    }

    private JsonNode read(Path form) {
        try {
            return json.readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

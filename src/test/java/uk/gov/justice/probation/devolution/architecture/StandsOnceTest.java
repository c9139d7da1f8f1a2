package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is decided or listed once is not said again elsewhere, where whoever changes it would have to find it. How long
 * and how much stands in a setting or a policy: models, forms, letters, pages, error messages and decisions say what,
 * not how many. What is a row of a table stands in no form and no code.
 */
class StandsOnceTest {
    private static final String NUMBER = "(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
            + "fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety|(?:a )?hundred)";
    private static final Pattern HOW_MUCH = Pattern.compile(
            "\\b" + NUMBER + "[ -]?(?:(?:%{1,2}|per cent\\b)|(?:(?:working|calendar|full)[ -])?"
                    + "(?:days?|weeks?|months?|hours?|minutes?|years?)\\b)"
                    + "|\\b(?:month|week|day)s? (?:" + NUMBER + "\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MODEL =
            Pattern.compile("(?:name|label)=\"([^\"]*)\"|<(?:bpmn:documentation|description)>([^<]*)<");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    /** What an element shows when the file is looked at by itself; the page shows its attribute. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "(<[\\w:]+(?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*\\s+th:text=\"[^\"]*\"(?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*\\s*>)[^<]*");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** By file and number, and why they stand there. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry(
                    "collective-duty.dmn: 90 days", "Trade Union and Labour Relations (Consolidation) Act 1992, s 188"),
            Map.entry("consultation-scope.form: 90 days", "the same section: which redundancies are counted"),
            Map.entry("consultation-scope.form: 30 days", "the same section, as the table collective-duty has it"),
            Map.entry("consultation-scope.form: 45 days", "the same section, as the table collective-duty has it"),
            Map.entry("send-hr1.form: 30 days", "section 193: when the notice must be there"),
            Map.entry("send-hr1.form: 45 days", "section 193: when the notice must be there"),
            Map.entry(
                    "TwelveMonths.java: twelve months",
                    "Criminal Justice Act 2003, s 200 and schedule 8; stands here alone"),
            Map.entry("Frequency.java: two weeks", "how often somebody works is chosen, not set"),
            Map.entry("choose-project.form: two weeks", "how often somebody works is chosen, not set"),
            Map.entry("weekly-paper.html: 100%", "how wide a table is printed"),
            Map.entry("0033-journeys-that-no-file-names-are-estimates.md: five minutes", "how the estimate was found"),
            Map.entry("0033-journeys-that-no-file-names-are-estimates.md: ten minutes", "how the estimate was found"),
            Map.entry("0033-journeys-that-no-file-names-are-estimates.md: 40 minutes", "an example of an estimate"),
            Map.entry("0040-the-sessions-of-unpaid-work.md: twelve months", "the law's"),
            Map.entry("0057-dates-of-a-case-are-not-timers.md: twelve months", "the law's"),
            Map.entry("0078-failures-are-counted-when-the-step-is-decided.md: twelve months", "the law's"),
            Map.entry(
                    "0068-what-began-by-a-former-name-goes-on-by-it.md: two years",
                    "how long an order was seen to run"),
            Map.entry("0079-matching-is-hard-rules-then-points.md: two weeks", "how often somebody works is chosen"));

    private final Set<String> found = new TreeSet<>();

    @Test
    void howMuchStandsWhereItIsDecided() {
        everyFile("processes", "mn", text -> texts(MODEL, text));
        everyFile("forms", ".form", StandsOnceTest::ofForm);
        everyFile("src/main/resources/templates", ".html", StandsOnceTest::ofPage);
        everyFile("src/main/java", ".java", StandsOnceTest::ofCode);
        everyFile("src/docs/adr", ".md", text -> List.of(text.replaceAll("\\s+", " ")));

        Set<String> unexplained = new TreeSet<>(found);
        unexplained.removeAll(ALLOWED.keySet());
        assertThat(unexplained)
                .as("say it without the number, or take it from the setting or the policy that decides it")
                .isEmpty();
        assertThat(ALLOWED.keySet())
                .as("exceptions that nothing needs any more")
                .allMatch(found::contains);
    }

    @Test
    void whatFormsSayOfTheLawIsWhatItsTableSays() throws IOException {
        String table = Files.readString(Path.of("processes/consultation/collective-duty.dmn"));
        for (String form : List.of("consultation-scope", "send-hr1")) {
            String text = Files.readString(Path.of("forms/consultation/%s.form".formatted(form)));
            for (String days : List.of("30", "45"))
                if (text.contains(days)) assertThat(table).as(form).contains("<text>%s</text>".formatted(days));
        }
    }

    @Test
    void aUnionIsARowAndNothingElse() throws IOException {
        String rows = Files.readString(Path.of("src/main/resources/db/migration/V9__consultation_core.sql"));
        Set<String> names = Pattern.compile("\\('([A-Z_]+)', '([^']+)', '[a-z-]+'\\)")
                .matcher(rows)
                .results()
                .flatMap(union -> Stream.of(union.group(1), union.group(2)))
                .collect(Collectors.toSet());
        assertThat(names).contains("NAPO", "GMB/SCOOP");
        Pattern union =
                Pattern.compile(names.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));

        everyFile("processes", "mn", union, text -> List.of(text));
        everyFile("forms", ".form", union, text -> List.of(text));
        everyFile("src/main/resources/templates", ".html", union, StandsOnceTest::ofPage);
        everyFile("src/main/java", ".java", union, StandsOnceTest::ofCode);

        assertThat(found).as("read it from the table").isEmpty();
    }

    private void everyFile(String folder, String ending, Function<String, List<String>> texts) {
        everyFile(folder, ending, HOW_MUCH, texts);
    }

    private void everyFile(String folder, String ending, Pattern what, Function<String, List<String>> texts) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("localstack"))
                    .toList();
            assertThat(all).as(folder).isNotEmpty();
            for (Path file : all)
                for (String text : texts.apply(Files.readString(file)))
                    what.matcher(text)
                            .results()
                            .forEach(much -> found.add("%s: %s"
                                    .formatted(file.getFileName(), much.group().toLowerCase())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> Stream.of(1, 2)
                        .filter(group -> group <= match.groupCount() && match.group(group) != null)
                        .map(match::group)
                        .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> ofForm(String json) {
        try {
            List<String> texts = new ArrayList<>();
            for (String key : List.of("text", "label", "description", "helpText"))
                new ObjectMapper()
                        .readTree(json).findValues(key).stream()
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::asText)
                                .forEach(texts::add);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ofPage(String html) {
        Matcher example = EXAMPLE.matcher(COMMENT.matcher(html).replaceAll(""));
        return List.of(example.replaceAll("$1"));
    }

    private static List<String> ofCode(String java) {
        return java.lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .flatMap(line -> texts(LITERAL, line).stream())
                .toList();
    }
}

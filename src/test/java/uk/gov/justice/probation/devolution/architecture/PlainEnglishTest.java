package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever people read, on pages, forms, letters, emails and in messages, is in words that need no second reading. */
class PlainEnglishTest {
    private static final int LONGEST_SENTENCE = 30;

    private static final String NEGATIVE = "(?:no|never|nobody|nothing|none|not|cannot|neither)";
    private static final String NEXT_PART = "and|or|but|nor|if|so|because|that|who|whom|which|whose|what|unless|until"
            + "|once|when|while|before|after|than|as|only|longer|more|yet|to";
    /** As in "No answer is never taken for an answer": two negatives in one part of a sentence. */
    private static final Pattern DOUBLE_NEGATIVE =
            Pattern.compile("(?i)\\b%1$s\\b(?:(?![.,;:?!|()<>{}'’“”=]|\\b(?:%2$s)\\b).){1,60}\\b%1$s\\b"
                    .formatted(NEGATIVE, NEXT_PART));

    private static final Pattern WHERE_FOR_IF =
            Pattern.compile("(?:^|[.!?>|] |\\n- )Where (?!to\\b)[^?|<>]*, [^?|<>]*\\.");
    /** What was written here before, and what is said instead. */
    private static final Pattern DIALECT = Pattern.compile("""
            (?i)\\bshall\\b|\\bneeds? not\\b|\\bneeds? do\\b|\\bneeds? to do nothing\\b|\\b(?:is|are) like that\\b\
            |\\bheard of (?:since|yet)\\b|\\bfirst first\\b|\\bof before\\b|\\banew\\b|\\bstands? still\\b\
            |\\bbecame of\\b|\\bmay not (?:see|read)\\b|\\bthat you may (?:see|read)\\b|\\b(?:you|them) there would\\b\
            |\\bwhich is no \\w+|\\bhow you are told\\b|\\bare you told\\b|\\bwhoever has\\b""");

    private static final Pattern ABBREVIATION = Pattern.compile("\\be\\.g\\.|\\bi\\.e\\.|\\betc\\.");
    /** A button saves; it does not keep. */
    private static final Pattern BUTTON_THAT_KEEPS = Pattern.compile("<button[^>]*>\\s*Keep\\b");

    private static final Pattern SQL =
            Pattern.compile("\\b(?:SELECT|FROM|WHERE|UPDATE|INSERT|JOIN|DELETE)\\b|^\\s*select ");

    private record Text(Path file, String words) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + words;
        }
    }

    @Test
    void noTextHasTwoNegativesInOnePartOfASentence() {
        assertThat(all()).filteredOn(text -> finds(DOUBLE_NEGATIVE, text)).isEmpty();
    }

    @Test
    void aConditionBeginsWithIf() {
        assertThat(all()).filteredOn(text -> finds(WHERE_FOR_IF, text)).isEmpty();
    }

    @Test
    void noTextHasWordsThatOnlyWeWouldUse() {
        assertThat(all())
                .filteredOn(text -> finds(DIALECT, text) || finds(ABBREVIATION, text))
                .isEmpty();
    }

    @Test
    void aButtonSavesAndDoesNotKeep() {
        assertThat(files("src/main/resources/templates", ".html"))
                .filteredOn(file -> BUTTON_THAT_KEEPS.matcher(read(file)).find())
                .isEmpty();
    }

    @Test
    void noSentenceOnAPageFormOrLetterIsLong() {
        List<Text> texts = new ArrayList<>(forms());
        texts.addAll(templates());
        assertThat(texts)
                .flatMap(text -> sentences(text.words()).toList())
                .filteredOn(sentence -> words(sentence) > LONGEST_SENTENCE)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "No answer is never taken for an answer.,true",
                "Nobody has not answered.,true",
                "Nobody was told and nothing was changed.,false",
                "Nobody loses a place because you appeal.,false"
            })
    void twoNegativesAreFound(String sentence, boolean wrong) {
        assertThat(DOUBLE_NEGATIVE.matcher(sentence).find()).isEqualTo(wrong);
    }

    private static List<Text> all() {
        List<Text> texts = new ArrayList<>(forms());
        texts.addAll(templates());
        texts.addAll(messages());
        files("src/main/resources/audit", ".properties").forEach(file -> texts.add(new Text(file, read(file))));
        files("docker/notify", ".txt").forEach(file -> texts.add(new Text(file, read(file))));
        assertThat(texts).hasSizeGreaterThan(5000);
        return texts;
    }

    private static List<Text> forms() {
        return texts(
                "forms",
                ".form",
                file -> Stream.of("text", "label", "description", "dateLabel", "timeLabel")
                        .flatMap(property -> json(file).findValuesAsText(property).stream()));
    }

    /** What stands between the tags, and what expressions put there. */
    private static List<Text> templates() {
        Pattern between = Pattern.compile(">([^<]+)<");
        Pattern expression = Pattern.compile("\\bth:[\\w-]+=\"([^\"]*)\"");
        Pattern literal = Pattern.compile("\\|([^|]*)\\||'((?:[^'\\\\]|\\\\.)*)'");
        return texts("src/main/resources/templates", ".html", file -> {
            String page = read(file).replaceAll("(?s)<!--.*?-->|<style.*?</style>", "");
            return Stream.concat(
                    between.matcher(page).results().map(found -> found.group(1)),
                    expression
                            .matcher(page)
                            .results()
                            .flatMap(found ->
                                    literal.matcher(found.group(1)).results().map(PlainEnglishTest::firstGroup)));
        });
    }

    /** Every text of the classes but statements of SQL; a text that goes on in the next line is one. */
    private static List<Text> messages() {
        Pattern literal = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
        return texts("src/main/java", ".java", file -> {
            String source = read(file)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("(?m)^\\s*//.*$", "")
                    .replaceAll("\"\\s*\\+\\s*\"", "");
            return literal.matcher(source)
                    .results()
                    .map(PlainEnglishTest::firstGroup)
                    .map(text -> text.replace("\\\n", ""))
                    .filter(text -> text.contains(" ") && !SQL.matcher(text).find());
        });
    }

    private static String firstGroup(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static List<Text> texts(String folder, String ending, Function<Path, Stream<String>> textsOf) {
        return files(folder, ending).stream()
                .flatMap(file -> textsOf.apply(file).map(words -> new Text(file, words.replaceAll("[ \\t]+", " "))))
                .toList();
    }

    private static Stream<String> sentences(String text) {
        String plain = text.replaceAll("(?s)\\{\\{.*?}}|\\$\\{[^}]*}", "X").replaceAll("\\s*\\n(?![-#\\n])\\s*", "\n");
        return Arrays.stream(plain.split("(?<=[.?!:])\\s+|\\n|\\|"));
    }

    private static long words(String sentence) {
        return Arrays.stream(sentence.split("\\s+"))
                .filter(word -> word.matches(".*\\w.*"))
                .count();
    }

    private static boolean finds(Pattern pattern, Text text) {
        return pattern.matcher(text.words()).find();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.justice.probation.devolution.work.IncidentCause.Found;

/** Walks all that can stop a process, in our sources, our models and the engine, so that none is without a sentence. */
class IncidentCauseTest {
    private static final String STEP = "JOB_NO_RETRIES";
    private static final String FAILURE = "new CannotSucceedException(";
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ERROR_CODE = Pattern.compile("<bpmn:error [^>]*errorCode=\"([^\"]+)\"");
    /** Whose message is said elsewhere, by the file. */
    private static final Map<String, String> SAID_ELSEWHERE = Map.of("TaskAnswers.java", "OF_BEFORE");

    @Test
    void whateverOfOursCannotSucceedHasItsSentence() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            for (int at = text.indexOf(FAILURE); at >= 0; at = text.indexOf(FAILURE, at + 1)) {
                String said = literals(text.substring(at + FAILURE.length()));
                if (said.isEmpty()) {
                    String name = source.getFileName().toString();
                    assertThat(SAID_ELSEWHERE).as("what %s says", name).containsKey(name);
                    said = literals(text.substring(text.indexOf(SAID_ELSEWHERE.get(name) + " =")));
                }
                messages.add(said.replace("\\'", "'"));
            }
        }

        assertThat(messages).hasSizeGreaterThan(35);
        assertThat(messages)
                .allSatisfy(message -> assertThat(
                                IncidentCause.of(STEP, filledIn(message)).cause())
                        .as(message)
                        .isNotIn(IncidentCause.UNKNOWN, IncidentCause.STEP_WITHOUT_WORDS));
    }

    @Test
    void whateverAStepSaysWhenItIsGivenUpHasItsSentence() throws IOException {
        String failures =
                Files.readString(Path.of("src/main/java/uk/gov/justice/probation/devolution/camunda/JobFailures.java"));
        List<String> messages = LITERAL.matcher(failures)
                .results()
                .map(found -> found.group(1))
                .filter(said -> said.endsWith("etry it here"))
                .toList();

        assertThat(messages).hasSize(3);
        assertThat(messages)
                .extracting(message -> IncidentCause.of(STEP, filledIn(message)).cause())
                .containsExactlyInAnyOrder(IncidentCause.AT_THE_SAME_TIME, IncidentCause.REFUSED, IncidentCause.FAILED);
    }

    @Test
    void everyErrorCodeOfOurModelsHasItsSentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList())
                ERROR_CODE.matcher(Files.readString(model)).results().forEach(found -> codes.add(found.group(1)));
        }

        assertThat(codes).isNotEmpty();
        assertThat(codes)
                .allSatisfy(code -> assertThat(IncidentCause.of(
                                        "UNHANDLED_ERROR_EVENT",
                                        "Expected to throw an error event with the code '%s' with message 'No', but it was not caught."
                                                .formatted(code))
                                .cause()
                                .name())
                        .isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource(
            value = IncidentErrorType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNSPECIFIED", "UNKNOWN", "UNKNOWN_ENUM_VALUE"})
    void everyKindOfTheEngineHasItsSentence(IncidentErrorType kind) {
        assertThat(IncidentCause.of(kind.name(), "Something went wrong").cause())
                .isNotEqualTo(IncidentCause.UNKNOWN);
    }

    @Test
    void ofWhatIsUnknownItIsSaidPlainlyThatTheTechnicalTeamMustLook() {
        Found found = IncidentCause.of("SOMETHING_NEW", "Something went wrong");

        assertThat(found).isEqualTo(new Found(IncidentCause.UNKNOWN, ""));
        assertThat(found.cause().help()).isEqualTo("The technical team must look.");
    }

    @Test
    void everySentenceSaysWhoCanHelp() {
        assertThat(EnumSet.allOf(IncidentCause.class)).allSatisfy(cause -> {
            assertThat(cause.help()).matches(".*\\.").containsPattern("Ask |technical team|It can go on once");
            assertThat(cause.inWords("this")).doesNotContain("%s").isNotBlank();
        });
    }

    @Test
    void aServiceWithoutAUnitIsOneCauseWhicheverCaseItIs() {
        String refused =
                "The step could not be done: No unit does the service TERMINATIONS for CRN %s. Import the file 'case-services' with it, then try again.. When the cause is removed, retry it here";

        assertThat(List.of(
                        IncidentCause.of(STEP, refused.formatted("X000001")),
                        IncidentCause.of(STEP, refused.formatted("X000002"))))
                .containsOnly(new Found(IncidentCause.NO_RESPONSIBLE_UNIT, "terminations"));
    }

    @Test
    void tooManyPostsAreNamed() {
        assertThat(
                        IncidentCause.of(
                                STEP,
                                "Less is vacant now than the posts that HR has planned: Sefton – Case administrator; Wirral – Manager. Change these posts on the page, then retry this step"))
                .isEqualTo(new Found(IncidentCause.TOO_MANY_POSTS, "Sefton – Case administrator; Wirral – Manager"));
    }

    @Test
    void aRefusalIsToldWithoutWhatIsOfOneCaseAlone() {
        Found found = IncidentCause.of(
                STEP,
                "The step could not be done: 'Ann Smith' of CRN X000001 has 3 letters. When the cause is removed, retry it here");

        assertThat(found).isEqualTo(new Found(IncidentCause.REFUSED, "… of CRN … has … letters"));
    }

    /** The text literals of the expression that begins here, as far as it says what is formatted. */
    private static String literals(String expression) {
        int end = Stream.of(".formatted(", ";")
                .mapToInt(expression::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElseThrow();
        return LITERAL.matcher(expression)
                .results()
                .takeWhile(found -> found.start() < end)
                .map(found -> found.group(1))
                .collect(Collectors.joining());
    }

    private static String filledIn(String message) {
        return message.replaceAll("%(?:\\d\\$)?d", "7").replaceAll("%(?:\\d\\$)?s", "North West");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package uk.gov.justice.probation.devolution.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code records in the audit is said in a sentence, and nothing else is. */
class SentencesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RECORDERS =
            Pattern.compile("\\b(AuditTrail|OrderSteps|EnforcementSteps|AppealAudit|ChangesByHr)\\b");
    private static final Pattern CALL = Pattern.compile("\\b(record|recordOnce|audit|step|keep|audited|goOn)\\(");
    private static final Pattern ACTION = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?)\"");

    /** Actions whose end is only known when they are recorded, and the ends there are. */
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "CONSULTATION_LAUNCH_", List.of("CONFIRMED", "WITHDRAWN"),
            "EMAIL_UNDELIVERED_", List.of("ADDRESS_RIGHT", "TOLD"),
            "GATE_", List.of("BRIEFING", "CONSULTATION", "EQIP", "RECRUITMENT", "TRAINING_OASYS", "VETTING"),
            "ONE_TO_ONE_", List.of("HELD", "DECLINED", "TO_BE_HELD"),
            "OUTCOME_", List.of("CONFIRM", "RETURN"),
            "PREFERENCES_", List.of("OWN", "ON_BEHALF", "UNAVAILABLE"),
            "TERMINATION_START_", List.of("CONFIRMED", "WITHDRAWN"),
            "UNION_FEEDBACK_MISSING_", List.of("EXTEND", "APPROVE"));

    /** The steps of a handover and their outcomes, which are recorded as {@code step_outcome}. */
    private static final Map<String, List<String>> STEPS = Map.of(
            "INVENTORY_", List.of("CONFIRM", "TAKE_AGAIN"),
            "DECISION_", List.of("GO", "HOLD", "CANCEL", "TAKEN_BACK"),
            "EXCEPTIONS_", List.of("RETRY", "ACCEPTED", "CALL_OFF", "UNDECIDED"),
            "SIGN_RELEASING_", List.of("SIGN", "CALL_OFF"),
            "SIGN_RECEIVING_", List.of("SIGN", "CALL_OFF"),
            "REVIEW_", List.of("STABLE", "STABLE_WITH_ACTIONS"),
            "OVERDUE_", List.of("NOTED"));

    @Test
    void everythingThatIsRecordedHasASentenceAndNothingElse() throws IOException {
        Set<String> recorded = recorded();
        Set<String> expected = new TreeSet<>();
        for (String action : recorded) {
            if (!action.endsWith("_")) expected.add(action);
            else
                assertThat(BEGINNINGS)
                        .as("say how the action %s… can end".formatted(action))
                        .containsKey(action);
        }
        Stream.of(BEGINNINGS, STEPS)
                .forEach(beginnings ->
                        beginnings.forEach((beginning, ends) -> ends.forEach(end -> expected.add(beginning + end))));
        Set<String> said = new TreeSet<>(Sentences.decisions().keySet());
        said.addAll(Sentences.looks().keySet());
        assertThat(said).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Sentences.decisions())
                .doesNotContainKeys(Sentences.looks().keySet().toArray(String[]::new));
    }

    @Test
    void everySentenceGoesOnAfterANameAndSaysOnceWhatItIsAbout() {
        Stream.of(Sentences.decisions(), Sentences.looks())
                .flatMap(sentences -> sentences.values().stream())
                .forEach(sentence ->
                        assertThat(sentence).matches("[a-z][^{]*\\{0}[^{.]*").doesNotContain("  "));
    }

    @Test
    void whatALaterVersionRecordsIsShownByItsOwnWords() {
        assertThat(Sentences.of("FLAG_RAISED")).isEqualTo("did 'flag raised' to {0}");
    }

    /** Every action named among the arguments of a call that records, in every class that can. */
    private static Set<String> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SentencesTest::text)
                    .filter(source -> RECORDERS.matcher(source).find())
                    .flatMap(source -> actions(source).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> actions(String source) {
        Set<String> actions = new TreeSet<>();
        for (Matcher call = CALL.matcher(source); call.find(); ) {
            String arguments = topLevel(source, call.end());
            for (Matcher action = ACTION.matcher(arguments); action.find(); ) actions.add(action.group(1));
        }
        return actions;
    }

    /** The arguments up to the closing bracket, without what stands in brackets of their own. */
    private static String topLevel(String source, int from) {
        StringBuilder arguments = new StringBuilder();
        int depth = 0;
        for (int at = from; depth >= 0 && at < source.length(); at++) {
            char one = source.charAt(at);
            if (one == '(') depth++;
            if (depth == 0) arguments.append(one);
            if (one == ')') depth--;
        }
        return arguments.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What started in an earlier release calls the processes, decisions and forms of today, because all of them are bound
 * to the latest version. So each must be content with what any released caller gives it, and must still give back what
 * such a caller reads. If one of today's needs more, it gets a new id and the old one stays.
 */
class ReleasedModelsTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Pattern DECISION = Pattern.compile("(?s)<decision id=\"([^\"]+)\".*?</decision>");
    private static final Pattern ASKED = Pattern.compile("(?s)<inputExpression[^>]*>\\s*<text>\\s*([^<]*?)\\s*</text>");

    /** What the process that is called leaves empty, so that its callers of then go on; nobody reads it today. */
    private static final Set<String> READ_AS_EMPTY =
            Set.of(" reads =placed of location-preferencing", " reads =unplaced of location-preferencing");

    private static final Pattern RELEASE = Pattern.compile("NUMBER = (\\d+);");

    /** What is called: a process, decision or form. What is given to it and read from it are names and expressions. */
    private record Call(String called, String by, Set<String> given, Set<String> read) {}

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everythingOfTodayFitsTheCallersOfTheRelease(Path release) {
        assertThat(misfits(calls(release), calls(Path.of(""))))
                .allMatch(misfit -> READ_AS_EMPTY.stream().anyMatch(misfit::endsWith));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aDecisionAsksForNothingThatItDidNotAskForThen(Path release) {
        Map<String, Set<String>> today = decisions(Path.of(""));

        assertThat(today.values()).anyMatch(asked -> asked.size() > 1);
        assertThat(decisions(release))
                .isNotEmpty()
                .allSatisfy((decision, then) -> assertThat(today.get(decision))
                        .as("what %s of %s asks for today", decision, release)
                        .isNotNull()
                        .isSubsetOf(then));
    }

    /**
     * So a consultation that began in the release can be cancelled and closed early, and its processes can move: those
     * of a model that waits for other messages cannot.
     */
    @ParameterizedTest
    @MethodSource("releases")
    void whatTheProcessesOfTodayAreToldIsHeardByThoseOfTheRelease(Path release) {
        Map<String, Set<String>> today = heard(Path.of(""));

        assertThat(today.get("staff-consultation")).contains("consultation.cancelled at Message_ScopeCancelled");
        assertThat(heard(release))
                .isNotEmpty()
                .allSatisfy((process, then) ->
                        assertThat(today.get(process)).as(process).isSubsetOf(then));
    }

    @Test
    void thisReleaseIsNewerThanAllThatAreKept() throws IOException {
        Matcher ours = RELEASE.matcher(
                Files.readString(Path.of("src/main/java/uk/gov/justice/probation/devolution/camunda/Release.java")));
        assertThat(ours.find()).isTrue();

        assertThat(releases())
                .isNotEmpty()
                .allSatisfy(release -> assertThat(
                                Integer.parseInt(release.getFileName().toString()))
                        .isLessThan(Integer.parseInt(ours.group(1))));
    }

    @Test
    void whatNoLongerFitsIsFound() {
        List<Call> today = List.of(
                new Call("one-to-one", "today", Set.of("memberId", "about"), Set.of("=held")),
                new Call("one-to-one", "today too", Set.of("memberId"), Set.of("=held")));

        assertThat(misfits(List.of(new Call("one-to-one", "then", Set.of("about"), Set.of())), today))
                .containsExactly("then gives one-to-one no memberId");
        assertThat(misfits(List.of(new Call("one-to-one", "then", Set.of("memberId"), Set.of("=notes"))), today))
                .containsExactly("then reads =notes of one-to-one");
        assertThat(misfits(List.of(new Call("meeting", "then", Set.of("memberId"), Set.of())), today))
                .containsExactly("then calls meeting, which is gone");
        assertThat(misfits(List.of(new Call("one-to-one", "then", Set.of("memberId"), Set.of("=held"))), today))
                .isEmpty();
    }

    /** A caller of today tells what is needed; what only some of them give is not needed. */
    private static List<String> misfits(List<Call> then, List<Call> today) {
        Map<String, List<Call>> callers = today.stream().collect(Collectors.groupingBy(Call::called));
        List<String> misfits = new ArrayList<>();
        for (Call call : then) {
            List<Call> others = callers.getOrDefault(call.called(), List.of());
            if (others.isEmpty()) misfits.add("%s calls %s, which is gone".formatted(call.by(), call.called()));
            others.stream().map(Call::given).reduce(ReleasedModelsTest::both).orElse(Set.of()).stream()
                    .filter(needed -> !call.given().contains(needed))
                    .forEach(needed -> misfits.add("%s gives %s no %s".formatted(call.by(), call.called(), needed)));
            if (others.isEmpty()) continue;
            call.read().stream()
                    .filter(read ->
                            others.stream().noneMatch(other -> other.read().contains(read)))
                    .forEach(read -> misfits.add("%s reads %s of %s".formatted(call.by(), read, call.called())));
        }
        return misfits;
    }

    private static List<Call> calls(Path root) {
        List<Call> calls = new ArrayList<>();
        files(root, ".bpmn").forEach(file -> {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(file)));
            model.getModelElementsByType(CallActivity.class)
                    .forEach(call -> calls.add(call(
                            file,
                            call,
                            extension(call, ZeebeCalledElement.class)
                                    .orElseThrow()
                                    .getProcessId())));
            model.getModelElementsByType(BusinessRuleTask.class)
                    .forEach(rule -> calls.add(call(
                            file,
                            rule,
                            extension(rule, ZeebeCalledDecision.class)
                                    .orElseThrow()
                                    .getDecisionId())));
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> extension(task, ZeebeFormDefinition.class)
                            .ifPresent(form -> calls.add(call(file, task, form.getFormId()))));
        });
        return calls;
    }

    private static Call call(Path file, BaseElement element, String called) {
        Optional<ZeebeIoMapping> mapping = extension(element, ZeebeIoMapping.class);
        return new Call(
                called,
                "%s of %s".formatted(element.getId(), file),
                mapping.stream()
                        .flatMap(io -> io.getInputs().stream())
                        .map(ZeebeInput::getTarget)
                        .collect(Collectors.toSet()),
                element instanceof CallActivity
                        ? mapping.stream()
                                .flatMap(io -> io.getOutputs().stream())
                                .map(ZeebeOutput::getSource)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    /** The messages that each process waits for, and where. */
    private static Map<String, Set<String>> heard(Path root) {
        Map<String, Set<String>> heard = new TreeMap<>();
        files(root, ".bpmn").forEach(file -> {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(file)));
            heard.put(
                    file.getFileName().toString().replace(".bpmn", ""),
                    model.getModelElementsByType(CatchEvent.class).stream()
                            .flatMap(event -> event.getEventDefinitions().stream()
                                    .filter(MessageEventDefinition.class::isInstance)
                                    .map(definition -> ((MessageEventDefinition) definition)
                                                    .getMessage()
                                                    .getName() + " at " + event.getId()))
                            .collect(Collectors.toSet()));
        });
        return heard;
    }

    private static Map<String, Set<String>> decisions(Path root) {
        Map<String, Set<String>> decisions = new TreeMap<>();
        files(root, ".dmn").forEach(file -> {
            Matcher decision = DECISION.matcher(new String(bytes(file), StandardCharsets.UTF_8));
            while (decision.find())
                decisions.put(
                        decision.group(1),
                        ASKED.matcher(decision.group())
                                .results()
                                .map(asked -> asked.group(1))
                                .collect(Collectors.toSet()));
        });
        return decisions;
    }

    private static <T extends ModelElementInstance> Optional<T> extension(BaseElement element, Class<T> type) {
        return Optional.ofNullable(element.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getChildElementsByType(type).stream().findFirst());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static List<Path> files(Path root, String end) {
        try (Stream<Path> files = Files.walk(root.resolve("processes"))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.jobhandling.JobWorkerManager;
import io.camunda.client.spring.annotation.processor.JobWorkerAnnotationProcessor;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Runs the models of the last release before their family was renamed, in {@code before/}, against today's workers and
 * messages.
 */
class FormerStepsTest {
    private static final String BASE = "uk.gov.justice.probation.devolution";
    private static final Path BEFORE = Path.of("src/test/resources/before");
    private static final Path TODAY = Path.of("processes");

    private final FormerNames names = new FormerNames(renamed());

    @Test
    void everyStepOfBeforeHasExactlyOneWorker() throws IOException {
        List<String> served = new ArrayList<>(opened(manager -> new JobWorkerAnnotationProcessor(manager, List.of())));
        List<String> today = List.copyOf(served);
        served.addAll(opened(manager -> new FormerSteps(manager, List.of(), names)));

        assertThat(today).containsAll(types(TODAY)).doesNotContainAnyElementsOf(types(BEFORE));
        assertThat(types(BEFORE))
                .hasSizeGreaterThan(30)
                .allSatisfy(type -> assertThat(served).containsOnlyOnce(type));
        assertThat(served).doesNotHaveDuplicates();
    }

    @Test
    void everyMessageOfBeforeIsOneOfTodayWhicheverNameItWasWrittenWith() throws IOException {
        Set<String> today = messages(TODAY);

        assertThat(messages(BEFORE)).hasSizeGreaterThan(10).allSatisfy(before -> {
            String now = names.asItsProcessKnowsIt(message(before)).name();
            assertThat(today).contains(now).doesNotContain(before);
            assertThat(names.asItsProcessKnowsIt(message(now)).name()).isEqualTo(now);
        });
    }

    @Test
    void aProcessOfBeforeIsToldByTheFormerNameAndUnderTheIdThatTheReleaseBeforeGaveIt() {
        FormerNames stillRunning = new FormerNames(List.of(new Renamed("harvest", "crop", true)));

        for (String written : List.of("harvest", "crop")) {
            EngineMessage told = stillRunning.asItsProcessKnowsIt(new EngineMessage(
                    written + ".due", "7", written + ".due-7-monday", Map.of("n", 1), Duration.ofHours(1)));
            assertThat(told)
                    .isEqualTo(new EngineMessage(
                            "crop.due", "7", "crop.due-7-monday", Map.of("n", 1), Duration.ofHours(1)));
        }
        EngineMessage other = message("cropping.due");
        assertThat(stillRunning.asItsProcessKnowsIt(other)).isSameAs(other);
        assertThat(new FormerNames(List.of(new Renamed("harvest", "crop", false)))
                        .asItsProcessKnowsIt(message("crop.due"))
                        .name())
                .isEqualTo("harvest.due");
    }

    private record Renamed(String family, String before, boolean running) implements FormerName {

        @Override
        public boolean stillCounts(EngineMessage message) {
            assertThat(message.name()).as("asked by today's name").startsWith(family + ".");
            return running;
        }
    }

    private static EngineMessage message(String name) {
        return new EngineMessage(name, "1", name + "-1", Map.of(), Duration.ofMinutes(1));
    }

    /** The families that declare a former name, on a database without earlier data. */
    private static List<FormerName> renamed() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(FormerName.class));
        return scan.findCandidateComponents(BASE).stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .filter(type -> type != Renamed.class)
                .map(type -> {
                    Constructor<?> constructor = type.getDeclaredConstructors()[0];
                    constructor.setAccessible(true);
                    return (FormerName) BeanUtils.instantiateClass(
                            constructor, mock(constructor.getParameterTypes()[0]));
                })
                .toList();
    }

    private interface Opening {
        JobWorkerAnnotationProcessor by(JobWorkerManager manager);
    }

    /** The job types of all workers of the product that would be opened. */
    private static List<String> opened(Opening opening) {
        List<String> types = new ArrayList<>();
        JobWorkerManager manager = mock(JobWorkerManager.class);
        doAnswer(asked -> types.add(asked.getArgument(1, JobWorkerValue.class).getType()) ? null : null)
                .when(manager)
                .openWorker(any(), any());
        try (GenericApplicationContext workers = new GenericApplicationContext()) {
            new ClassPathScanningCandidateComponentProvider(true)
                    .findCandidateComponents(BASE).stream()
                            .filter(bean -> bean.getBeanClassName().endsWith("Workers"))
                            .forEach(bean -> workers.registerBeanDefinition(
                                    bean.getBeanClassName(),
                                    BeanDefinitionBuilder.genericBeanDefinition(
                                                    ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                                            .setLazyInit(true)
                                            .getBeanDefinition()));
            workers.refresh();
            JobWorkerAnnotationProcessor processor = opening.by(manager);
            processor.setApplicationContext(workers);
            processor.onStart(mock(CamundaClient.class));
        }
        return types;
    }

    private static Set<String> types(Path folder) throws IOException {
        Set<String> types = new TreeSet<>();
        all(folder, ZeebeTaskDefinition.class).forEach(task -> types.add(task.getType()));
        all(folder, ZeebeExecutionListener.class).forEach(listener -> types.add(listener.getType()));
        return types;
    }

    private static Set<String> messages(Path folder) throws IOException {
        return all(folder, Message.class).map(Message::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T extends ModelElementInstance> Stream<T> all(Path folder, Class<T> type) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<BpmnModelInstance> models = files.filter(
                            file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
            return models.stream().flatMap(model -> model.getModelElementsByType(type).stream());
        }
    }
}

package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;

/** How often a step is tried is set in one place, when the models are deployed. */
class AttemptsOfJobsTest {

    @ParameterizedTest
    @MethodSource("models")
    void everyJobOfWhatIsDeployedHasThem(Resource model) {
        assertThat(attempts(ProcessModels.withAttempts(ProcessModels.content(model))))
                .isNotEmpty()
                .containsOnly(String.valueOf(JobFailures.ATTEMPTS));
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelSaysThemItself(Resource model) {
        assertThat(new String(ProcessModels.content(model), StandardCharsets.UTF_8))
                .doesNotContain("retries=");
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsDeployedTwiceIsTheSameToTheByte(Resource model) {
        assertThat(ProcessModels.withAttempts(ProcessModels.content(model)))
                .isEqualTo(ProcessModels.withAttempts(ProcessModels.content(model)));
    }

    @Test
    void everyModelIsLookedAt() {
        assertThat(models()).hasSizeGreaterThan(15);
    }

    private static Stream<Resource> models() {
        return ProcessModels.all().filter(model -> model.getFilename().endsWith(".bpmn"));
    }

    private static List<String> attempts(byte[] bpmn) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        return Stream.concat(
                        model.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                                .map(ZeebeTaskDefinition::getRetries),
                        model.getModelElementsByType(ZeebeExecutionListener.class).stream()
                                .map(ZeebeExecutionListener::getRetries))
                .toList();
    }
}

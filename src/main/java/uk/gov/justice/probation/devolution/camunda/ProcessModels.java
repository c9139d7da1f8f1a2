package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The processes, decisions and forms of this release. They are deployed together, so that each task finds the form it
 * was modelled with; anything the engine already has is not deployed again. Every job gets its number of attempts here,
 * so that no model has to state it.
 */
@Component
public class ProcessModels {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String[] PLACES = {
        "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
    };

    private final CamundaClient camunda;
    private final CountDownLatch awaited;

    /** @param ours whether this application deploys them; otherwise they are deployed before it starts */
    public ProcessModels(CamundaClient camunda, @Value("${devolution.deploy-on-start:false}") boolean ours) {
        this.camunda = camunda;
        this.awaited = new CountDownLatch(ours ? 1 : 0);
    }

    public DeploymentEvent deploy() {
        DeployResourceCommandStep2 command = null;
        for (Resource model : all().toList()) {
            byte[] content = model.getFilename().endsWith(".bpmn") ? withAttempts(content(model)) : content(model);
            command = command == null
                    ? camunda.newDeployResourceCommand().addResourceBytes(content, model.getFilename())
                    : command.addResourceBytes(content, model.getFilename());
        }
        if (command == null) throw new IllegalStateException("This build holds no process to deploy");
        DeploymentEvent deployed = command.requestTimeout(PATIENCE).send().join();
        awaited.countDown();
        return deployed;
    }

    /** A newer release has deployed its own. */
    void leaveToNewer() {
        awaited.countDown();
    }

    boolean areDeployed() {
        return awaited.getCount() == 0;
    }

    /** Returns once the engine has the models of this release, or newer ones. */
    void awaitDeployed() {
        try {
            awaited.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application stopped before Camunda accepted its processes", stop);
        }
    }

    /** Gives the same bytes for the same model, so that the engine recognises what it already has. */
    static byte[] withAttempts(byte[] bpmn) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        String attempts = Integer.toString(JobFailures.ATTEMPTS);
        model.getModelElementsByType(ZeebeTaskDefinition.class).forEach(job -> job.setRetries(attempts));
        model.getModelElementsByType(ZeebeExecutionListener.class).forEach(job -> job.setRetries(attempts));
        return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Resource> all() {
        var files = new PathMatchingResourcePatternResolver();
        return Arrays.stream(PLACES).flatMap(place -> {
            try {
                return Arrays.stream(files.getResources(place)).sorted(Comparator.comparing(Resource::getFilename));
            } catch (IOException e) {
                throw new UncheckedIOException("The processes of this build cannot be read: " + place, e);
            }
        });
    }

    static byte[] content(Resource model) {
        try {
            return model.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(model.getDescription()), e);
        }
    }
}

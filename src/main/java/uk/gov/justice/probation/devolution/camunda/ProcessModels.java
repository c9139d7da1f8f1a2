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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The processes, decisions and forms of this release. They are deployed together, so that each task finds the form it
 * was modelled with; anything the engine already has is not deployed again. Every job gets its number of attempts here,
 * and every form its lists, so that no model has to state them.
 */
@Component
public class ProcessModels {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String FORM = ".form";
    private static final String[] PLACES = {
        "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
    };

    private final CamundaClient camunda;
    private final FormListsQuery lists;
    private final CountDownLatch awaited;
    /** The forms with lists, by name, as they were deployed last. */
    private final Map<String, byte[]> filled = new ConcurrentHashMap<>();

    /** @param ours whether this application deploys them; otherwise they are deployed before it starts */
    public ProcessModels(
            CamundaClient camunda, FormListsQuery lists, @Value("${devolution.deploy-on-start:false}") boolean ours) {
        this.camunda = camunda;
        this.lists = lists;
        this.awaited = new CountDownLatch(ours ? 1 : 0);
    }

    public DeploymentEvent deploy() {
        Map<String, byte[]> forms = formsWithLists();
        Map<String, byte[]> models = new LinkedHashMap<>();
        all().forEach(model -> models.put(model.getFilename(), deployable(model)));
        if (models.isEmpty()) throw new IllegalStateException("This build holds no process to deploy");
        models.putAll(forms);
        DeploymentEvent deployed = send(models);
        filled.putAll(forms);
        awaited.countDown();
        return deployed;
    }

    /**
     * Deploys the forms whose lists have changed since this application deployed them, by themselves: in one deployment
     * with the processes, each of these would get a new version.
     *
     * @return how many
     */
    int refill() {
        Map<String, byte[]> changed = changedForms();
        if (changed.isEmpty()) return 0;
        send(changed);
        filled.putAll(changed);
        return changed.size();
    }

    boolean areFormsToRefill() {
        return !changedForms().isEmpty();
    }

    private Map<String, byte[]> changedForms() {
        if (filled.isEmpty()) return Map.of();
        Map<String, byte[]> now = formsWithLists();
        now.entrySet().removeIf(form -> Arrays.equals(form.getValue(), filled.get(form.getKey())));
        return now;
    }

    private Map<String, byte[]> formsWithLists() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        all().filter(model -> model.getFilename().endsWith(FORM)).forEach(model -> {
            byte[] form = content(model);
            if (lists.areIn(form)) forms.put(model.getFilename(), lists.filled(form));
        });
        return forms;
    }

    private DeploymentEvent send(Map<String, byte[]> models) {
        DeployResourceCommandStep2 command = null;
        for (Map.Entry<String, byte[]> model : models.entrySet()) {
            command = command == null
                    ? camunda.newDeployResourceCommand().addResourceBytes(model.getValue(), model.getKey())
                    : command.addResourceBytes(model.getValue(), model.getKey());
        }
        return command.requestTimeout(PATIENCE).send().join();
    }

    private static byte[] deployable(Resource model) {
        return model.getFilename().endsWith(".bpmn") ? withAttempts(content(model)) : content(model);
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

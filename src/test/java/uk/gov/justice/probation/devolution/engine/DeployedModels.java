package uk.gov.justice.probation.devolution.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import java.time.Duration;
import uk.gov.justice.probation.devolution.camunda.FormListsQuery;
import uk.gov.justice.probation.devolution.camunda.ProcessModels;

/** The models of this release, in the engine before a test begins. */
public final class DeployedModels {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CamundaClient camunda;
    private final FormListsQuery lists;

    DeployedModels(CamundaClient camunda, FormListsQuery lists) {
        this.camunda = camunda;
        this.lists = lists;
    }

    /** To be called before anything is started. */
    public void deploy() {
        if (CamundaCustomizerFactory.DOCKER) {
            deploy(camunda, lists);
            return;
        }
        EmbeddedCamunda.running().deployOnce(engine -> deploy(engine, lists));
    }

    /** The first deployment warms up; on a busy machine longer than a client waits. */
    private static void deploy(CamundaClient engine, FormListsQuery lists) {
        ProcessModels models = new ProcessModels(engine, lists, false);
        await("the models are deployed")
                .atMost(PATIENCE)
                .ignoreException(ClientStatusException.class)
                .until(() -> models.deploy() != null);
    }
}

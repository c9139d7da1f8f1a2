package uk.gov.justice.probation.devolution.localstack;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Form;
import io.camunda.client.api.response.Process;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Whether Operate and Tasklist have imported what was deployed. A task created before that would show no form. */
final class ImportedByWebApps {
    private final OpenSearch openSearch;
    private final List<Long> processes;
    private final List<Long> forms;

    ImportedByWebApps(OpenSearch openSearch, DeploymentEvent deployed) {
        this.openSearch = openSearch;
        this.processes = deployed.getProcesses().stream()
                .map(Process::getProcessDefinitionKey)
                .distinct()
                .toList();
        this.forms =
                deployed.getForm().stream().map(Form::getFormKey).distinct().toList();
    }

    boolean areComplete() {
        try {
            return knows("operate-process-*", processes)
                    && knows("tasklist-process-*", processes)
                    && knows("tasklist-form-*", forms);
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean knows(String index, List<Long> keys) throws IOException {
        if (keys.isEmpty()) {
            return true;
        }
        String ids = keys.stream().map(String::valueOf).collect(Collectors.joining(" OR ", "id:(", ")"));
        return openSearch
                        .get("/%s/_count?q=%s".formatted(index, URLEncoder.encode(ids, StandardCharsets.UTF_8)))
                        .path("count")
                        .asInt()
                >= keys.size();
    }
}

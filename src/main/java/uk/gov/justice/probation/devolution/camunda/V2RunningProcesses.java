package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the search API that an orchestration cluster has from 8.8 on. */
@Component
@Profile("!local")
class V2RunningProcesses implements RunningProcesses {
    private static final int PAGE = 1000;

    private final CamundaClient camunda;

    V2RunningProcesses(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Override
    public List<Deployed> deployed() {
        List<ProcessDefinition> all = pages(after -> camunda.newProcessDefinitionSearchRequest()
                .sort(sort -> sort.processDefinitionKey().asc())
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) page.after(after);
                })
                .send()
                .join());
        return all.stream()
                .map(one -> new Deployed(one.getProcessDefinitionKey(), one.getProcessDefinitionId(), one.getVersion()))
                .toList();
    }

    @Override
    public String model(long definitionKey) {
        return camunda.newProcessDefinitionGetXmlRequest(definitionKey).send().join();
    }

    @Override
    public Map<Long, Set<String>> at(long definitionKey) {
        Map<Long, Set<String>> at = new TreeMap<>();
        List<ProcessInstance> instances = pages(after -> camunda.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionKey(definitionKey).state(ProcessInstanceState.ACTIVE))
                .sort(sort -> sort.processInstanceKey().asc())
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) page.after(after);
                })
                .send()
                .join());
        instances.forEach(instance -> at.put(instance.getProcessInstanceKey(), new TreeSet<>()));
        List<ElementInstance> elements = pages(after -> camunda.newElementInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionKey(definitionKey).state(ElementInstanceState.ACTIVE))
                .sort(sort -> sort.elementInstanceKey().asc())
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) page.after(after);
                })
                .send()
                .join());
        elements.stream()
                .filter(element -> element.getType() != ElementInstanceType.PROCESS)
                .filter(element -> at.containsKey(element.getProcessInstanceKey()))
                .forEach(element -> at.get(element.getProcessInstanceKey()).add(element.getElementId()));
        return at;
    }

    @Override
    public Set<String> flowsTaken(long processInstanceKey) {
        return camunda.newProcessInstanceSequenceFlowsRequest(processInstanceKey).send().join().stream()
                .map(ProcessInstanceSequenceFlow::getElementId)
                .collect(Collectors.toSet());
    }

    @Override
    public OptionalLong definitionOf(long processInstanceKey) {
        return camunda
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(processInstanceKey))
                .send()
                .join()
                .items()
                .stream()
                .mapToLong(ProcessInstance::getProcessDefinitionKey)
                .findFirst();
    }

    private static <T> List<T> pages(Function<String, SearchResponse<T>> search) {
        List<T> all = new ArrayList<>();
        String after = null;
        SearchResponse<T> answer;
        do {
            answer = search.apply(after);
            all.addAll(answer.items());
            after = answer.page().endCursor();
        } while (answer.items().size() == PAGE);
        return all;
    }
}

package uk.gov.justice.probation.devolution.camunda;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is deployed and what runs, for tests without an engine: what a test says. */
public final class PretendedProcesses implements RunningProcesses {
    private final Map<Deployed, String> models = new LinkedHashMap<>();
    private final Map<Long, Map<Long, Set<String>>> at = new TreeMap<>();
    private final Map<Long, Set<String>> flows = new TreeMap<>();

    public void forget() {
        models.clear();
        at.clear();
        flows.clear();
    }

    public void isDeployed(long key, String processId, int version, String model) {
        models.put(new Deployed(key, processId, version), model);
    }

    public void runs(long definitionKey, long instance, String... elements) {
        at.values().forEach(instances -> instances.remove(instance));
        at.computeIfAbsent(definitionKey, key -> new TreeMap<>()).put(instance, new TreeSet<>(Arrays.asList(elements)));
    }

    public void hasTaken(long instance, String... taken) {
        flows.put(instance, Set.of(taken));
    }

    @Override
    public List<Deployed> deployed() {
        return List.copyOf(models.keySet());
    }

    @Override
    public String model(long definitionKey) {
        return models.entrySet().stream()
                .filter(model -> model.getKey().key() == definitionKey)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<Long, Set<String>> at(long definitionKey) {
        return at.getOrDefault(definitionKey, Map.of());
    }

    @Override
    public Set<String> flowsTaken(long processInstanceKey) {
        return flows.getOrDefault(processInstanceKey, Set.of());
    }

    @Override
    public OptionalLong definitionOf(long processInstanceKey) {
        return at.entrySet().stream()
                .filter(running -> running.getValue().containsKey(processInstanceKey))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }
}

package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses.Deployed;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.migration.Foreseen.Left;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** Says what a migration would do: which instances would go, and which stay and why. Nothing is changed. */
@Service
public class ForeseeingMigrations {

    /** What runs by a version that is not the latest of its process. */
    public record Older(Deployed version, Deployed latest, int running) {}

    private final RunningProcesses processes;
    private final TaskModels names;
    private final PlanOfThisRelease plan;

    ForeseeingMigrations(RunningProcesses processes, TaskModels names, PlanOfThisRelease plan) {
        this.processes = processes;
        this.names = names;
        this.plan = plan;
    }

    /** The versions by which something runs although there is a newer one, of the processes of this release. */
    public List<Older> older() {
        List<Deployed> deployed = processes.deployed();
        Map<String, Deployed> latest = latest(deployed);
        return deployed.stream()
                .filter(version -> names.familyOf(version.processId()).isPresent())
                .filter(version -> latest.get(version.processId()).key() != version.key())
                .map(version -> new Older(
                        version,
                        latest.get(version.processId()),
                        processes.at(version.key()).size()))
                .filter(older -> older.running() > 0)
                .sorted(Comparator.comparing((Older older) -> older.version().processId())
                        .thenComparing(older -> older.version().version()))
                .toList();
    }

    /** From this version to the latest of its process; empty if there is no such version, or it is the latest. */
    public Optional<Foreseen> from(long definitionKey) {
        List<Deployed> deployed = processes.deployed();
        return deployed.stream()
                .filter(version -> version.key() == definitionKey)
                .findFirst()
                .map(version -> foresee(version, latest(deployed).get(version.processId())))
                .filter(foreseen -> foreseen.to().key() != definitionKey);
    }

    /** Back again, for those that moved. */
    Foreseen back(Migration migration, Set<Long> moved) {
        if (!processes.deployed().containsAll(List.of(migration.from(), migration.to())))
            throw new NotPossibleNow("Camunda no longer has both models, so nothing can go back.");
        return foresee(
                migration.to(),
                migration.from(),
                crossing(migration.from(), migration.to()).back(),
                processes.at(migration.to().key()).entrySet().stream()
                        .filter(instance -> moved.contains(instance.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)),
                Map.of());
    }

    Crossing crossing(Migration migration) {
        return migration.takesBack() == null
                ? crossing(migration.from(), migration.to())
                : crossing(migration.to(), migration.from()).back();
    }

    private Foreseen foresee(Deployed from, Deployed to) {
        return foresee(
                from,
                to,
                crossing(from, to),
                processes.at(from.key()),
                plan.plan().of(from.processId()));
    }

    private Foreseen foresee(
            Deployed from,
            Deployed to,
            Crossing crossing,
            Map<Long, Set<String>> running,
            Map<String, String> becomes) {
        List<Long> going = new ArrayList<>();
        List<Left> staying = new ArrayList<>();
        Set<String> at = new TreeSet<>();
        running.forEach((instance, elements) -> {
            List<Staying> why =
                    crossing.whyItStays(elements, crossing.asksForFlows() ? processes.flowsTaken(instance) : Set.of());
            if (why.isEmpty()) {
                going.add(instance);
                at.addAll(elements);
            } else staying.add(new Left(instance, words(from.processId(), why)));
        });
        Map<String, Set<String>> settled = new LinkedHashMap<>();
        crossing.settledBefore(at)
                .forEach((element, what) -> settled.put(names.nameOf(from.processId(), element), what));
        return new Foreseen(from, to, going, staying, becomes, settled);
    }

    private Crossing crossing(Deployed from, Deployed to) {
        return new Crossing(model(from), model(to), plan.plan().of(from.processId()));
    }

    private DeployedModel model(Deployed version) {
        return DeployedModel.of(version.processId(), processes.model(version.key()));
    }

    private String words(String processId, List<Staying> why) {
        return why.stream()
                .map(one -> one.element().isEmpty()
                        ? one.reason().words() + "."
                        : "%s: %s.".formatted(one.reason().words(), names.nameOf(processId, one.element())))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Deployed> latest(List<Deployed> deployed) {
        return deployed.stream()
                .collect(Collectors.toMap(
                        Deployed::processId,
                        version -> version,
                        (one, other) -> one.version() > other.version() ? one : other));
    }
}

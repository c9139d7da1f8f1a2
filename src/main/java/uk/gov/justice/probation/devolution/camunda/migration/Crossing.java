package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.gov.justice.probation.devolution.camunda.migration.DeployedModel.Settled;
import uk.gov.justice.probation.devolution.camunda.migration.DeployedModel.Step;

/** From the model that instances run by to another: which of them can go, and what that changes for them. */
final class Crossing {
    private final DeployedModel from;
    private final DeployedModel to;
    private final Map<String, String> becomes;

    /** @param becomes the elements that become others; all others stay what they are */
    Crossing(DeployedModel from, DeployedModel to, Map<String, String> becomes) {
        this.from = from;
        this.to = to;
        this.becomes = becomes;
    }

    /** The way back. */
    Crossing back() {
        Map<String, String> back = new LinkedHashMap<>();
        becomes.forEach((element, other) -> {
            if (!other.isEmpty()) back.put(other, element);
        });
        return new Crossing(to, from, back);
    }

    /** Whether what an instance has passed matters, and not only where it is. */
    boolean asksForFlows() {
        return !from.joins().isEmpty() || !from.undone().isEmpty();
    }

    /** Why an instance stays; empty if it goes. */
    List<Staying> whyItStays(Set<String> at, Set<String> flowsTaken) {
        List<Staying> why = new ArrayList<>(otherMessages());
        for (String element : at) {
            Step here = from.steps().get(element);
            Step there = to.steps().get(become(element));
            if (here == null || there == null) why.add(new Staying(Reason.GONE, element));
            else if (!here.kind().equals(there.kind())) why.add(new Staying(Reason.OTHER_KIND, element));
            else if (!there.scope().equals(become(here.scope()))) why.add(new Staying(Reason.OTHER_SCOPE, element));
            else if (from.waitsBesideItsRepetition(here) || to.waitsBesideItsRepetition(there))
                why.add(new Staying(Reason.WAITS_BESIDE_REPETITION, element));
        }
        from.joins().forEach((gateway, flows) -> {
            if (anyOf(flows, flowsTaken) && !flowsTaken.containsAll(flows))
                why.add(new Staying(Reason.AT_A_JOIN, gateway));
        });
        from.undone().forEach((activity, flows) -> {
            if (at.contains(activity) || anyOf(flows, flowsTaken)) why.add(new Staying(Reason.MAY_BE_UNDONE, activity));
        });
        return why;
    }

    /** The instructions for the engine: every element that can be taken across. */
    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        from.steps().values().stream()
                .filter(this::goesAcross)
                .forEach(step -> mapping.put(step.id(), become(step.id())));
        return mapping;
    }

    /** What stays as it was for what has begun: by step, in words. */
    Map<String, Set<String>> settledBefore(Collection<String> at) {
        Map<String, Set<String>> settled = new TreeMap<>();
        from.steps().values().stream()
                .filter(this::goesAcross)
                .filter(step -> at.contains(step.attachedTo() == null ? step.id() : step.attachedTo()))
                .forEach(step -> {
                    Step there = to.steps().get(become(step.id()));
                    for (Settled what : Settled.values())
                        if (!Objects.equals(
                                step.settled().get(what), there.settled().get(what)))
                            settled.computeIfAbsent(step.id(), id -> new TreeSet<>())
                                    .add(what.words());
                });
        return settled;
    }

    /** The product sends each process the messages of the model by which it began. */
    private List<Staying> otherMessages() {
        return messages(from).equals(messages(to)) ? List.of() : List.of(new Staying(Reason.OTHER_MESSAGES, ""));
    }

    private static Set<String> messages(DeployedModel model) {
        Set<String> messages = new TreeSet<>();
        model.steps().values().stream()
                .map(step -> step.settled().get(Settled.MESSAGE))
                .filter(Objects::nonNull)
                .forEach(messages::add);
        return messages;
    }

    private boolean goesAcross(Step step) {
        Step there = to.steps().get(become(step.id()));
        return there != null
                && step.isWaitedAt()
                && step.kind().equals(there.kind())
                && there.scope().equals(become(step.scope()))
                && Objects.equals(there.attachedTo(), step.attachedTo() == null ? null : become(step.attachedTo()));
    }

    private String become(String element) {
        return becomes.getOrDefault(element, element);
    }

    private static boolean anyOf(Set<String> flows, Set<String> taken) {
        return flows.stream().anyMatch(taken::contains);
    }
}
